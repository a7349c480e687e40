import { multiply, toDecimal } from '../../../shared/domain/decimal';
import type { Bar } from '../../../shared/domain/bar';
import { recordsOf, type WireRecord } from '../wire-record';

/**
 * Bars of /iserver/marketdata/history: oldest first, one per start time (a page boundary may repeat a bar),
 * volume times the answer's `volumeFactor`. A bar without a complete price is left out: a gap is true, a zero is not.
 */
export function toBars(wire: WireRecord): Bar[] {
  const factor = toDecimal(wire['volumeFactor']) ?? toDecimal(1);
  const byTime = new Map<number, Bar>();
  for (const row of recordsOf(wire['data'])) {
    const [open, high, low, close] = [
      toDecimal(row['o']),
      toDecimal(row['h']),
      toDecimal(row['l']),
      toDecimal(row['c']),
    ];
    const timeMs = Number(row['t']);
    if (open === null || high === null || low === null || close === null || !Number.isSafeInteger(timeMs))
      continue;
    const volume = toDecimal(row['v']);
    byTime.set(timeMs, {
      timeMs,
      open,
      high,
      low,
      close,
      volume: volume === null || factor === null ? null : multiply(volume, factor),
    });
  }
  return [...byTime.values()].sort((a, b) => a.timeMs - b.timeMs);
}
