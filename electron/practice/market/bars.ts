import type { Adjustments } from './adjustments';
import { blackScholes } from './black-scholes';
import { minuteOf, minuteStartMs } from './bridge';
import type { ExDates } from './ex-dates';
import type { Instrument } from './instrument';
import type { MinutePath, PriceProcess } from './price-process';

const minuteMs = 60_000;
/** Steps at which the running minute, and minutes in which someone moved the price, are looked at. */
const sampleMs = 100;

/** Unrounded open, high, low and close over whole past minutes, for every kind of price model. */
export function createRawBars(deps: {
  readonly process: PriceProcess;
  readonly adjustments: Adjustments;
  readonly exDates: ExDates;
  readonly find: (conid: number) => Instrument;
  readonly rawAt: (instrument: Instrument, ms: number) => number;
  readonly now: () => number;
}): (instrument: Instrument, fromMs: number, toMs: number) => MinutePath | null {
  const { process, adjustments, exDates, find, rawAt } = deps;

  const raw = (instrument: Instrument, fromMs: number, toMs: number): MinutePath | null => {
    const now = deps.now();
    const endMs = Math.min(toMs, now + 1);
    if (endMs <= fromMs) return null;
    const wholeMs = Math.min(toMs, minuteStartMs(minuteOf(now)));
    const past = wholeMs > fromMs ? overMinutes(instrument, fromMs, wholeMs) : null;
    const running = endMs > wholeMs ? sampled(instrument, Math.max(fromMs, wholeMs), endMs - 1) : null;
    return merge(past, running);
  };

  const overMinutes = (instrument: Instrument, fromMs: number, toMs: number): MinutePath => {
    const exMs = exDates.between(instrument, fromMs, toMs);
    if (exMs !== null)
      return merge(overMinutes(instrument, fromMs, exMs), overMinutes(instrument, exMs, toMs)) ?? flat(0);
    if (adjustments.beginsIn(instrument.conid, fromMs, toMs)) {
      if (toMs - fromMs <= minuteMs) return sampled(instrument, fromMs, toMs - 1);
      const middle = minuteStartMs(minuteOf((fromMs + toMs) / 2));
      return merge(overMinutes(instrument, fromMs, middle), overMinutes(instrument, middle, toMs)) ?? flat(0);
    }
    const { heldAt, factor } = adjustments.at(instrument.conid, fromMs);
    return heldAt === null ? scale(base(instrument, fromMs, toMs), factor) : flat(heldAt);
  };

  const base = (instrument: Instrument, fromMs: number, toMs: number): MinutePath => {
    const { model } = instrument;
    if (model.kind === 'path')
      return scale(
        process.range(instrument, minuteOf(fromMs), minuteOf(toMs)),
        exDates.factor(instrument, fromMs),
      );
    if (model.kind === 'multiple') return scale(overMinutes(find(model.of), fromMs, toMs), model.factor);
    if (model.kind === 'cross' || model.kind === 'combo') {
      const step = Math.max(minuteMs / 4, (toMs - fromMs) / 16);
      const prices: number[] = [];
      for (let ms = fromMs; ms < toMs; ms += step) prices.push(rawAt(instrument, ms));
      return { ...span(prices), close: rawAt(instrument, toMs - 1) };
    }
    const under = overMinutes(find(model.of), fromMs, toMs);
    const value = (spot: number, ms: number) =>
      blackScholes(model.right, spot, model.strike, model.volatility, model.expiryMs - ms).price *
      (model.perUnit ?? 1);
    const [open, close] = [value(under.open, fromMs), value(under.close, toMs)];
    const best = model.right === 'C' ? under.high : under.low;
    const worst = model.right === 'C' ? under.low : under.high;
    return {
      open,
      close,
      high: Math.max(open, close, value(best, fromMs)),
      low: Math.min(open, close, value(worst, toMs)),
    };
  };

  const sampled = (instrument: Instrument, fromMs: number, toMs: number): MinutePath => {
    const prices: number[] = [];
    for (let ms = fromMs; ms <= toMs; ms += sampleMs) prices.push(rawAt(instrument, ms));
    return { ...span(prices), close: rawAt(instrument, toMs) };
  };

  return raw;
}

const flat = (price: number): MinutePath => ({ open: price, high: price, low: price, close: price });

const scale = (path: MinutePath, factor: number): MinutePath =>
  factor === 1
    ? path
    : {
        open: path.open * factor,
        high: path.high * factor,
        low: path.low * factor,
        close: path.close * factor,
      };

function span(prices: readonly number[]): MinutePath {
  const open = prices[0] ?? 0;
  let [high, low] = [open, open];
  for (const price of prices) {
    high = Math.max(high, price);
    low = Math.min(low, price);
  }
  return { open, high, low, close: prices.at(-1) ?? open };
}

export function merge(a: MinutePath | null, b: MinutePath | null): MinutePath | null {
  if (a === null || b === null) return a ?? b;
  return { open: a.open, high: Math.max(a.high, b.high), low: Math.min(a.low, b.low), close: b.close };
}
