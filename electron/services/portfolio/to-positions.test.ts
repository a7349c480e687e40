// Seam: holdings and totals in base currency; a part that is not known makes the total unknown, not smaller.
import { expect, it } from 'vitest';
import { accountIdSchema } from '../../../shared/domain/ids';
import { toLedger } from './to-ledger';
import { toPositions } from './to-positions';
import { toSummary } from './to-summary';

const account = accountIdSchema.parse('DU1');
const ledger = toLedger(
  account,
  { USD: { exchangerate: 1 }, EUR: { exchangerate: 1.1 }, BASE: { exchangerate: 1 } },
  1,
).rows;
const row = { conid: 1, position: 10, mktValue: 1000, currency: 'EUR', ticker: 'SAP', name: 'SAP SE' };

it('turns values into base currency with the ledger’s rates', () => {
  const list = toPositions(account, [row, { ...row, conid: '2', mktValue: -50, currency: 'USD' }], ledger, 1);
  expect(list.positions.map((position) => position.marketValueBase)).toEqual(['1100', '-50']);
  expect(list.totalMarketValueBase).toBe('1050');
});

it('keeps the total unknown where a rate is missing', () => {
  const list = toPositions(account, [row, { ...row, conid: 2, currency: 'CHF' }], ledger, 1);
  expect(list.totalMarketValueBase).toBeNull();
});

it('leaves closed positions out and names a sparse read incomplete', () => {
  const list = toPositions(
    account,
    [
      { ...row, position: 0 },
      { conid: 3, position: 1, mktValue: 5, currency: 'USD', contractDesc: 'QQQ' },
    ],
    ledger,
    1,
  );
  expect(list.positions.map((position) => position.symbol)).toEqual(['QQQ']);
  expect(list.complete).toBe(false);
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
