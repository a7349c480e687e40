// Seam: bars and their table; long and short are never netted into one figure.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { filterOf, sortedShares } from './allocation-shares';

it('sorts by size, keeps long and short apart, leaves the unknown out', () => {
  const shares = sortedShares([
    { name: 'Stocks', long: decimal('600'), short: decimal('-100') },
    { name: 'Cash', long: decimal('300'), short: null },
    { name: 'Bonds', long: null, short: null },
    { name: 'Options', long: decimal('0'), short: null },
  ]);
  expect(shares.map(({ name, side, percent }) => [name, side, Number(percent)])).toEqual([
    ['Stocks', 'long', 60],
    ['Cash', 'long', 30],
    ['Stocks', 'short', 10],
  ]);
});

it('nothing held is no share of anything', () => {
  expect(sortedShares([])).toEqual([]);
});

it('cash leads to no positions; a short part to the shorts of its name', () => {
  const [cash, options] = sortedShares([
    { name: 'CASH', long: decimal('5'), short: null },
    { name: 'OPT', long: null, short: decimal('-1') },
  ]);
  expect(cash && filterOf('assetClass', cash)).toBeNull();
  expect(options && filterOf('assetClass', options)).toEqual({
    ...{ field: 'assetClass', value: 'OPT', side: 'short' },
    name: 'Options, short',
  });
});
