import type { Bar } from './bar';
import { compare, toChartNumber } from './decimal';

/** Two neighbouring or overlapping runs of bars, oldest first; where both have a bar the fresh one stands. */
export function joinBars(known: ReadonlyArray<Bar>, fresh: ReadonlyArray<Bar>): ReadonlyArray<Bar> {
  const [first, last] = [fresh[0], fresh.at(-1)];
  if (first === undefined || last === undefined) return known;
  return [
    ...known.filter((bar) => bar.timeMs < first.timeMs),
    ...fresh,
    ...known.filter((bar) => bar.timeMs > last.timeMs),
  ];
}

/**
 * What a reread says about bars that were finished when they were kept: the same history (small corrections
 * included), the same by one factor (`adjusted`: a split or a dividend), or another one altogether. A ratio is
 * enough to judge by, so binary numbers do: no price is made of it.
 */
export function judgeReread(
  kept: ReadonlyArray<Bar>,
  fresh: ReadonlyArray<Bar>,
): 'same' | 'adjusted' | 'changed' {
  const byTime = new Map(kept.map((bar) => [bar.timeMs, bar]));
  const pairs = fresh.flatMap((bar) => {
    const before = byTime.get(bar.timeMs);
    return before === undefined ? [] : [{ before, bar }];
  });
  if (pairs.every(({ before, bar }) => samePrices(before, bar))) return 'same';
  const ratios = pairs.flatMap(({ before, bar }) =>
    (['open', 'close'] as const).map((side) => toChartNumber(bar[side]) / toChartNumber(before[side])),
  );
  const sorted = ratios.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return 'same';
  const spread = (sorted.at(-1) ?? middle) / (sorted[0] ?? middle) - 1;
  if (Math.abs(middle - 1) > adjustmentAtLeast && spread < factorTolerance) return 'adjusted';
  return Math.abs(middle - 1) > correctionAtMost ? 'changed' : 'same';
}

// Dividends of less are not told from corrections; prices rounded to a tick keep a factor to about this.
const adjustmentAtLeast = 0.002;
const factorTolerance = 0.01;
// A late trade moves one bar; a history that moves as a whole by more is another history.
const correctionAtMost = 0.02;

const samePrices = (a: Bar, b: Bar): boolean =>
  (['open', 'high', 'low', 'close'] as const).every((name) => compare(a[name], b[name]) === 0);
