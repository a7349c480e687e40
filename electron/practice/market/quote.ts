import type { MarketState } from './calendar';

export interface Bar {
  readonly startMs: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

export interface Quote {
  readonly last: number;
  readonly bid: number;
  readonly ask: number;
  readonly bidSize: number;
  readonly askSize: number;
  readonly lastSize: number;
  readonly state: MarketState;
  readonly halted: boolean;
  readonly atMs: number;
}

export interface DayFigures {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly volume: number;
  readonly priorClose: number;
}

export function mergeBars(parts: readonly Bar[]): Bar | null {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  let [high, low, volume] = [first.high, first.low, 0];
  for (const part of parts) {
    if (part.high > high) high = part.high;
    if (part.low < low) low = part.low;
    volume += part.volume;
  }
  return { startMs: first.startMs, open: first.open, high, low, close: last.close, volume };
}
