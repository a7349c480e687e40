import { divide, subtract, decimal, type Decimal } from '../../../shared/domain/decimal';
import type { Bar } from '../../../shared/domain/bar';
import type { PerformancePeriod } from '../../../shared/domain/performance';

const dayMs = 86_400_000;
const one = decimal('1');

/**
 * The day a daily bar belongs to, as its UTC midnight. IBKR dates a bar by its session's opening: between 15:00 UTC
 * of the day before (Sydney 23:00, futures 23:00) and 14:59 UTC of the day itself (New York 14:30 in winter).
 */
export const barDay = (timeMs: number): number => Math.floor((timeMs + 9 * 3_600_000) / dayMs) * dayMs;

/**
 * A benchmark's price change since the evening before the period, on the period's days; days without a bar keep the
 * last close. `null` before the first bar: where nothing is known of the start, nothing is drawn.
 */
export function benchmarkOf(bars: ReadonlyArray<Bar>, period: PerformancePeriod): Array<Decimal | null> {
  const closes = bars.map((bar) => ({ dayMs: barDay(bar.timeMs), close: bar.close }));
  const closeAt = (timeMs: number): Decimal | null =>
    closes.findLast((each) => each.dayMs <= timeMs)?.close ?? null;
  const startMs = period.startMs ?? (period.points[0] === undefined ? null : period.points[0].timeMs - 1);
  const base = startMs === null ? null : closeAt(startMs);
  return period.points.map(({ timeMs }) => {
    const close = closeAt(timeMs);
    const growth = base === null || close === null ? null : divide(close, base, 12);
    return growth === null ? null : subtract(growth, one);
  });
}
