import type { PracticeClock } from '../clock';
import { gridEpochMs, minuteOf } from './bridge';
import type { Calendar } from './calendar';
import type { Instrument } from './instrument';
import { mergeBars, type Bar, type DayFigures, type Quote } from './quote';
import { roundToTick } from './ticks';

/** Closed venues show the price of their last second. */
const lastInstant = 1;
const minuteMs = 60_000;

/** Open, high, low, volume and prior close of the running day, brought up to date instead of counted anew. */
export function createDayFigures(deps: {
  readonly clock: PracticeClock;
  readonly calendarOf: (instrument: Instrument) => Calendar;
  readonly rawAt: (instrument: Instrument, ms: number) => number;
  readonly quote: (instrument: Instrument) => Quote;
  readonly build: (instrument: Instrument, fromMs: number, toMs: number) => Bar | null;
  readonly volume: (instrument: Instrument, fromMinute: number, toMinute: number) => number;
}) {
  const { clock, calendarOf, rawAt, quote, build, volume } = deps;

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

  const forget = (instrument: Instrument) => {
    closes.delete(instrument.conid);
    days.delete(instrument.conid);
  };

  return { priorClose, day, forget };
}
