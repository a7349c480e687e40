import type { Account } from '../broker/account';
import type { Broker } from '../broker/broker';
import { numberOf, textOf } from '../broker/order-request';
import type { Valuation } from '../broker/valuation';
import type { PracticeClock } from '../clock';
import type { Instrument } from '../market/instrument';
import type { Market } from '../market/market';
import { big, type Big } from '../money';
import { parseStartTime } from '../wire-time';

export type Condition = Readonly<Record<string, unknown>>;

export interface Watched {
  readonly account: string;
  readonly createdMs: number;
  readonly outsideRth: boolean;
  readonly conditions: readonly Condition[];
}

/** What the mobile trading assistant takes for the market. */
const spy = 756733;

/**
 * Whether an alert's conditions hold now. Types of CPAPI (`#alert`, read 2026-11): 1 price, 3 time, 4 margin cushion,
 * 5 trade, 6 volume, 7 market change, 8 position change, 9 day profit; changes in per cent, money in the base currency.
 * `logicBind` of a condition joins it with the next: `a` and, `o` or, `n` the last one.
 */
export function createConditions(deps: {
  readonly market: Market;
  readonly clock: PracticeClock;
  readonly broker: Broker;
  readonly valuation: Valuation;
  readonly account: (id: string) => Account | undefined;
}): (alert: Watched) => boolean {
  const { market, clock, broker, valuation } = deps;

  const instrumentOf = (condition: Condition): Instrument | undefined =>
    market.catalogue.byConid(Number(textOf(condition.conidex).split('@')[0]));
  const changeOf = (instrument: Instrument): Big =>
    big(market.quote(instrument).last).div(market.priorClose(instrument)).minus(1).times(100);
  /** Quotes count in the venue's regular hours, unless the alert looks outside them too. */
  const isWatching = (instrument: Instrument, alert: Watched): boolean =>
    alert.outsideRth || market.quote(instrument).state === 'regular';

  const measure = (condition: Condition, alert: Watched): Big | null => {
    const account = deps.account(alert.account);
    const instrument = instrumentOf(condition);
    const watched = instrument !== undefined && isWatching(instrument, alert) ? instrument : null;
    switch (Number(condition.type)) {
      case 1:
        return watched === null ? null : big(market.quote(watched).last);
      case 4: {
        if (account === undefined) return null;
        const { netLiquidation, excessLiquidity } = valuation.account(account);
        return netLiquidation.gt(0) ? excessLiquidity.div(netLiquidation).times(100) : null;
      }
      case 6:
        return watched === null ? null : big(market.day(watched).volume);
      case 7: {
        const benchmark = instrument ?? market.catalogue.byConid(spy);
        return benchmark === undefined || !isWatching(benchmark, alert) ? null : changeOf(benchmark);
      }
      case 8: {
        const held = instrument === undefined ? undefined : account?.positions.get(instrument.conid);
        return watched === null || held === undefined || held.quantity.eq(0) ? null : changeOf(watched);
      }
      case 9:
        return account === undefined ? null : valuation.account(account).daily;
      default:
        return null;
    }
  };

  const wasTraded = (condition: Condition, alert: Watched): boolean => {
    const conid = instrumentOf(condition)?.conid;
    return broker
      .executions()
      .some(
        (e) =>
          e.account === alert.account &&
          e.atMs >= alert.createdMs &&
          (conid === undefined || e.instrument.conid === conid),
      );
  };

  const holds = (condition: Condition, alert: Watched): boolean => {
    const below = textOf(condition.operator).startsWith('<');
    if (Number(condition.type) === 5) return wasTraded(condition, alert);
    if (Number(condition.type) === 3) {
      const at = parseStartTime(textOf(condition.value));
      return at !== null && (below ? clock.now() <= at : clock.now() >= at);
    }
    const [value, limit] = [measure(condition, alert), numberOf(condition.value)];
    return value !== null && limit !== null && (below ? value.lte(limit) : value.gte(limit));
  };

  return (alert) => {
    let result: boolean | null = null;
    let either = false;
    for (const condition of alert.conditions) {
      const held = holds(condition, alert);
      result = result === null ? held : either ? result || held : result && held;
      either = textOf(condition.logicBind).toLowerCase().startsWith('o');
    }
    return result ?? false;
  };
}
