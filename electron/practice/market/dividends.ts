import { big, round, type Big } from '../money';
import { hash } from '../random';
import { dividendPolicies } from './catalogue/dividends';
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
  const date = new Date(exMs);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const everyMonths = 12 / policy.perYear;
  if (month % everyMonths !== instrument.conid % everyMonths || exMs !== exDay(instrument, date)) return null;
  const price = big(market.quote(instrument, exMs - 1).last).div(instrument.magnifier);
  const places = instrument.currency === 'JPY' ? 0 : instrument.magnifier === 100 ? 4 : 2;
  const perUnit = round(price.times(policy.yearlyPercent).div(100).div(policy.perYear), places);
  return perUnit.gt(0)
    ? {
        instrument,
        perUnit,
        exMs,
        payMs: weekday(exMs + (16 + (hash(instrument.conid, month, 42) % 12)) * dayMs),
        withheldPercent: policy.withheldPercent,
      }
    : null;
}

/** Those of a year before and after a moment, oldest first: for the dividend fields of a quote. */
export function dividendsAround(market: Market, instrument: Instrument, nowMs: number): Dividend[] {
  if (!dividendPolicies.has(instrument.conid)) return [];
  const now = new Date(nowMs);
  const days = Array.from({ length: 25 }, (_, i) =>
    exDay(instrument, new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 12 + i, 1))),
  );
  return days.map((exMs) => dividendOn(market, instrument, exMs)).filter((dividend) => dividend !== null);
}

/** Between the 5th and the 24th, on a weekday. */
const exDay = (instrument: Instrument, date: Date): number =>
  weekday(
    Date.UTC(
      date.getUTCFullYear(),
      date.getUTCMonth(),
      5 + (hash(instrument.conid, date.getUTCFullYear() * 12 + date.getUTCMonth(), 41) % 18),
    ),
  );

function weekday(ms: number): number {
  const day = new Date(ms).getUTCDay();
  return day === 0 ? ms + dayMs : day === 6 ? ms + 2 * dayMs : ms;
}
