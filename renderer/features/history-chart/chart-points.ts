import type { UTCTimestamp } from 'lightweight-charts';
import type { Bar } from '../../../shared/domain/bar';
import { toChartNumber } from '../../../shared/domain/decimal';

/** A bar as geometry. */
export interface Point {
  readonly time: UTCTimestamp;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Lines are drawn through the close. */
  readonly value: number;
  readonly volume: number | null;
}

/** The chart's door: from here on prices are geometry. */
export const toPoint = (bar: Bar): Point => {
  const close = toChartNumber(bar.close);
  return {
    time: Math.floor(bar.timeMs / 1000) as UTCTimestamp,
    open: toChartNumber(bar.open),
    high: toChartNumber(bar.high),
    low: toChartNumber(bar.low),
    close,
    value: close,
    volume: bar.volume === null ? null : toChartNumber(bar.volume),
  };
};

/** Where an instant stands among bars, also between two and beyond the ends, as a fractional index. */
export function indexOfTime(
  points: ReadonlyArray<Pick<Point, 'time'>>,
  timeMs: number,
  barMs: number,
): number {
  const seconds = timeMs / 1000;
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.time ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const after = points[low];
  if (before === undefined) return after === undefined ? 0 : ((seconds - after.time) * 1000) / barMs;
  if (after === undefined) return low - 1 + ((seconds - before.time) * 1000) / barMs;
  return low - 1 + (seconds - before.time) / (after.time - before.time);
}

/** The instant of a fractional index: the inverse of `indexOfTime`. */
export function timeOfIndex(
  points: ReadonlyArray<Pick<Point, 'time'>>,
  index: number,
  barMs: number,
): number {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 0;
  if (index <= 0) return Math.round(first.time * 1000 + index * barMs);
  if (index >= points.length - 1) return Math.round(last.time * 1000 + (index - points.length + 1) * barMs);
  const at = Math.floor(index);
  const before = points[at]?.time ?? first.time;
  const after = points[at + 1]?.time ?? last.time;
  return Math.round((before + (after - before) * (index - at)) * 1000);
}
