import { returnsOf, performanceSeries } from './broker/performance';
import type { Account } from './broker/account';
import type { CurrencyTotals, PositionValue } from './broker/valuation';
import type { Big } from './money';
import type { World } from './world';

const exact = (amounts: Readonly<Record<string, Big>>): Record<string, string> =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount.toFixed()]));

/**
 * Every figure of an account, exact, as decimal texts: what a portfolio screen must show after rounding.
 * Local amounts are in the currency of the row, `…Base` in the account's.
 */
export function portfolioTruth(world: World, account: Account, days: number): Record<string, unknown> {
  const value = world.valuation.account(account);
  const { positions, currencies, ...totals } = value;
  return {
    now: world.clock.now(),
    account: account.id,
    baseCurrency: account.currency,
    totals: exact(totals),
    positions: positions.map((entry) => positionTruth(world, entry)),
    ledger: currencies.map(ledgerTruth),
    accruedDividends: account.dividends
      .filter((accrual) => accrual.payMs > world.clock.now())
      .map(({ instrument, exMs, payMs, quantity, perUnit, gross, tax, net }) => ({
        conid: instrument.conid,
        currency: instrument.currency,
        exMs,
        payMs,
        ...exact({ quantity, perUnit, gross, tax, net }),
      })),
    performance: performanceTruth(world, account, days),
    statement: account.entries.map((entry) => ({
      kind: entry.kind,
      atMs: entry.atMs,
      conid: entry.instrument?.conid ?? null,
      currency: entry.currency,
      quantity: entry.quantity?.toFixed() ?? null,
      price: entry.price?.toFixed() ?? null,
      ...exact({
        amount: entry.amount,
        commission: entry.commission,
        realized: entry.realized,
        rate: entry.rate,
      }),
      cash: entry.cash.map(([currency, amount]) => [currency, amount.toFixed()]),
    })),
  };
}

function positionTruth(world: World, entry: PositionValue): Record<string, unknown> {
  const { instrument, position } = entry;
  const rate = world.valuation.rate(instrument.currency);
  return {
    conid: instrument.conid,
    symbol: instrument.symbol,
    secType: instrument.secType,
    currency: instrument.currency,
    multiplier: instrument.multiplier,
    ...exact({
      rate,
      quantity: position.quantity,
      /** Money per unit, not quote units: pounds where the quote is in pence. */
      mark: entry.price,
      averageCost: entry.averageCost,
      averagePrice: entry.averagePrice,
      cost: position.cost,
      marketValue: entry.value,
      marketValueBase: entry.value.times(rate),
      unrealized: entry.unrealized,
      unrealizedBase: entry.unrealized.times(rate),
      realizedToday: entry.realizedToday,
      realizedTodayBase: entry.realizedToday.times(rate),
      realizedEver: position.realized,
      daily: entry.daily,
      dailyBase: entry.daily.times(rate),
    }),
  };
}

const ledgerTruth = ({ currency, byType, ...amounts }: CurrencyTotals) => ({
  currency,
  ...exact(amounts),
  byType: exact(byType),
});

function performanceTruth(world: World, account: Account, days: number) {
  const points = performanceSeries(world, account, days);
  const returns = returnsOf(points);
  return points.map((point, index) => ({ ...point, returned: index === 0 ? 0 : (returns[index - 1] ?? 0) }));
}
