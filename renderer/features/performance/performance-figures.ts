import { add, decimal, divide, multiply, subtract, type Decimal } from '../../../shared/domain/decimal';
import type { Performance } from '../../../shared/domain/portfolio';
import type { EpochMs } from '../../../shared/domain/time';

export interface PerformancePoint {
  readonly timeMs: EpochMs;
  readonly nav: Decimal | null;
  /** Time-weighted return since the first shown day, in percent. */
  readonly returnPercent: Decimal | null;
}

export const performanceRanges = ['1M', '3M', '6M', '1Y'] as const;
export type PerformanceRange = (typeof performanceRanges)[number];
const days: Readonly<Record<PerformanceRange, number>> = { '1M': 30, '3M': 91, '6M': 182, '1Y': 366 };

const one = decimal('1');
const hundred = decimal('100');

/**
 * The days of a range. IBKR's returns are cumulative from its own first day, so those of a shorter range are
 * chained: (1 + r) ÷ (1 + r₀) − 1. Deposits move the value and not the return.
 */
export function performanceOf({ points }: Performance, range: PerformanceRange): PerformancePoint[] {
  const last = points.at(-1);
  if (last === undefined) return [];
  const fromMs = last.timeMs - days[range] * 86_400_000;
  const shown = points.filter((point) => point.timeMs >= fromMs);
  const start = shown[0]?.cumulativeReturn ?? null;
  const whole = shown.length === points.length;
  return shown.map(({ timeMs, nav, cumulativeReturn }) => ({
    timeMs,
    nav,
    returnPercent: since(cumulativeReturn, whole ? decimal('0') : start),
  }));
}

function since(value: Decimal | null, start: Decimal | null): Decimal | null {
  if (value === null || start === null) return null;
  const growth = divide(add(one, value), add(one, start));
  return growth === null ? null : multiply(subtract(growth, one), hundred);
}
