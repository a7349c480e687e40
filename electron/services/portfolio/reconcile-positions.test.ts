// Seam: IBKR's two lists of holdings become one that names what it does not know; figures are never mixed.
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../shared/app-error';
import { accountIdSchema } from '../../../shared/domain/ids';
import { err, ok } from '../../../shared/result';
import type { WireRecord } from '../wire-record';
import { reconcile } from './reconcile-positions';
import { toLedger } from './to-ledger';
import type { Rates } from './to-position';
import { toSummary } from './to-summary';

const account = accountIdSchema.parse('DU1');
const rates: Rates = new Map([
  ['USD', '1' as never],
  ['EUR', '1.1' as never],
]);
const cachedRow = {
  ...{ conid: 1, position: 10, mktPrice: 100, mktValue: 1000, unrealizedPnl: 20, currency: 'EUR' },
  ...{ ticker: 'SAP', name: 'SAP SE', sector: 'Technology' },
};
const fastRow = {
  ...{ conid: '1', position: 12, marketPrice: 101, marketValue: 1212, unrealizedPnl: 32, currency: 'EUR' },
  description: 'SAP',
};
const failure: AppError = { code: 'unavailable', message: 'IBKR is busy.', meaning: '', action: '' };

const listOf = ({
  fast = null as ReadonlyArray<WireRecord> | 'fails' | null,
  cached = [] as ReadonlyArray<WireRecord>,
  failedPages = [] as ReadonlyArray<number>,
  heldPages = [] as ReadonlyArray<number>,
}) =>
  reconcile({
    accountId: account,
    fast:
      fast === null
        ? null
        : fast === 'fails'
          ? err(failure)
          : ok(new Map(fast.map((row) => [Number(row['conid']), row]))),
    pages: {
      rows: () => new Map(cached.map((row) => [Number(row['conid']), row])),
      failed: () => new Map(failedPages.map((page) => [page, failure])),
      has: (page) => heldPages.includes(page),
      reading: () => false,
      complete: () => failedPages.length === 0,
    },
    rates,
  });

describe('two lists', () => {
  it('takes figures from the near-real-time list and details from the cached one', () => {
    const { positions, complete } = listOf({ fast: [fastRow], cached: [cachedRow] });
    expect(positions[0]).toMatchObject({
      ...{ symbol: 'SAP', sector: 'Technology', quantity: '12', marketPrice: '101', marketValue: '1212' },
      ...{ marketValueBase: '1333.2', unrealizedPnlBase: '35.2', origin: 'near-real-time' },
      otherQuantity: '10',
    });
    expect(complete).toBe(true);
  });

  it('falls back to the cached list whole, and says so', () => {
    const { positions, fastFailure } = listOf({ fast: 'fails', cached: [cachedRow] });
    expect(positions[0]).toMatchObject({ quantity: '10', marketValue: '1000', origin: 'cached' });
    expect(fastFailure).toBe('IBKR is busy.');
  });

  it('does not believe an empty near-real-time list beside holdings', () => {
    const { positions, fastFailure } = listOf({ fast: [], cached: [cachedRow] });
    expect(positions.map(({ quantity }) => quantity)).toEqual(['10']);
    expect(fastFailure).toContain('empty');
  });

  it('keeps a holding that only the cached list has, and does not call the list complete', () => {
    const { positions, complete } = listOf({
      fast: [fastRow],
      cached: [cachedRow, { ...cachedRow, conid: 2 }],
    });
    expect(positions.map(({ conid, otherQuantity }) => [conid, otherQuantity])).toEqual([
      [1, '10'],
      [2, '0'],
    ]);
    expect(complete).toBe(false);
  });
});

describe('what is missing is named', () => {
  it('details of a failed page only, where the near-real-time list has every row', () => {
    const list = listOf({
      fast: [fastRow, { ...fastRow, conid: '9' }],
      cached: [cachedRow],
      failedPages: [36],
    });
    expect(list).toMatchObject({
      ...{ complete: true, detailed: false },
      gaps: [{ page: 37, missing: 'details', reason: 'IBKR is busy.' }],
    });
  });

  it('rows of a failed page, where no other list has them', () => {
    const list = listOf({ fast: 'fails', cached: [cachedRow], failedPages: [36] });
    expect(list).toMatchObject({ complete: false, gaps: [{ page: 37, missing: 'rows' }] });
  });

  it('nothing more than age, where the failed page was read before', () => {
    const before = { cached: [cachedRow], failedPages: [36], heldPages: [36] };
    expect(listOf({ ...before, fast: 'fails' })).toMatchObject({
      ...{ complete: false, gaps: [{ page: 37, missing: 'newer' }] },
    });
    expect(listOf({ ...before, fast: [fastRow] }).gaps).toEqual([]);
  });

  it('a sparse first read is not complete, and closed positions stay with zero', () => {
    const sparse = { conid: 3, position: 0, mktValue: 0, currency: 'USD', contractDesc: 'QQQ' };
    const list = listOf({ cached: [sparse] });
    expect(list.complete).toBe(false);
    expect(list.positions.map(({ symbol, quantity }) => [symbol, quantity])).toEqual([['QQQ', '0']]);
  });

  it('a value without a rate', () => {
    const [position] = listOf({ cached: [{ ...cachedRow, currency: 'CHF' }] }).positions;
    expect(position).toMatchObject({ marketValue: '1000', marketValueBase: null, unrealizedPnlBase: null });
  });

  it('no holdings, unless both lists say so', () => {
    expect(listOf({ fast: [], failedPages: [0] }).complete).toBe(false);
    expect(listOf({ fast: [] }).complete).toBe(true);
  });
});

it('knows pence from pounds, and what an option is', () => {
  const [position] = listOf({
    cached: [
      {
        ...{ ...cachedRow, displayRule: { magnification: 2 }, expiry: '20270115', putOrCall: 'C' },
        ...{ strike: '250', multiplier: 100, undConid: 7 },
      },
    ],
  }).positions;
  expect(position).toMatchObject({
    ...{ priceMagnification: '100', expiry: '20270115', right: 'C', strike: '250' },
    ...{ multiplier: '100', underlyingConid: 7 },
  });
});

it('finds the size of a contract in its cost, where IBKR has not said it yet', () => {
  const future = {
    ...cachedRow,
    assetClass: 'FUT',
    multiplier: null,
    avgCost: 348114.52,
    avgPrice: 6962.2904,
  };
  expect(listOf({ cached: [future] }).positions[0]?.multiplier).toBe('50');
  expect(listOf({ cached: [{ ...future, avgPrice: 0 }] }).positions[0]?.multiplier).toBeNull();
  expect(listOf({ cached: [{ ...future, assetClass: 'STK' }] }).positions[0]?.multiplier).toBeNull();
});

it('adds every class of holding to a currency’s market value', () => {
  const rows = toLedger(
    account,
    { USD: { stockmarketvalue: 10.5, futuremarketvalue: 0, funds: 2, cashbalance: 99 } },
    1,
  ).rows;
  expect(rows[0]).toMatchObject({ marketValue: '12.5', cash: '99' });
});

it('reads a null summary entry as unknown', () => {
  const summary = toSummary(
    account,
    {
      netliquidation: { amount: 5, currency: 'USD', isNull: false },
      buyingpower: { amount: 0, isNull: true },
    },
    1,
  );
  expect(summary).toMatchObject({
    netLiquidation: '5',
    baseCurrency: 'USD',
    buyingPower: null,
    totalCash: null,
  });
});
