import {
  add,
  compare,
  decimal,
  divide,
  multiply,
  subtract,
  type Decimal,
} from '../../../shared/domain/decimal';
import type { PerformancePeriod, PerformancePoint } from '../../../shared/domain/performance';

const zero = decimal('0');
const one = decimal('1');
const hundred = decimal('100');

/** A fraction as a percentage. */
export const percent = (fraction: Decimal | null): Decimal | null =>
  fraction === null ? null : multiply(fraction, hundred);

/** What came on top between two cumulative returns: (1 + later) ÷ (1 + earlier) − 1. */
export function between(earlier: Decimal | null, later: Decimal | null): Decimal | null {
  if (earlier === null || later === null) return null;
  const growth = divide(add(one, later), add(one, earlier), 12);
  return growth === null ? null : subtract(growth, one);
}

/** The whole period: return, value and what changed it, deposits included. */
export function wholeOf(period: PerformancePeriod) {
  const last = period.points.at(-1);
  const nav = last?.nav ?? null;
  return {
    cumulativeReturn: last?.cumulativeReturn ?? null,
    nav,
    change: nav === null || period.startNav === null ? null : subtract(nav, period.startNav),
    lastMs: last?.timeMs ?? null,
  };
}

/** How far each day stands below the highest point before it, a fraction from 0 down; from the period's start on. */
export function drawdownsOf(points: ReadonlyArray<PerformancePoint>): Array<Decimal | null> {
  let peak = one;
  return points.map(({ cumulativeReturn }) => {
    if (cumulativeReturn === null) return null;
    const level = add(one, cumulativeReturn);
    if (compare(level, peak) > 0) peak = level;
    const share = divide(level, peak, 12);
    return share === null ? null : subtract(share, one);
  });
}

export interface Drawdown {
  readonly depth: Decimal;
  readonly peakMs: number | null;
  readonly troughMs: number;
  /** When it was made good; `null`: not yet. */
  readonly recoveredMs: number | null;
}

/** The deepest fall of a period with its days. `null` where it never fell. */
export function deepestOf(period: PerformancePeriod): Drawdown | null {
  const depths = drawdownsOf(period.points);
  let at = -1;
  for (const [index, depth] of depths.entries())
    if (depth !== null && compare(depth, at === -1 ? zero : (depths[at] ?? zero)) < 0) at = index;
  const depth = depths[at];
  const trough = period.points[at];
  if (depth == null || trough === undefined) return null;
  const isTop = (each: Decimal | null | undefined): boolean => each != null && compare(each, zero) === 0;
  const peakAt = depths.slice(0, at).findLastIndex(isTop);
  const recovered = depths.findIndex((each, index) => index > at && isTop(each));
  return {
    depth,
    peakMs: period.points[peakAt]?.timeMs ?? period.startMs,
    troughMs: trough.timeMs,
    recoveredMs: period.points[recovered]?.timeMs ?? null,
  };
}

export type Step = 'day' | 'week' | 'month';
export interface StepReturn {
  /** The last day of the step. */
  readonly timeMs: number;
  readonly earned: Decimal | null;
  readonly nav: Decimal | null;
}

/** Short periods by the day, long ones by the month; between them by the week. */
export function stepOf({ points }: PerformancePeriod): Step {
  return points.length <= 31 ? 'day' : points.length <= 110 ? 'week' : 'month';
}

/** The return of each day, week or month; the first and the last may be only part of one. */
export function stepsOf({ points }: PerformancePeriod, step: Step): StepReturn[] {
  const ends = points.filter((point, index) => {
    const next = points[index + 1];
    return next === undefined || stepNumber(next.timeMs, step) !== stepNumber(point.timeMs, step);
  });
  return ends.map(({ timeMs, nav, cumulativeReturn }, index) => ({
    timeMs,
    nav,
    earned: between(index === 0 ? zero : (ends[index - 1]?.cumulativeReturn ?? null), cumulativeReturn),
  }));
}

function stepNumber(timeMs: number, step: Step): number {
  const date = new Date(timeMs);
  const day = Math.floor(timeMs / 86_400_000);
  if (step === 'day') return day;
  // Day 4 of the epoch was a Monday.
  if (step === 'week') return Math.floor((day - 4) / 7);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
