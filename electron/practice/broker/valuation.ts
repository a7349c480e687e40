import type { Market } from '../market/market';
import { isFuture, type Instrument } from '../market/instrument';
import { big, sum, zero, type Big } from '../money';
import { cashIn, dayOf, valueOf, type Account, type Position } from './account';
import { currenciesOf, type Accruals } from './books';
import type { Rates } from './rates';

export interface PositionValue {
  readonly position: Position;
  readonly instrument: Instrument;
  /** Per unit in the trade currency (pounds, not pence). */
  readonly price: Big;
  readonly value: Big;
  readonly averageCost: Big;
  readonly averagePrice: Big;
  readonly unrealized: Big;
  /** Profit of the venue's session: of what was held since the prior close and of what was traded since. */
  readonly daily: Big;
  /** Realised in the venue's session. */
  readonly realizedToday: Big;
}

export interface CurrencyTotals {
  readonly currency: string;
  readonly cash: Big;
  readonly byType: Readonly<Partial<Record<Instrument['secType'], Big>>>;
  readonly unrealized: Big;
  /** Of the day. */
  readonly realized: Big;
  /** Earned or owed and not yet posted; borrow fees included. */
  readonly accruedInterest: Big;
  /** After tax. */
  readonly accruedDividends: Big;
  /** Cash, positions and accruals. */
  readonly netLiquidation: Big;
  /** Value of one unit in the base currency. */
  readonly rate: Big;
}

export interface AccountValue {
  readonly positions: readonly PositionValue[];
  readonly currencies: readonly CurrencyTotals[];
  /** In base currency. */
  readonly netLiquidation: Big;
  readonly cash: Big;
  readonly grossPositionValue: Big;
  readonly accruedInterest: Big;
  readonly accruedDividends: Big;
  readonly unrealized: Big;
  /** Of the day. */
  readonly realized: Big;
  /** Σ of the positions' day P&L; currencies that moved under cash do not count. */
  readonly daily: Big;
  readonly initialMargin: Big;
  readonly maintenanceMargin: Big;
  readonly availableFunds: Big;
  readonly excessLiquidity: Big;
  readonly buyingPower: Big;
}

export interface Valuation {
  readonly rate: (currency: string) => Big;
  readonly position: (position: Position) => PositionValue;
  readonly account: (account: Account) => AccountValue;
}

/** Portfolio values are struck at the last price, as IBKR's mark is during trading. */
export function createValuation(market: Market, { rate }: Rates, accruals: Accruals): Valuation {
  const lastOf = (instrument: Instrument) => big(market.quote(instrument).last);

  const position = (held: Position): PositionValue => {
    const { instrument, quantity, cost } = held;
    const last = lastOf(instrument);
    const value = valueOf(instrument, quantity, last);
    const day = dayOf(held, market.sessionDate(instrument));
    const prior = valueOf(instrument, day.quantity, big(market.priorClose(instrument)));
    const averageCost = quantity.eq(0) ? zero : cost.div(quantity);
    return {
      position: held,
      instrument,
      price: valueOf(instrument, big(1), last).div(instrument.multiplier),
      value,
      averageCost,
      averagePrice: averageCost.div(instrument.multiplier),
      unrealized: value.minus(cost),
      daily: value.minus(prior).minus(day.flow),
      realizedToday: day.realized,
    };
  };

  const currencyTotals = (
    account: Account,
    currency: string,
    held: readonly PositionValue[],
  ): CurrencyTotals => {
    const own = held.filter((entry) => entry.instrument.currency === currency);
    const byType: Partial<Record<Instrument['secType'], Big>> = {};
    for (const entry of own)
      byType[entry.instrument.secType] = (byType[entry.instrument.secType] ?? zero).plus(equityOf(entry));
    const cash = cashIn(account, currency);
    const accruedInterest = accruals.interest(account, currency);
    const accruedDividends = accruals.dividends(account, currency);
    return {
      currency,
      cash,
      byType,
      unrealized: sum(own.map((entry) => entry.unrealized)),
      realized: sum(own.map((entry) => entry.realizedToday)),
      accruedInterest,
      accruedDividends,
      netLiquidation: cash
        .plus(sum(own.map(equityOf)))
        .plus(accruedInterest)
        .plus(accruedDividends),
      rate: rate(currency),
    };
  };

  const account = (owner: Account): AccountValue => {
    const positions = [...owner.positions.values()].map(position);
    const currencies = currenciesOf(owner).map((currency) => currencyTotals(owner, currency, positions));
    const inBase = (pick: (totals: CurrencyTotals) => Big) =>
      sum(currencies.map((t) => pick(t).times(t.rate)));
    const rates = new Map(currencies.map((t) => [t.currency, t.rate]));
    const based = (entry: PositionValue, amount: Big) =>
      amount.times(rates.get(entry.instrument.currency) ?? 1);
    const netLiquidation = inBase((t) => t.netLiquidation);
    const initialMargin = sum(
      positions.map((p) => based(p, p.value.abs()).times(marginRate(p.instrument).initial)),
    );
    const maintenanceMargin = sum(
      positions.map((p) => based(p, p.value.abs()).times(marginRate(p.instrument).maintenance)),
    );
    const availableFunds = netLiquidation.minus(initialMargin);
    return {
      positions,
      currencies,
      netLiquidation,
      cash: inBase((t) => t.cash),
      grossPositionValue: sum(
        positions.filter((p) => !isFuture(p.instrument)).map((p) => based(p, p.value.abs())),
      ),
      accruedInterest: inBase((t) => t.accruedInterest),
      accruedDividends: inBase((t) => t.accruedDividends),
      unrealized: inBase((t) => t.unrealized),
      realized: inBase((t) => t.realized),
      daily: sum(positions.map((p) => based(p, p.daily))),
      initialMargin,
      maintenanceMargin,
      availableFunds,
      excessLiquidity: netLiquidation.minus(maintenanceMargin),
      buyingPower: availableFunds.gt(0) ? availableFunds.times(4) : zero,
    };
  };

  return { rate, position, account };
}

/** What an open position adds to net liquidation: a future only its open profit, everything else its value. */
export const equityOf = (entry: PositionValue): Big =>
  isFuture(entry.instrument) ? entry.unrealized : entry.value;

/** Simplified Reg-T-like rates; the real ones depend on the instrument, the account and the day. */
export function marginRate(instrument: Instrument): { readonly initial: Big; readonly maintenance: Big } {
  const [initial, maintenance] = {
    STK: ['0.25', '0.25'],
    CFD: ['0.2', '0.2'],
    IND: ['0', '0'],
    OPT: ['1', '1'],
    FOP: ['1', '1'],
    FUT: ['0.08', '0.07'],
    WAR: ['1', '1'],
    CASH: ['0', '0'],
    BOND: ['0.1', '0.08'],
    CRYPTO: ['1', '1'],
    FUND: ['1', '1'],
    BAG: ['0', '0'],
  }[instrument.secType] as [string, string];
  return { initial: big(initial), maintenance: big(maintenance) };
}
