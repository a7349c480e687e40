import { hash, normal } from '../random';

/**
 * A random walk that can be read at any minute without walking there: midpoint displacement on a dyadic
 * grid of minutes, every node drawn from a hash. The value at a minute never depends on who asked or
 * when, so live prices and history of any bar size agree to the tick. Variance is 1 per year.
 */
export interface Bridge {
  readonly at: (minute: number) => number;
  readonly end: number;
  /** Value in the middle of a dyadic interval, given the values at its two ends. */
  readonly middle: (low: number, width: number, a: number, b: number) => number;
}

/** Minutes are counted from here; 2^24 minutes reach to the end of 2031. */
export const gridEpochMs = Date.UTC(2000, 0, 1);
export const gridMinutes = 2 ** 24;
export const minutesPerYear = 525_600;

/** No node departs further than this from the line between its neighbours, in units of `nodeScale`. */
export const largestStep = 3.46;
export const nodeScale = (width: number): number => Math.sqrt(width / 4 / minutesPerYear);

export const minuteOf = (ms: number): number => Math.floor((ms - gridEpochMs) / 60_000);
export const minuteStartMs = (minute: number): number => gridEpochMs + minute * 60_000;

/** `drift` per year is added to the end, from where every midpoint takes its share. */
export function createBridge(key: number, drift = 0): Bridge {
  const years = gridMinutes / minutesPerYear;
  const end = normal(hash(key, gridMinutes)) * Math.sqrt(years) + drift * years;
  const middle = (low: number, width: number, a: number, b: number) =>
    (a + b) / 2 + normal(hash(key, low + width / 2)) * nodeScale(width);

  const at = (minute: number) => {
    let low = 0;
    let width = gridMinutes;
    let a = 0;
    let b = end;
    while (width > 1) {
      if (minute === low) return a;
      const value = middle(low, width, a, b);
      width /= 2;
      if (minute < low + width) b = value;
      else {
        low += width;
        a = value;
      }
    }
    return minute === low ? a : b;
  };

  return { at, end, middle };
}
