import { hash, unit } from '../random';
import {
  createBridge,
  gridEpochMs,
  gridMinutes,
  largestStep,
  minuteOf,
  minutesPerYear,
  nodeScale,
  type Bridge,
} from './bridge';
import type { Instrument } from './instrument';

/** One minute of trading in raw (unrounded) prices, and the shape in which the extremes are visited. */
export interface MinutePath {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

export interface PriceProcess {
  /** Open, high, low and close of the minutes `[from, to)`. */
  readonly range: (instrument: Instrument, from: number, to: number) => MinutePath;
  /** Raw price at an instant, inside the high and low of its minute. */
  readonly at: (instrument: Instrument, ms: number) => number;
}

/** Prices in the catalogue hold at this date; before and after they drift with the walk. */
export const anchorMs = Date.UTC(2026, 8, 1);
const anchorMinute = minuteOf(anchorMs);
/** Positions inside a minute are quantised to this many steps: ten price moves a second at most. */
const stepsPerMinute = 600;

/**
 * The unmodified market as a pure function of seed, instrument and time. Instruments share one market
 * factor (weight in the catalogue) and add a walk of their own.
 */
export function createPriceProcess(seed: number): PriceProcess {
  const marketBridge = createBridge(hash(seed, 1));
  const bridges = new Map<number, Bridge>();
  const own = (weight: number) => Math.sqrt(1 - weight * weight);
  const bridgeOf = ({ conid, model }: Instrument) => {
    const known = bridges.get(conid);
    if (known !== undefined) return known;
    const drift =
      model.kind === 'path' ? (model.drift ?? 0) / (model.volatility * own(model.marketWeight)) : 0;
    const bridge = createBridge(hash(seed, 2, conid), drift);
    bridges.set(conid, bridge);
    return bridge;
  };
  const anchors = new Map<number, number>();

  const logOf = (instrument: Instrument, market: number, idiosyncratic: number) => {
    if (instrument.model.kind !== 'path') return 0;
    const { volatility, marketWeight } = instrument.model;
    return volatility * (marketWeight * market + own(marketWeight) * idiosyncratic);
  };
  const anchorLog = (instrument: Instrument) => {
    const known = anchors.get(instrument.conid);
    if (known !== undefined) return known;
    const value = logOf(instrument, marketBridge.at(anchorMinute), bridgeOf(instrument).at(anchorMinute));
    anchors.set(instrument.conid, value);
    return value;
  };
  /** How far the price leaves the line between a minute's open and close. */
  const reaches = (instrument: Instrument, minute: number): readonly [up: number, down: number] => {
    const reach = (volatilityOf(instrument) / Math.sqrt(minutesPerYear)) * 0.8;
    const key = hash(seed, 3, instrument.conid, minute);
    return [reach * unit(hash(key, 1)), reach * unit(hash(key, 2))];
  };

  const range = (instrument: Instrument, from: number, to: number): MinutePath => {
    const anchor = anchorLog(instrument);
    const bridge = bridgeOf(instrument);
    const at = (index: number) => logOf(instrument, marketBridge.at(index), bridge.at(index));
    const [openLog, closeLog] = [at(from), at(to)];
    let high = Math.max(openLog, closeLog);
    let low = Math.min(openLog, closeLog);
    const spread = spreadOf(instrument);
    // Branch and bound over the dyadic grid: an interval that cannot hold a new extreme is not entered,
    // so that a year of minutes costs a few hundred nodes.
    const visit = (start: number, width: number, m0: number, m1: number, i0: number, i1: number) => {
      if (start >= to || start + width <= from) return;
      const a = logOf(instrument, m0, i0);
      const b = logOf(instrument, m1, i1);
      if (width === 1) {
        const [up, down] = reaches(instrument, start);
        high = Math.max(high, a + up, b + up);
        low = Math.min(low, a - down, b - down);
        return;
      }
      const margin = spread * Math.sqrt(width);
      if (Math.max(a, b) + margin <= high && Math.min(a, b) - margin >= low) return;
      const half = width / 2;
      const m = marketBridge.middle(start, width, m0, m1);
      const i = bridge.middle(start, width, i0, i1);
      visit(start, half, m0, m, i0, i);
      visit(start + half, half, m, m1, i, i1);
    };
    visit(0, gridMinutes, 0, marketBridge.end, 0, bridge.end);
    const price = (log: number) => instrument.anchorPrice * Math.exp(log - anchor);
    return { open: price(openLog), high: price(high), low: price(low), close: price(closeLog) };
  };

  let latest = { conid: 0, minute: -1, path: { open: 0, high: 0, low: 0, close: 0 } };
  const cache = new Map<number, typeof latest>();
  const at = (instrument: Instrument, ms: number) => {
    const index = minuteOf(ms);
    const cached = cache.get(instrument.conid);
    if (cached?.minute === index) latest = cached;
    else {
      latest = { conid: instrument.conid, minute: index, path: range(instrument, index, index + 1) };
      cache.set(instrument.conid, latest);
    }
    const step = Math.floor(((ms - gridEpochMs) % 60_000) / (60_000 / stepsPerMinute));
    return insideMinute(latest.path, hash(seed, 4, instrument.conid, index), step);
  };

  return { range, at };
}

/** Prices at the start, before anyone touched them: for what is laid out around them, such as strikes. */
export function startingPrices(seed: number, nowMs: number): (instrument: Instrument) => number {
  const process = createPriceProcess(seed);
  return (instrument) =>
    instrument.model.kind === 'path' ? process.at(instrument, nowMs) : instrument.anchorPrice;
}

const volatilityOf = ({ model }: Instrument) => (model.kind === 'path' ? model.volatility : 0);

/** Bound on the departure inside an interval, per square root of its width: halves of halves, a geometric sum. */
function spreadOf({ model }: Instrument): number {
  if (model.kind !== 'path') return 0;
  const weights = Math.abs(model.marketWeight) + Math.sqrt(1 - model.marketWeight ** 2);
  const nodes = (largestStep * nodeScale(1)) / (1 - Math.SQRT1_2);
  return model.volatility * (weights * nodes + 1 / Math.sqrt(minutesPerYear));
}

/** Open → one extreme → the other → close, with a little noise that never leaves the minute's range. */
function insideMinute(path: MinutePath, key: number, step: number): number {
  const highFirst = (key & 1) === 1;
  const first = highFirst ? path.high : path.low;
  const second = highFirst ? path.low : path.high;
  const firstStep = 60 + (hash(key, 5) % 200);
  const secondStep = firstStep + 60 + (hash(key, 6) % 200);
  const between = (a: number, b: number, from: number, to: number) =>
    a + ((b - a) * (step - from)) / (to - from);
  const smooth =
    step <= firstStep
      ? between(path.open, first, 0, firstStep)
      : step <= secondStep
        ? between(first, second, firstStep, secondStep)
        : between(second, path.close, secondStep, stepsPerMinute);
  if (step === 0 || step === firstStep || step === secondStep) return smooth;
  const noise = (unit(hash(key, 7, step)) - 0.5) * (path.high - path.low) * 0.25;
  return Math.min(path.high, Math.max(path.low, smooth + noise));
}
