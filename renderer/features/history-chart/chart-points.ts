import type { UTCTimestamp } from 'lightweight-charts';
import type { Bar } from '../../../shared/domain/bar';
import { compare, toChartNumber } from '../../../shared/domain/decimal';

/** The chart's door: from here on prices are geometry. */
export const toCandle = (bar: Bar) => ({
  time: toChartTime(bar),
  open: toChartNumber(bar.open),
  high: toChartNumber(bar.high),
  low: toChartNumber(bar.low),
  close: toChartNumber(bar.close),
});

export const toVolume = (bar: Bar, colours: { readonly up: string; readonly down: string }) => ({
  time: toChartTime(bar),
  ...(bar.volume === null ? {} : { value: toChartNumber(bar.volume) }),
  color: compare(bar.close, bar.open) >= 0 ? colours.up : colours.down,
});

const toChartTime = (bar: Bar): UTCTimestamp => Math.floor(bar.timeMs / 1000) as UTCTimestamp;

/** In time order, one bar to an instant: the chart refuses anything else, and pages may overlap. */
export function inOrder(bars: ReadonlyArray<Bar>): ReadonlyArray<Bar> {
  const byTime = new Map(bars.map((bar) => [bar.timeMs, bar]));
  return [...byTime.values()].sort((a, b) => a.timeMs - b.timeMs);
}
