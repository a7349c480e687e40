import type { Bar } from '../../../shared/domain/bar';
import { compare, type Decimal } from '../../../shared/domain/decimal';
import type { Quote } from '../../../shared/domain/quote';

/**
 * The bar that a live price makes of the last one, or the next bar it opens; `null` where the quote is no live
 * trade. Gaps longer than three bars are left to the next reading: the session in between is not known here.
 */
export function liveBar(last: Bar | undefined, quote: Quote | null, barMs: number): Bar | null {
  if (last === undefined || quote?.last == null) return null;
  if (quote.availability !== 'live' || quote.lastMark !== null) return null;
  const price = quote.last;
  const ageMs = quote.asOfMs - last.timeMs;
  if (ageMs < 0 || ageMs >= 3 * barMs) return null;
  if (ageMs < barMs) {
    return { ...last, high: greater(last.high, price), low: lesser(last.low, price), close: price };
  }
  const timeMs = last.timeMs + Math.floor(ageMs / barMs) * barMs;
  return { timeMs, open: price, high: price, low: price, close: price, volume: null };
}

const greater = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);
const lesser = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);
