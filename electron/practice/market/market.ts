import { hash } from '../random';
import type { PracticeClock } from '../clock';
import { createAdjustments } from './adjustments';
import { blackScholes } from './black-scholes';
import { gridEpochMs, minuteOf, minuteStartMs } from './bridge';
import { createCalendar, type Calendar, type HoursMode, type MarketState } from './calendar';
import type { Catalogue } from './catalogue';
import type { CalendarName, Instrument } from './instrument';
import { createRawBars } from './bars';
import { createPriceProcess } from './price-process';
import { createVolume } from './volume';
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
  readonly priorClose: (instrument: Instrument) => number;
  readonly day: (instrument: Instrument) => DayFigures;
  /** One bar over an interval that begins on a minute, as far as it lies in the past; null when none of it does. */
  readonly bar: (instrument: Instrument, fromMs: number, toMs: number) => Bar | null;
  /** Moves a price; held there until released, or walking on from there. */
  readonly setPrice: (instrument: Instrument, price: number, hold: boolean) => void;
  readonly release: (instrument: Instrument) => void;
  /** Grows whenever somebody touched a price: quotes taken before are void. */
  readonly revision: () => number;
  /** A share split: prices of all times divided by `ratio`. */
  readonly split: (instrument: Instrument, ratio: number) => void;
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
    const bid = roundToTick(instrument, (pulse & 1) === 0 ? last : Math.max(increment, last - spread));
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

  const rawBar = createRawBars({ process, adjustments, find: mustFind, rawAt, now: clock.now });
  const volume = createVolume(seed, hours, (instrument, minute) =>
    calendarOf(instrument).state(minuteStartMs(minute)),
  );
  const build = (instrument: Instrument, fromMs: number, toMs: number): Bar | null => {
    const raw = rawBar(instrument, fromMs, toMs);
    if (raw === null) return null;
    const endMinute = Math.min(minuteOf(toMs), (clock.now() - gridEpochMs) / minuteMs);
    return {
      startMs: fromMs,
      open: roundToTick(instrument, raw.open),
      high: roundToTick(instrument, raw.high),
      low: roundToTick(instrument, raw.low),
      close: roundToTick(instrument, raw.close),
      volume: volume(instrument, minuteOf(fromMs), endMinute),
    };
  };
  const bar = (instrument: Instrument, fromMs: number, toMs: number) => {
    if (toMs > clock.now()) return build(instrument, fromMs, toMs);
    const key = `${instrument.conid}/${fromMs}/${toMs}`;
    const known = bars.get(key);
    if (known !== undefined) return known;
    const built = build(instrument, fromMs, toMs);
    if (bars.size > 100_000) bars.clear();
    bars.set(key, built);
    return built;
  };

  const closes = new Map<number, { readonly openMs: number; readonly price: number }>();
  const priorClose = (instrument: Instrument): number => {
    const calendar = calendarOf(instrument);
    const openMs = calendar.sessionAt(clock.now()).preOpenMs;
    const known = closes.get(instrument.conid);
    if (known?.openMs === openMs) return known.price;
    const before = calendar.sessionAt(openMs - lastInstant);
    const price = roundToTick(instrument, rawAt(instrument, before.closeMs - lastInstant));
    closes.set(instrument.conid, { openMs, price });
    return price;
  };

  const days = new Map<number, { openMs: number; doneMs: number; bar: Bar | null; sampledMs: number }>();
  const day = (instrument: Instrument): DayFigures => {
    const session = calendarOf(instrument).sessionAt(clock.now());
    const endMs = Math.min(clock.now(), session.afterCloseMs - lastInstant);
    const minuteMsOf = Math.max(session.preOpenMs, Math.floor(endMs / minuteMs) * minuteMs);
    let entry = days.get(instrument.conid);
    if (entry?.openMs !== session.preOpenMs)
      entry = {
        openMs: session.preOpenMs,
        doneMs: session.preOpenMs,
        bar: null,
        sampledMs: session.preOpenMs,
      };
    const { doneMs } = entry;
    const join = (...parts: (Bar | null)[]) => mergeBars(parts.filter((part) => part !== null));
    if (doneMs < minuteMsOf) {
      const bar = join(entry.bar, build(instrument, doneMs, minuteMsOf));
      entry = { ...entry, doneMs: minuteMsOf, bar, sampledMs: minuteMsOf };
    }
    // The running minute is looked at once per tenth of a second, not again on every question.
    if (entry.sampledMs <= endMs) {
      const step = build(instrument, entry.sampledMs, endMs + 1);
      const next = entry.sampledMs + (Math.floor((endMs - entry.sampledMs) / 100) + 1) * 100;
      entry = {
        ...entry,
        bar: join(entry.bar, step === null ? null : { ...step, volume: 0 }),
        sampledMs: next,
      };
    }
    days.set(instrument.conid, entry);
    const { last } = quote(instrument);
    const { bar } = entry;
    const fraction = (endMs - gridEpochMs) / minuteMs;
    return {
      open: bar?.open ?? last,
      high: Math.max(bar?.high ?? last, last),
      low: Math.min(bar?.low ?? last, last),
      volume: volumeSince(instrument, session.preOpenMs, fraction),
      priorClose: priorClose(instrument),
    };
  };
  /** Volume of the day so far; the finished half hours are remembered. */
  const dayVolumes = new Map<number, { openMs: number; doneMinute: number; volume: number }>();
  const volumeSince = (instrument: Instrument, openMs: number, endMinute: number) => {
    let known = dayVolumes.get(instrument.conid);
    if (known?.openMs !== openMs) known = { openMs, doneMinute: minuteOf(openMs), volume: 0 };
    const whole = Math.floor(endMinute / 30) * 30;
    if (whole > known.doneMinute) {
      const more = volume(instrument, known.doneMinute, whole);
      known = { openMs, doneMinute: whole, volume: known.volume + more };
    }
    dayVolumes.set(instrument.conid, known);
    return known.volume + volume(instrument, known.doneMinute, endMinute);
  };

  let revision = 0;
  const setPrice = (instrument: Instrument, price: number, hold: boolean) => {
    const now = clock.now();
    const base = baseAt(instrument, now);
    revision++;
    const { halted } = adjustments.at(instrument.conid, now);
    adjustments.push(instrument.conid, {
      fromMs: now,
      factor: price / base,
      heldAt: hold ? price : null,
      halted,
    });
  };
  const release = (instrument: Instrument) => setPrice(instrument, rawAt(instrument, clock.now()), false);
  const split = (instrument: Instrument, ratio: number) => {
    revision++;
    adjustments.rescale(instrument.conid, 1 / ratio);
    bars.clear();
    closes.delete(instrument.conid);
    days.delete(instrument.conid);
  };
  const halt = (instrument: Instrument, halted: boolean) => {
    const now = clock.now();
    const price = rawAt(instrument, now);
    const factor = price / baseAt(instrument, now);
    revision++;
    adjustments.push(instrument.conid, { fromMs: now, factor, heldAt: halted ? price : null, halted });
  };

  return {
    catalogue,
    calendarOf,
    quote,
    priorClose,
    day,
    bar,
    setPrice,
    release,
    split,
    halt,
    revision: () => revision,
  };
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
