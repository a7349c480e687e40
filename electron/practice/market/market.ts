import { hash } from '../random';
import type { PracticeClock } from '../clock';
import { createDayFigures } from './day-figures';
import type { Bar, DayFigures, Quote } from './quote';
import { createAdjustments } from './adjustments';
import { gridEpochMs, minuteOf } from './bridge';
import { createCalendar, type Calendar, type HoursMode } from './calendar';
import type { Catalogue } from './catalogue';
import type { CalendarName, Instrument } from './instrument';
import { createRawBars } from './bars';
import { comboQuote } from './combo-quote';
import { createExDates } from './ex-dates';
import { createRawPrices } from './raw-price';
import { createPriceProcess } from './price-process';
import { createVolume } from './volume';
import { incrementAt, roundToTick } from './ticks';

export interface Market {
  readonly catalogue: Catalogue;
  readonly calendarOf: (instrument: Instrument) => Calendar;
  readonly quote: (instrument: Instrument, atMs?: number) => Quote;
  readonly priorClose: (instrument: Instrument) => number;
  readonly day: (instrument: Instrument) => DayFigures;
  /** Its last moment of trading is over. */
  readonly isExpired: (instrument: Instrument) => boolean;
  /** Date of the session trading now, or of the latest one. */
  readonly sessionDate: (instrument: Instrument) => string;
  /** One bar over an interval that begins on a minute, as far as it lies in the past; null when none of it does. */
  readonly bar: (instrument: Instrument, fromMs: number, toMs: number) => Bar | null;
  /** Moves a price; held there until released, or walking on from there. */
  readonly setPrice: (instrument: Instrument, price: number, hold: boolean) => void;
  readonly release: (instrument: Instrument) => void;
  /** Grows whenever somebody touched a price: quotes taken before are void. */
  readonly revision: () => number;
  /** A special dividend goes ex: the price falls by so much, in quote units, and walks on. */
  readonly goEx: (instrument: Instrument, perUnit: number) => void;
  /** A share split: prices of all times divided by `ratio`. */
  readonly split: (instrument: Instrument, ratio: number) => void;
  /** Quotes of every instrument stand still at this moment's, or walk on; bars do not notice. */
  readonly freeze: (frozen: boolean) => void;
  readonly halt: (instrument: Instrument, halted: boolean) => void;
}

/** Closed venues show the price of their last second. */
const lastInstant = 1;
const minuteMs = 60_000;
const daysPerRootYear = Math.sqrt(365);

