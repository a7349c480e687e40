import { hash } from '../random';
import { dividendPolicies } from './catalogue/dividends';
import { dayKind } from './holidays';
import type { Instrument } from './instrument';
import { anchorMs } from './price-process';

const dayMs = 86_400_000;
const monthOf = (ms: number): number => {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const monthStart = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1);

/** The ex-date in the month of `ms` as midnight UTC, between the 5th and the 24th or so; null when there is none. */
export function exDay(instrument: Instrument, ms: number): number | null {
  const policy = dividendPolicies.get(instrument.conid);
  if (policy === undefined) return null;
  const month = monthOf(ms);
  const every = 12 / policy.perYear;
  if (month % every !== instrument.conid % every) return null;
  return tradingDay(instrument, monthStart(month) + (4 + (hash(instrument.conid, month, 41) % 18)) * dayMs);
}

/** That day, or the next on which the venue trades. */
export function tradingDay(instrument: Instrument, midnightUtc: number): number {
  let day = midnightUtc;
  while (dayKind(instrument.calendar, day) === 'closed') day += dayMs;
  return day;
}

export interface ExDates {
  /** What the dividends between the anchor date and `ms` have taken off the price: below 1 after it, above before. */
  readonly factor: (instrument: Instrument, ms: number) => number;
  /** The first ex-date strictly between two moments, or null. */
  readonly between: (instrument: Instrument, fromMs: number, toMs: number) => number | null;
}

/**
 * A share falls by its dividend when that goes ex: at midnight UTC, when the books accrue it to holders, so that
 * nobody gains or loses by it. Each one takes the same fraction, which makes the price of any time a matter of counting.
 */
export function createExDates(): ExDates {
  const spans = new Map<number, { fromMs: number; toMs: number; factor: number }>();
  const count = (instrument: Instrument, ms: number, every: number): number => {
    const month = monthOf(ms);
    const day = exDay(instrument, ms);
    return Math.floor((month - (instrument.conid % every) - 1) / every) + (day !== null && ms >= day ? 1 : 0);
  };

  const factor = (instrument: Instrument, ms: number): number => {
    const policy = dividendPolicies.get(instrument.conid);
    if (policy === undefined) return 1;
    const known = spans.get(instrument.conid);
    if (known !== undefined && ms >= known.fromMs && ms < known.toMs) return known.factor;
    const every = 12 / policy.perYear;
    const gone = count(instrument, ms, every) - count(instrument, anchorMs, every);
    const value = (1 - policy.yearlyPercent / 100 / policy.perYear) ** gone;
    const month = monthOf(ms);
    const day = exDay(instrument, ms);
    const [fromMs, toMs] = [monthStart(month), monthStart(month + 1)];
    spans.set(instrument.conid, {
      fromMs: day !== null && ms >= day ? day : fromMs,
      toMs: day !== null && ms < day ? day : toMs,
      factor: value,
    });
    return value;
  };

  const between = (instrument: Instrument, fromMs: number, toMs: number): number | null => {
    if (!dividendPolicies.has(instrument.conid)) return null;
    for (let month = monthOf(fromMs); monthStart(month) < toMs; month++) {
      const day = exDay(instrument, monthStart(month));
      if (day !== null && day > fromMs && day < toMs) return day;
    }
    return null;
  };

  return { factor, between };
}
