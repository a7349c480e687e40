import { hash, unit } from '../random';
import { createBridge, gridEpochMs, minuteOf, type Bridge } from './bridge';
import type { Instrument } from './instrument';

/** One minute of trading in raw (unrounded) prices, and the shape in which the extremes are visited. */
export interface MinutePath {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

export interface PriceProcess {
  readonly minute: (instrument: Instrument, minute: number) => MinutePath;
  readonly minutes: (instrument: Instrument, from: number, to: number) => MinutePath[];
  /** Raw price at an instant, inside the high and low of its minute. */
  readonly at: (instrument: Instrument, ms: number) => number;
}

/** Prices in the catalogue hold at this date; before and after they drift with the walk. */
const anchorMinute = minuteOf(Date.UTC(2026, 8, 1));
/** Positions inside a minute are quantised to this many steps: ten price moves a second at most. */
const stepsPerMinute = 600;

/**
 * The unmodified market as a pure function of seed, instrument and time. Instruments share one market
 * factor (weight in the catalogue) and add a walk of their own.
 */
export function createPriceProcess(seed: number): PriceProcess {
  const marketBridge = createBridge(hash(seed, 1));
  const bridges = new Map<number, Bridge>();
  const bridgeOf = (conid: number) => {
    const known = bridges.get(conid);
    if (known !== undefined) return known;
    const bridge = createBridge(hash(seed, 2, conid));
    bridges.set(conid, bridge);
    return bridge;
  };
  const anchors = new Map<number, number>();
  const own = (weight: number) => Math.sqrt(1 - weight * weight);

  const logOf = (instrument: Instrument, market: number, idiosyncratic: number) => {
    if (instrument.model.kind !== 'path') return 0;
    const { volatility, marketWeight } = instrument.model;
    return volatility * (marketWeight * market + own(marketWeight) * idiosyncratic);
  };
  const anchorLog = (instrument: Instrument) => {
    const known = anchors.get(instrument.conid);
    if (known !== undefined) return known;
    const value = logOf(
      instrument,
      marketBridge.at(anchorMinute),
      bridgeOf(instrument.conid).at(anchorMinute),
    );
    anchors.set(instrument.conid, value);
    return value;
  };
  const toPath = (instrument: Instrument, minute: number, openLog: number, closeLog: number): MinutePath => {
    const volatility = instrument.model.kind === 'path' ? instrument.model.volatility : 0;
    const reach = volatility / 725; // one minute's standard deviation: 1/sqrt(525600)
    const key = hash(seed, 3, instrument.conid, minute);
    const up = reach * 0.8 * unit(hash(key, 1));
    const down = reach * 0.8 * unit(hash(key, 2));
    const base = instrument.anchorPrice;
    return {
      open: base * Math.exp(openLog),
      close: base * Math.exp(closeLog),
      high: base * Math.exp(Math.max(openLog, closeLog) + up),
      low: base * Math.exp(Math.min(openLog, closeLog) - down),
    };
  };

  const minute = (instrument: Instrument, index: number) => {
    const anchor = anchorLog(instrument);
    const bridge = bridgeOf(instrument.conid);
    const open = logOf(instrument, marketBridge.at(index), bridge.at(index)) - anchor;
    const close = logOf(instrument, marketBridge.at(index + 1), bridge.at(index + 1)) - anchor;
    return toPath(instrument, index, open, close);
  };

  const minutes = (instrument: Instrument, from: number, to: number) => {
    const anchor = anchorLog(instrument);
    const market = marketBridge.fill(from, to);
    const idiosyncratic = bridgeOf(instrument.conid).fill(from, to);
    const logs = market.map((value, i) => logOf(instrument, value, idiosyncratic[i] ?? 0) - anchor);
    return Array.from({ length: to - from }, (_, i) =>
      toPath(instrument, from + i, logs[i] ?? 0, logs[i + 1] ?? 0),
    );
  };

  let latest = { conid: 0, minute: -1, path: { open: 0, high: 0, low: 0, close: 0 } };
  const cache = new Map<number, typeof latest>();
  const at = (instrument: Instrument, ms: number) => {
    const index = minuteOf(ms);
    const cached = cache.get(instrument.conid);
    if (cached?.minute === index) latest = cached;
    else {
      latest = { conid: instrument.conid, minute: index, path: minute(instrument, index) };
      cache.set(instrument.conid, latest);
    }
    const step = Math.floor(((ms - gridEpochMs) % 60_000) / (60_000 / stepsPerMinute));
    return insideMinute(latest.path, hash(seed, 4, instrument.conid, index), step);
  };

  return { minute, minutes, at };
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
