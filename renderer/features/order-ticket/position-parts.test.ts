// Seam: a part of the position is never more than the position, never a size IBKR does not take, and only offered to
// the side that takes the position away.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { positionParts } from './position-parts';

const quantities = (held: string | null, side: 'BUY' | 'SELL', step = '1') =>
  positionParts(held === null ? null : decimal(held), side, decimal(step)).map(({ quantity }) => quantity);

it.each([
  ['130', 'SELL', '1', ['32', '65', '97', '130']],
  ['-10', 'BUY', '1', ['2', '5', '7', '10']],
  ['3', 'SELL', '1', [null, '1', '2', '3']],
  ['1.5', 'SELL', '1', [null, null, '1', '1']],
  ['0.5', 'SELL', '0.01', ['0.12', '0.25', '0.37', '0.5']],
] as const)('of %s, %s in steps of %s', (held, side, step, wanted) => {
  expect(quantities(held, side, step).map((each) => each && String(Number(each)))).toEqual(wanted);
});

it('is not offered where it would add, where nothing is held, or where that is not known', () => {
  expect([quantities('130', 'BUY'), quantities('-10', 'SELL'), quantities('0', 'SELL')]).toEqual([
    [],
    [],
    [],
  ]);
  expect(quantities(null, 'SELL')).toEqual([]);
});

it('says what is rounded', () => {
  const [quarter, half] = positionParts(decimal('130'), 'SELL', decimal('1'));
  expect([quarter?.words, half?.words]).toEqual([
    'A quarter of the position, rounded down',
    'Half of the position',
  ]);
});
