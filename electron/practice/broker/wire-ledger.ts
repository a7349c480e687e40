import { toNumber, zero, type Big } from '../money';
import type { World } from '../world';
import type { Account } from './account';
import type { CurrencyTotals } from './valuation';

/** `/portfolio/{a}/ledger`: one entry per currency and `BASE`; timestamps in seconds. */
export function ledgerOf(world: World, account: Account): Record<string, Record<string, unknown>> {
  const { currencies } = world.valuation.account(account);
  const nowS = Math.floor(world.clock.now() / 1000);
  const entries = currencies.map((totals, index) => {
    const entry = ledgerEntry(account.id, totals.currency, toNumber(totals.rate, 12), nowS, (pick) =>
      pick(totals),
    );
    return [totals.currency, index === 0 ? { ...entry, endofbundle: 1 } : entry] as const;
  });
  const inBase = (pick: (totals: CurrencyTotals) => Big) =>
    currencies.reduce((total, totals) => total.plus(pick(totals).times(totals.rate)), zero);
  return { ...Object.fromEntries(entries), BASE: ledgerEntry(account.id, 'BASE', 1, nowS, inBase) };
}

function ledgerEntry(
  accountId: string,
  currency: string,
  rate: number,
  timestamp: number,
  amount: (pick: (totals: CurrencyTotals) => Big) => Big,
): Record<string, unknown> {
  const of = (pick: (totals: CurrencyTotals) => Big) => toNumber(amount(pick), 4);
  const type = (name: keyof CurrencyTotals['byType']) => of((totals) => totals.byType[name] ?? zero);
  return {
    commoditymarketvalue: 0,
    futuremarketvalue: type('FUT'),
    settledcash: of((t) => t.cash),
    exchangerate: rate,
    sessionid: 1,
    cashbalance: of((t) => t.cash),
    corporatebondsmarketvalue: type('BOND'),
    warrantsmarketvalue: 0,
    netliquidationvalue: of((t) => t.netLiquidation),
    interest: of((t) => t.accruedInterest),
    unrealizedpnl: of((t) => t.unrealized),
    stockmarketvalue: type('STK'),
    moneyfunds: 0,
    currency,
    realizedpnl: of((t) => t.realized),
    funds: type('FUND'),
    acctcode: accountId,
    issueroptionsmarketvalue: 0,
    key: 'LedgerList',
    timestamp,
    severity: 0,
    stockoptionmarketvalue: type('OPT'),
    futuresonlypnl: type('FUT'),
    tbondsmarketvalue: 0,
    futureoptionmarketvalue: type('FOP'),
    cashbalancefxsegment: 0,
    secondkey: currency,
    tbillsmarketvalue: 0,
    dividends: of((t) => t.accruedDividends),
    cryptocurrencyvalue: type('CRYPTO'),
  };
}