export function createMarket(
  seed: number,
  clock: PracticeClock,
  catalogue: Catalogue,
  hours: HoursMode,
): Market {
  const process = createPriceProcess(seed);
  const servedFromMs = clock.now();
  const adjustments = createAdjustments();
  const exDates = createExDates();
  const calendars = new Map<CalendarName, Calendar>();
  const bars = new Map<string, Bar | null>();

  const calendarOf = (instrument: Instrument) => {
    const known = calendars.get(instrument.calendar);
    if (known !== undefined) return known;
    const calendar = createCalendar(instrument.calendar, hours, servedFromMs);
    calendars.set(instrument.calendar, calendar);
    return calendar;
  };
  const venues = new Map<CalendarName, Calendar>();
  const venueOf = ({ calendar }: Instrument) => {
    const known = venues.get(calendar) ?? createCalendar(calendar, 'real');
    venues.set(calendar, known);
    return known;
  };
  const mustFind = (conid: number): Instrument => {
    const found = catalogue.byConid(conid);
    if (found === undefined) throw new Error(`The catalogue has no underlying ${conid}`);
    return found;
  };

  const { rawAt, baseAt, rootOf } = createRawPrices({ process, adjustments, exDates, find: mustFind });
  const tradingInstant = (instrument: Instrument, at: number) => {
    const ms = Math.min(at, (instrument.expiryMs ?? Infinity) - lastInstant);
    const calendar = calendarOf(instrument);
    const { afterCloseMs } = calendar.sessionAt(ms);
    if (ms < afterCloseMs) return ms;
    const night = calendar.overnightAt(ms);
    return night === null || night.openMs < afterCloseMs
      ? afterCloseMs - lastInstant
      : Math.min(ms, night.closeMs - lastInstant);
  };

  let frozenMs = Infinity;
  const quote = (instrument: Instrument, atMs?: number): Quote => {
    const now = Math.min(atMs ?? clock.now(), frozenMs);
    if (instrument.model.kind === 'combo') return comboQuote(instrument, instrument.model.legs, now, quote);
    const ms = tradingInstant(instrument, now);
    const adjustment = adjustments.at(instrument.conid, ms);
    const last = roundToTick(instrument, rawAt(instrument, ms));
    const increment = incrementAt(instrument.increments, last);
    const pulse = hash(seed, 11, instrument.conid, Math.floor(ms / 500));
    const spread = instrument.spreadTicks * increment;
    const bid = roundToTick(instrument, (pulse & 1) === 0 ? last : Math.max(increment, last - spread));
    const lot = lotOf(instrument);
    // Sizes change with every step of the price: a stream of ten updates a second has ten to send.
    const flow = hash(seed, 12, instrument.conid, Math.floor(ms / 100));
    const size = (salt: number) => lot * (1 + (hash(flow, salt) % 9));
    return {
      last,
      bid,
      ask: roundToTick(instrument, bid + spread),
      bidSize: size(1),
      askSize: size(2),
      lastSize: lot * (1 + (hash(pulse, 3) % 4)),
      state: hasExpired(instrument, now) ? 'closed' : calendarOf(instrument).state(now),
      halted: adjustment.halted,
      atMs: ms,
    };
  };

  const rawBar = createRawBars({ process, adjustments, exDates, find: mustFind, rawAt, now: clock.now });
  const volume = createVolume(seed, hours, {
    venueOf,
    moveOf: (instrument, fromMs, toMs) => {
      const root = rootOf(instrument);
      return root.model.kind === 'path'
        ? (Math.log(process.at(root, toMs) / process.at(root, fromMs)) * daysPerRootYear) /
            root.model.volatility
        : 0;
    },
  });
  const build = (instrument: Instrument, fromMs: number, endMs: number): Bar | null => {
    const toMs = Math.min(endMs, instrument.expiryMs ?? Infinity);
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

  const { priorClose, day, forget } = createDayFigures({ clock, calendarOf, rawAt, quote, build, volume });

  let revision = 0;
  const freeze = (frozen: boolean) => {
    revision++;
    frozenMs = frozen ? clock.now() : Infinity;
  };
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
  const goEx = (instrument: Instrument, perUnit: number) => {
    const now = clock.now();
    const { heldAt } = adjustments.at(instrument.conid, now);
    setPrice(instrument, Math.max(rawAt(instrument, now) - perUnit, 0.0001), heldAt !== null);
  };
  const split = (instrument: Instrument, ratio: number) => {
    revision++;
    adjustments.rescale(instrument.conid, 1 / ratio);
    bars.clear();
    forget(instrument);
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
    isExpired: (instrument) => hasExpired(instrument, clock.now()),
    calendarOf,
    quote,
    priorClose,
    day,
    sessionDate: (instrument) => calendarOf(instrument).sessionAt(clock.now()).date,
    bar,
    setPrice,
    release,
    goEx,
    split,
    halt,
    freeze,
    revision: () => revision,
  };
}

const hasExpired = ({ expiryMs }: Instrument, ms: number): boolean =>
  expiryMs !== undefined && ms >= expiryMs;

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
    WAR: 500,
    CRYPTO: 1,
    FUND: 100,
    BAG: 1,
  };
  const lot = Math.max(instrument.sizeIncrement, round[instrument.secType]);
  return lot * Math.max(1, Math.floor(instrument.dailyVolume / 20_000 / Math.max(lot, 1)));
}
