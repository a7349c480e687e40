import { hash, normal } from '../random';

/**
 * A random walk that can be read at any minute without walking there: midpoint displacement on a dyadic
 * grid of minutes, every node drawn from a hash. The value at a minute never depends on who asked or
 * when, so live prices and history of any bar size agree to the tick. Variance is 1 per year.
 */
export interface Bridge {
  readonly at: (minute: number) => number;
  /** Values at every minute of `[from, to]`, far cheaper than asking one by one. */
  readonly fill: (from: number, to: number) => Float64Array;
}

/** Minutes are counted from here; 2^24 minutes reach to the end of 2031. */
export const gridEpochMs = Date.UTC(2000, 0, 1);
export const gridMinutes = 2 ** 24;
const minutesPerYear = 525_600;

export const minuteOf = (ms: number): number => Math.floor((ms - gridEpochMs) / 60_000);
export const minuteStartMs = (minute: number): number => gridEpochMs + minute * 60_000;

export function createBridge(key: number): Bridge {
  const scale = (width: number) => Math.sqrt(width / 4 / minutesPerYear);
  const end = normal(hash(key, gridMinutes)) * Math.sqrt(gridMinutes / minutesPerYear);
  const middleValue = (low: number, width: number, a: number, b: number) =>
    (a + b) / 2 + normal(hash(key, low + width / 2)) * scale(width);

  const at = (minute: number) => {
    let low = 0;
    let width = gridMinutes;
    let a = 0;
    let b = end;
    while (width > 1) {
      if (minute === low) return a;
      const value = middleValue(low, width, a, b);
      width /= 2;
      if (minute < low + width) b = value;
      else {
        low += width;
        a = value;
      }
    }
    return minute === low ? a : b;
  };

  const fill = (from: number, to: number) => {
    const values = new Float64Array(to - from + 1);
    const visit = (low: number, width: number, a: number, b: number) => {
      if (low > to || low + width < from) return;
      if (low >= from) values[low - from] = a;
      if (low + width <= to) values[low + width - from] = b;
      if (width === 1) return;
      const value = middleValue(low, width, a, b);
      visit(low, width / 2, a, value);
      visit(low + width / 2, width / 2, value, b);
    };
    visit(0, gridMinutes, 0, end);
    return values;
  };

  return { at, fill };
}
