// Seam: what IBKR holds as combinations; half a combination is none.
import { expect, it } from 'vitest';
import { accountIdSchema } from '../../../shared/domain/ids';
import { toCombos } from './to-combos';

const account = accountIdSchema.parse('DU1');
const spread = {
  ...{
    name: 'CP.CP1',
    description: '1*11-2*12',
    legs: [
      { conid: '11', ratio: 1 },
      { conid: '12', ratio: -2 },
    ],
  },
  positions: [
    { conid: 11, position: 3 },
    { conid: 12, position: -6 },
  ],
};

it('names legs, ratios, and how many are held', () => {
  expect(toCombos(account, [spread], 5)).toEqual({
    ...{ accountId: account, asOfMs: 5 },
    combos: [
      {
        ...{ name: 'CP.CP1', quantity: '3' },
        legs: [
          { conid: 11, ratio: '1', quantity: '3' },
          { conid: 12, ratio: '-2', quantity: '-6' },
        ],
      },
    ],
  });
});

it('a leg without a holding has an unknown quantity; one without a contract makes no combination', () => {
  expect(toCombos(account, [{ ...spread, positions: [] }], 5).combos[0]).toMatchObject({ quantity: null });
  expect(toCombos(account, [{ ...spread, legs: [...spread.legs, { ratio: 1 }] }], 5).combos).toEqual([]);
  expect(toCombos(account, { error: 'x' }, 5).combos).toEqual([]);
});
