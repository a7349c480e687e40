// Seam: accounts of different base currencies as one: at rates IBKR's own ledgers name, or not at all.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { Ledger, PositionList } from '../../../shared/domain/portfolio';
import { commonBase, inCommonBase } from './common-base';

const ledger = (...rates: ReadonlyArray<readonly [string, string]>): Ledger =>
  ({
    rows: [
      { currency: 'BASE', isBase: true, exchangeRate: decimal('1') },
      ...rates.map(([currency, rate]) => ({ currency, isBase: false, exchangeRate: decimal(rate) })),
    ],
  }) as Ledger;
const account = (baseCurrency: string | null, own?: Ledger) => ({ baseCurrency, ledger: own });

it('takes the rate of the account kept in the common currency', () => {
  expect(
    commonBase([account('USD', ledger(['EUR', '1.1'])), account('EUR', ledger(['USD', '0.9']))]),
  ).toEqual({
    currency: 'USD',
    rates: ['1', '1.1'],
  });
});

it('else turns round what the other account names', () => {
  expect(commonBase([account('USD', ledger()), account('EUR', ledger(['USD', '0.8']))]).rates).toEqual([
    '1',
    '1.25',
  ]);
});

it('names no rate it was not told, and no currency before all are known', () => {
  expect(commonBase([account('USD', ledger()), account('EUR', ledger())]).rates).toEqual(['1', null]);
  expect(commonBase([account('USD', ledger()), account(null)])).toEqual({
    currency: null,
    rates: [null, null],
  });
  expect(commonBase([account(null)])).toEqual({ currency: null, rates: ['1'] });
});

it('converts base amounts and rates of a list, never the local ones', () => {
  const list = {
    positions: [
      {
        ...{ marketValue: decimal('10'), marketValueBase: decimal('20') },
        ...{ unrealizedPnlBase: null, realizedPnlBase: decimal('1') },
      },
    ],
    rates: [{ currency: 'CHF', rate: decimal('2') }],
    totalMarketValueBase: decimal('20'),
  } as unknown as PositionList;
  expect(inCommonBase(list, decimal('1'))).toBe(list);
  expect(inCommonBase(list, decimal('1.5'))).toMatchObject({
    positions: [
      { marketValue: '10', marketValueBase: '30', unrealizedPnlBase: null, realizedPnlBase: '1.5' },
    ],
    rates: [{ currency: 'CHF', rate: '3' }],
    totalMarketValueBase: '30',
  });
  expect(inCommonBase(list, null).positions[0]).toMatchObject({ marketValue: '10', marketValueBase: null });
});
