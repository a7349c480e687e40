// Seam: indicators are the textbook's, drawn only once complete, and the live bar changes the last value alone.
import { expect, it } from 'vitest';
import { indicatorKinds } from '../../state/chart-choices';
import { indicatorFacts, type PlainBar, startIndicator } from './indicators';

const bars: PlainBar[] = Array.from({ length: 80 }, (_, index) => {
  const close = 100 + 10 * Math.sin(index / 5) + index / 10;
  return {
    high: close + 1.5,
    low: close - 1,
    close,
    volume: 1000 + (index % 7) * 100,
    day: Math.floor(index / 20),
  };
});
const closes = bars.map((bar) => bar.close);
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const allOf = (kind: (typeof indicatorKinds)[number], length: number) => {
  const running = startIndicator({ kind, length });
  return bars.map((bar) => running.push(bar, false));
};

it('a simple average is the mean of its bars, and nothing before there are enough', () => {
  const values = allOf('sma', 20);
  expect(values.slice(0, 19).every(([value]) => value === null)).toBe(true);
  expect(values[79]?.[0]).toBeCloseTo(mean(closes.slice(60)), 9);
});

it('Bollinger bands stand two deviations around it', () => {
  const [upper, middle, lower] = allOf('bollinger', 20)[79] ?? [];
  const centre = mean(closes.slice(60));
  const deviation = Math.sqrt(mean(closes.slice(60).map((close) => (close - centre) ** 2)));
  expect([upper, middle, lower].map((value) => value?.toFixed(6))).toEqual(
    [centre + 2 * deviation, centre, centre - 2 * deviation].map((value) => value.toFixed(6)),
  );
});

it('the volume-weighted price begins anew each day', () => {
  const typical = (bar: PlainBar): number => (bar.high + bar.low + bar.close) / 3;
  const today = bars.slice(60);
  const expected =
    today.reduce((sum, bar) => sum + typical(bar) * (bar.volume ?? 0), 0) /
    today.reduce((sum, bar) => sum + (bar.volume ?? 0), 0);
  expect(allOf('vwap', 1)[79]?.[0]).toBeCloseTo(expected, 9);
  expect(
    startIndicator({ kind: 'vwap', length: 1 }).push({ ...bars[0], volume: null } as PlainBar, false),
  ).toEqual([null]);
});

it('relative strength is 100 without a loss, and stays between 0 and 100', () => {
  const rising = startIndicator({ kind: 'rsi', length: 14 });
  const last = Array.from({ length: 30 }, (_, index) =>
    rising.push({ ...bars[0], close: index } as PlainBar, false),
  ).at(-1);
  expect(last).toEqual([100]);
  for (const [value] of allOf('rsi', 14).slice(20)) expect(value).toSatisfy((v: number) => v > 0 && v < 100);
});

it.each(indicatorKinds)('%s: a bar that moves ends where the finished bar would', (kind) => {
  const length = indicatorFacts[kind].defaultLength ?? 1;
  const finished = allOf(kind, length).at(-1);
  const running = startIndicator({ kind, length });
  for (const bar of bars.slice(0, -1)) running.push(bar, false);
  const last = bars.at(-1) as PlainBar;
  running.push({ ...last, close: last.close + 5, high: last.high + 5 }, false);
  running.push({ ...last, close: last.close - 3, low: last.low - 3 }, true);
  const moved = running.push(last, true);
  expect(moved.map((value) => value?.toFixed(6))).toEqual(finished?.map((value) => value?.toFixed(6)));
});
