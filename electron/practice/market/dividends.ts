import { big, round, type Big } from '../money';
import { hash } from '../random';
import { dividendPolicies } from './catalogue/dividends';
import { exDay, tradingDay } from './ex-dates';
import type { Instrument } from './instrument';
import type { Market } from './market';

export interface Dividend {
  readonly instrument: Instrument;
  /** In money of the trade currency: pounds where the price is in pence. */
  readonly perUnit: Big;
  /** Whoever holds at the end of the day before gets it. Midnight UTC. */
  readonly exMs: number;
  readonly payMs: number;
  readonly withheldPercent: number;
}

const dayMs = 86_400_000;

/** The dividend whose ex-date is the day beginning at `exMs`, or null; a function of instrument and date alone. */
export function dividendOn(market: Market, instrument: Instrument, exMs: number): Dividend | null {
  const policy = dividendPolicies.get(instrument.conid);
  if (policy === undefined) return null;
  if (exMs !== exDay(instrument, exMs)) return null;
  const price = big(market.quote(instrument, exMs - 1).last).div(instrument.magnifier);
  const places = instrument.currency === 'JPY' ? 0 : instrument.magnifier === 100 ? 4 : 2;
  const perUnit = round(price.times(policy.yearlyPercent).div(100).div(policy.perYear), places);
  return perUnit.gt(0)
    ? {
        instrument,
        perUnit,
        exMs,
        payMs: tradingDay(instrument, exMs + (16 + (hash(instrument.conid, exMs / dayMs, 42) % 12)) * dayMs),
        withheldPercent: policy.withheldPercent,
      }
    : null;
}

/** Those of a year before and after a moment, oldest first: for the dividend fields of a quote. */
export function dividendsAround(market: Market, instrument: Instrument, nowMs: number): Dividend[] {
  if (!dividendPolicies.has(instrument.conid)) return [];
  const now = new Date(nowMs);
  const days = Array.from({ length: 25 }, (_, i) =>
    exDay(instrument, Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 12 + i, 1)),
  );
  return days
    .filter((exMs) => exMs !== null)
    .map((exMs) => dividendOn(market, instrument, exMs))
    .filter((dividend) => dividend !== null);
}
