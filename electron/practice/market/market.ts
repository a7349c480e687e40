import { hash, unit } from '../random';
import type { PracticeClock } from '../clock';
import { createAdjustments } from './adjustments';
import { blackScholes } from './black-scholes';
import { minuteOf, minuteStartMs } from './bridge';
import { createCalendar, type Calendar, type HoursMode, type MarketState } from './calendar';
import type { Catalogue } from './catalogue';
import type { CalendarName, Instrument } from './instrument';
import { createPriceProcess, type MinutePath } from './price-process';
import { incrementAt, roundToTick } from './ticks';

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

export interface Market {
  readonly catalogue: Catalogue;
  readonly calendarOf: (instrument: Instrument) => Calendar;
  readonly quote: (instrument: Instrument, atMs?: number) => Quote;
  readonly day: (instrument: Instrument) => DayFigures;
  /** Minute bars that start in `[fromMs, toMs)` and lie in the past; the running minute is partial. */
  readonly minuteBars: (instrument: Instrument, fromMs: number, toMs: number) => Bar[];
  /** One bar over a whole interval, from minutes; cached once the interval is past. */
  readonly bar: (instrument: Instrument, fromMs: number, toMs: number) => Bar | null;
  /** Moves a price; held there until released, or walking on from there. */
  readonly setPrice: (instrument: Instrument, price: number, hold: boolean) => void;
  readonly release: (instrument: Instrument) => void;
  readonly halt: (instrument: Instrument, halted: boolean) => void;
}

/** Closed venues show the price of their last second. */
const lastInstant = 1;
const minuteMs = 60_000;

