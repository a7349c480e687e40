// Seam: a combination is read by its legs; a holding larger than its leg is not passed off as the leg.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { Combo } from '../../../shared/domain/combo';
import { comboNames } from './combo-names';
import type { PositionRow } from './position-row';

const option = (conid: number, strike: string, quantity: string): PositionRow =>
  ({
    ...{ conid, symbol: 'AAPL', expiry: '20270115', right: 'C' },
    ...{ strike: decimal(strike), quantity: decimal(quantity) },
  }) as unknown as PositionRow;
const spread: Combo = {
  ...{ name: 'CP.1', quantity: decimal('2') },
  legs: [
    { conid: 1 as never, ratio: decimal('1'), quantity: decimal('2') },
    { conid: 2 as never, ratio: decimal('-1'), quantity: decimal('-2') },
  ],
};

it('names a spread once by its symbol, then leg by leg', () => {
  const names = comboNames([spread], [option(1, '250', '2'), option(2, '260', '-5')]);
  expect(names.get(1)).toBe('AAPL +1 15 Jan 27 250 C −1 15 Jan 27 260 C');
  expect(names.get(2)).toBe('AAPL +1 15 Jan 27 250 C −1 15 Jan 27 260 C, and more');
});

it('a leg that is not in the list is named by its number', () => {
  expect(comboNames([spread], [option(1, '250', '2')]).get(1)).toBe('+1 AAPL 15 Jan 27 250 C −1 conid 2');
});
