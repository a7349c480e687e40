import type { Bar } from '../../../shared/domain/bar';
import type { Venue } from '../../../shared/domain/chart-series';
import { compare, type Decimal } from '../../../shared/domain/decimal';
import type { Quote } from '../../../shared/domain/quote';

interface Grid {
  readonly barMs: number;
  /** Exactly one trading day: a bar begins with its session. */
  readonly perSession: boolean;
  readonly outsideRth: boolean;
  /** Regular sessions as far as known. */
  readonly sessions: Venue['sessions'];
}

/**
 * The bar that a live price makes of the last one, or the next bar it opens; `null` where the quote is no live
 * trade, or falls outside the hours these bars are made of. Without known sessions, gaps longer than three bars
 * are left to the next reading.
 */
export function liveBar(last: Bar | undefined, quote: Quote | null, grid: Grid): Bar | null {
  if (last === undefined || quote?.last == null) return null;
  if (quote.availability !== 'live' || quote.lastMark !== null || quote.asOfMs < last.timeMs) return null;
  const session = grid.sessions.find(
    ({ openMs, closeMs }) => quote.asOfMs >= openMs && quote.asOfMs < closeMs,
  );
  if (grid.sessions.length > 0 && session === undefined && !grid.outsideRth) return null;
  const price = quote.last;
  const startMs = startOf(last.timeMs, quote.asOfMs, session?.openMs ?? null, grid);
  if (startMs === null) return null;
  if (startMs <= last.timeMs) {
    return {
      ...last,
      high: greater(last.high, price),
      low: lesser(last.low, price),
      close: price,
      volume: grid.perSession && !grid.outsideRth ? (quote.volume ?? last.volume) : last.volume,
    };
  }
  return { timeMs: startMs, open: price, high: price, low: price, close: price, volume: null };
}

/** Where the bar of this moment begins; `null` where that is not known here. */
function startOf(
  lastMs: number,
  atMs: number,
  openMs: number | null,
  { barMs, perSession }: Grid,
): number | null {
  const ageMs = atMs - lastMs;
  if (perSession && openMs !== null) return Math.max(openMs, lastMs);
  if (ageMs < barMs) return lastMs;
  // Whether another day has begun is the venue's to say: a guess would draw a bar on a Saturday.
  if (perSession) return null;
  // A session's first bar begins with it, whatever the grid of the day before.
  if (openMs !== null && openMs > lastMs && barMs < dayMs)
    return openMs + Math.floor((atMs - openMs) / barMs) * barMs;
  return ageMs < 3 * barMs ? lastMs + Math.floor(ageMs / barMs) * barMs : null;
}

const dayMs = 86_400_000;

/**
 * A running bar carried over a reread: the gateway's figures with the extremes the stream has seen since. Another
 * bar than the last one read stands for itself.
 */
export function carriedOver(held: Bar | null, read: Bar | undefined): Bar | undefined {
  if (held === null || read === undefined || held.timeMs < read.timeMs) return read;
  if (held.timeMs > read.timeMs) return held;
  return { ...read, high: greater(read.high, held.high), low: lesser(read.low, held.low) };
}

const greater = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);
const lesser = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);