export function createMarket(
  seed: number,
  clock: PracticeClock,
  catalogue: Catalogue,
  hours: HoursMode,
): Market {
  const process = createPriceProcess(seed);
  const adjustments = createAdjustments();
  const calendars = new Map<CalendarName, Calendar>();
  const bars = new Map<string, Bar | null>();

  const calendarOf = (instrument: Instrument) => {
    const known = calendars.get(instrument.calendar);
    if (known !== undefined) return known;
    const calendar = createCalendar(instrument.calendar, hours);
    calendars.set(instrument.calendar, calendar);
    return calendar;
  };
  const mustFind = (conid: number): Instrument => {
    const found = catalogue.byConid(conid);
    if (found === undefined) throw new Error(`The catalogue has no underlying ${conid}`);
    return found;
  };

  /** The walk before tests or scenarios touched this very instrument. */
  const baseAt = (instrument: Instrument, ms: number): number => {
    const { model } = instrument;
    switch (model.kind) {
      case 'path':
        return process.at(instrument, ms);
      case 'multiple':
        return rawAt(mustFind(model.of), ms) * model.factor;
      case 'cross': {
        const [of, by] = [rawAt(mustFind(model.of), ms), rawAt(mustFind(model.by), ms)];
        return model.divide ? of / by : of * by;
      }
      case 'option':
        return blackScholes(
          model.right,
          rawAt(mustFind(model.of), ms),
          model.strike,
          model.volatility,
          model.expiryMs - ms,
        ).price;
    }
  };
  const rawAt = (instrument: Instrument, ms: number): number => {
    const adjustment = adjustments.at(instrument.conid, ms);
    return adjustment.heldAt ?? baseAt(instrument, ms) * adjustment.factor;
  };
  const tradingInstant = (instrument: Instrument, ms: number) => {
    const session = calendarOf(instrument).sessionAt(ms);
    return Math.min(ms, session.afterCloseMs - lastInstant);
  };

  const quote = (instrument: Instrument, atMs?: number): Quote => {
    const now = atMs ?? clock.now();
    const ms = tradingInstant(instrument, now);
    const adjustment = adjustments.at(instrument.conid, ms);
    const last = roundToTick(instrument, rawAt(instrument, ms));
    const increment = incrementAt(instrument.increments, last);
    const pulse = hash(seed, 11, instrument.conid, Math.floor(ms / 500));
    const spread = instrument.spreadTicks * increment;
    const bid = roundToTick(instrument, (pulse & 1) === 0 ? last : last - spread);
    const lot = lotOf(instrument);
    const size = (salt: number) => lot * (1 + (hash(pulse, salt) % 9));
    return {
      last,
      bid,
      ask: roundToTick(instrument, bid + spread),
      bidSize: size(1),
      askSize: size(2),
      lastSize: lot * (1 + (hash(pulse, 3) % 4)),
      state: calendarOf(instrument).state(now),
      halted: adjustment.halted,
      atMs: ms,
    };
  };

  const volumeIn = (instrument: Instrument, minute: number, state: MarketState) => {
    const sessionMinutes = hours === 'always' ? 1440 : 450;
    const share = state === 'regular' ? 1 : 0.06;
    const wave = 0.3 + 1.4 * unit(hash(seed, 12, instrument.conid, minute));
    return Math.round((instrument.dailyVolume / sessionMinutes) * share * wave);
  };

  const sampled = (instrument: Instrument, fromMs: number, toMs: number): MinutePath => {
    const open = rawAt(instrument, fromMs);
    let [high, low, close] = [open, open, open];
    for (let ms = fromMs; ms <= toMs; ms += 100) {
      close = rawAt(instrument, ms);
      high = Math.max(high, close);
      low = Math.min(low, close);
    }
    return { open, high, low, close };
  };
  /** Whole past minutes of a derived instrument are its value at the underlying's four prices. */
  const derived = (instrument: Instrument, fromMs: number): MinutePath => {
    const prices = [0, 15_000, 30_000, 45_000, 59_900].map((offset) => rawAt(instrument, fromMs + offset));
    const [open = 0] = prices;
    return { open, close: prices.at(-1) ?? open, high: Math.max(...prices), low: Math.min(...prices) };
  };

  const rangePaths = (instrument: Instrument, fromMs: number, toMs: number): Bar[] => {
    const now = clock.now();
    const from = minuteOf(fromMs);
    const to = Math.min(minuteOf(toMs - 1), minuteOf(now)) + 1;
    if (to <= from) return [];
    const base = instrument.model.kind === 'path' ? process.minutes(instrument, from, to) : [];
    const calendar = calendarOf(instrument);
    const result: Bar[] = [];
    for (let minute = from; minute < to; minute++) {
      const startMs = minuteStartMs(minute);
      const path = minutePath(instrument, startMs, now, base[minute - from]);
      const [open, high, low, close] = [path.open, path.high, path.low, path.close].map((p) =>
        roundToTick(instrument, p),
      );
      const elapsed = Math.min(1, (now - startMs) / minuteMs);
      const volume = Math.floor(volumeIn(instrument, minute, calendar.state(startMs)) * elapsed);
      result.push({ startMs, open: open ?? 0, high: high ?? 0, low: low ?? 0, close: close ?? 0, volume });
    }
    return result;
  };
  const minutePath = (
    instrument: Instrument,
    startMs: number,
    now: number,
    base: MinutePath | undefined,
  ): MinutePath => {
    const endMs = startMs + minuteMs;
    if (endMs > now) return sampled(instrument, startMs, now);
    const adjustment = adjustments.at(instrument.conid, startMs);
    if (adjustments.beginsIn(instrument.conid, startMs, endMs))
      return sampled(instrument, startMs, endMs - 1);
    if (adjustment.heldAt !== null) {
      const price = adjustment.heldAt;
      return { open: price, high: price, low: price, close: price };
    }
    if (base === undefined) return derived(instrument, startMs);
    const { factor } = adjustment;
    return {
      open: base.open * factor,
      high: base.high * factor,
      low: base.low * factor,
      close: base.close * factor,
    };
  };

  const bar = (instrument: Instrument, fromMs: number, toMs: number) => {
    const past = toMs <= clock.now();
    const key = `${instrument.conid}/${fromMs}/${toMs}`;
    const known = bars.get(key);
    if (known !== undefined) return known;
    const merged = mergeBars(rangePaths(instrument, fromMs, toMs));
    if (past && toMs - fromMs > minuteMs) {
      if (bars.size > 200_000) bars.clear();
      bars.set(key, merged);
    }
    return merged;
  };

  const dayCache = new Map<number, { openMs: number; doneMs: number; bar: Bar | null; priorClose: number }>();
  const day = (instrument: Instrument): DayFigures => {
    const now = clock.now();
    const session = calendarOf(instrument).sessionAt(now);
    const endMs = Math.min(now, session.afterCloseMs - 1);
    const doneMs = Math.max(session.preOpenMs, Math.floor(endMs / minuteMs) * minuteMs);
    let entry = dayCache.get(instrument.conid);
    if (entry?.openMs !== session.preOpenMs) {
      const before = calendarOf(instrument).sessionAt(session.preOpenMs - 1);
      const priorClose = roundToTick(instrument, rawAt(instrument, before.closeMs - lastInstant));
      entry = { openMs: session.preOpenMs, doneMs: session.preOpenMs, bar: null, priorClose };
    }
    if (entry.doneMs < doneMs) {
      const more = mergeBars(rangePaths(instrument, entry.doneMs, doneMs));
      entry = { ...entry, doneMs, bar: mergeBars([entry.bar, more].filter((part) => part !== null)) };
    }
    dayCache.set(instrument.conid, entry);
    const running = mergeBars(rangePaths(instrument, doneMs, endMs + 1));
    const whole = mergeBars([entry.bar, running].filter((part) => part !== null));
    const { last } = quote(instrument);
    return {
      open: whole?.open ?? last,
      high: Math.max(whole?.high ?? last, last),
      low: Math.min(whole?.low ?? last, last),
      volume: whole?.volume ?? 0,
      priorClose: entry.priorClose,
    };
  };

  const setPrice = (instrument: Instrument, price: number, hold: boolean) => {
    const now = clock.now();
    const base = baseAt(instrument, now);
    const { halted } = adjustments.at(instrument.conid, now);
    adjustments.push(instrument.conid, {
      fromMs: now,
      factor: price / base,
      heldAt: hold ? price : null,
      halted,
    });
  };
  const release = (instrument: Instrument) => setPrice(instrument, rawAt(instrument, clock.now()), false);
  const halt = (instrument: Instrument, halted: boolean) => {
    const now = clock.now();
    const price = rawAt(instrument, now);
    const factor = price / baseAt(instrument, now);
    adjustments.push(instrument.conid, { fromMs: now, factor, heldAt: halted ? price : null, halted });
  };

  return { catalogue, calendarOf, quote, day, minuteBars: rangePaths, bar, setPrice, release, halt };
}

/** Displayed sizes come in lots that grow with what the instrument trades in a day. */
function lotOf(instrument: Instrument): number {
  const round = {
    STK: 100,
    CFD: 100,
    CASH: 100_000,
    BOND: 1000,
    IND: 0,
    OPT: 1,
    FOP: 1,
    FUT: 1,
    CRYPTO: 1,
    FUND: 100,
  };
  const lot = Math.max(instrument.sizeIncrement, round[instrument.secType]);
  return lot * Math.max(1, Math.floor(instrument.dailyVolume / 20_000 / Math.max(lot, 1)));
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
