import type { CalendarName } from './instrument';

/** One trading day of one venue: the regular session and the extended hours around it. */
export interface Session {
  readonly date: string;
  readonly openMs: number;
  readonly closeMs: number;
  readonly preOpenMs: number;
  readonly afterCloseMs: number;
}

export type MarketState = 'regular' | 'pre' | 'after' | 'overnight' | 'closed';

export interface Calendar {
  /** Sessions whose extended hours touch `[fromMs, toMs)`, oldest first. */
  readonly sessions: (fromMs: number, toMs: number) => Session[];
  readonly state: (ms: number) => MarketState;
  /** The session trading at `ms`, or the latest one before. */
  readonly sessionAt: (ms: number) => Session;
  /** The overnight session begun last at or before `ms`, running or over; null where a venue has none. */
  readonly overnightAt: (ms: number) => Overnight | null;
  readonly timezone: string;
}

/** IBKR's overnight venue for US shares: 20:00 to 03:50 New York before every trading day. */
export interface Overnight {
  readonly openMs: number;
  readonly closeMs: number;
  /** The trading day it leads to. */
  readonly session: Session;
}

/**
 * `always` is the default of the practice gateway: every venue trades around the clock, every day, one
 * session per UTC day, so that whoever opens the app sees a moving market. `real` keeps venue hours.
 */
export type HoursMode = 'always' | 'real';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const overnightLeadMs = 8 * 60 * minuteMs;
const overnightPauseMs = 10 * minuteMs;

interface Venue {
  readonly timezone: string;
  /** Hours east of UTC in winter. */
  readonly offset: number;
  readonly summer: 'us' | 'eu' | 'none';
  /** Minutes after local midnight: pre-market, open, close, end of after-hours. */
  readonly hours: readonly [number, number, number, number];
}

const venues: Record<Exclude<CalendarName, 'always'>, Venue> = {
  'us-equity': { timezone: 'America/New_York', offset: -5, summer: 'us', hours: [240, 570, 960, 1200] },
  'europe-equity': { timezone: 'Europe/Berlin', offset: 1, summer: 'eu', hours: [540, 540, 1050, 1050] },
  'asia-equity': { timezone: 'Asia/Tokyo', offset: 9, summer: 'none', hours: [540, 540, 900, 900] },
  // CME Globex: Sunday 18:00 to Friday 17:00 New York with an hour's pause; drawn as one session per day.
  futures: { timezone: 'America/Chicago', offset: -6, summer: 'us', hours: [0, 0, 960, 960] },
  forex: { timezone: 'America/New_York', offset: -5, summer: 'us', hours: [0, 0, 1439, 1439] },
};

/** Full closures and early closes of US equities (NYSE calendar 2026–2027, https://www.nyse.com/markets/hours-calendars). */
const usHolidays = new Set(
  '20260101 20260119 20260216 20260403 20260525 20260619 20260703 20260907 20261126 20261225 20270101 20270118 20270215 20270326 20270531 20270618 20270705 20270906 20271125 20271224'.split(
    ' ',
  ),
);
const usEarlyCloses = new Set(['20261127', '20261224', '20271126']);

export function createCalendar(name: CalendarName, mode: HoursMode): Calendar {
  const venue = name === 'always' || mode === 'always' ? null : venues[name];
  const known = new Map<number, Session | null>();
  const sessionOn = (dayIndex: number): Session | null => {
    const remembered = known.get(dayIndex);
    if (remembered !== undefined) return remembered;
    const session = venue === null ? roundTheClock(dayIndex) : venueSession(venue, name, dayIndex);
    if (known.size > 10_000) known.clear();
    known.set(dayIndex, session);
    return session;
  };

  const sessions = (fromMs: number, toMs: number) => {
    const found: Session[] = [];
    for (let day = Math.floor(fromMs / dayMs) - 1; day <= Math.floor(toMs / dayMs) + 1; day++) {
      const session = sessionOn(day);
      if (session !== null && session.afterCloseMs > fromMs && session.preOpenMs < toMs) found.push(session);
    }
    return found;
  };

  let current: Session | null = null;
  const sessionAt = (ms: number) => {
    if (current !== null && ms >= current.preOpenMs && ms < current.afterCloseMs) return current;
    for (let day = Math.floor(ms / dayMs) + 1; ; day--) {
      const session = sessionOn(day);
      if (session === null || session.preOpenMs > ms) continue;
      current = session;
      return session;
    }
  };

  let night: Overnight | null = null;
  const overnightAt = (ms: number): Overnight | null => {
    if (venue === null || name !== 'us-equity') return null;
    if (night !== null && ms >= night.openMs && ms < night.closeMs) return night;
    for (let day = Math.floor(ms / dayMs) + 2; ; day--) {
      const session = sessionOn(day);
      if (session === null || session.preOpenMs - overnightLeadMs > ms) continue;
      night = {
        openMs: session.preOpenMs - overnightLeadMs,
        closeMs: session.preOpenMs - overnightPauseMs,
        session,
      };
      return night;
    }
  };

  const state = (ms: number): MarketState => {
    const session = sessionAt(ms);
    if (ms >= session.afterCloseMs)
      return ms < (overnightAt(ms)?.closeMs ?? -Infinity) ? 'overnight' : 'closed';
    if (ms < session.openMs) return 'pre';
    return ms < session.closeMs ? 'regular' : 'after';
  };

  return { sessions, state, sessionAt, overnightAt, timezone: venue?.timezone ?? 'UTC' };
}

export const dateText = (ms: number): string => new Date(ms).toISOString().slice(0, 10).replaceAll('-', '');

function roundTheClock(dayIndex: number): Session {
  const openMs = dayIndex * dayMs;
  return {
    date: dateText(openMs),
    openMs,
    closeMs: openMs + dayMs,
    preOpenMs: openMs,
    afterCloseMs: openMs + dayMs,
  };
}

function venueSession(venue: Venue, name: CalendarName, dayIndex: number): Session | null {
  const midnightUtc = dayIndex * dayMs;
  const weekday = new Date(midnightUtc).getUTCDay();
  const date = dateText(midnightUtc);
  if (weekday === 0 || weekday === 6) return null;
  if (name === 'us-equity' && usHolidays.has(date)) return null;
  const local = midnightUtc - (venue.offset + (isSummer(venue.summer, midnightUtc) ? 1 : 0)) * 60 * minuteMs;
  const [pre, open, regularClose, regularAfter] = venue.hours;
  const early = name === 'us-equity' && usEarlyCloses.has(date);
  const close = early ? 780 : regularClose;
  return {
    date,
    preOpenMs: local + pre * minuteMs,
    openMs: local + open * minuteMs,
    closeMs: local + close * minuteMs,
    afterCloseMs: local + (early ? 1020 : regularAfter) * minuteMs,
  };
}

function isSummer(rule: Venue['summer'], ms: number): boolean {
  const year = new Date(ms).getUTCFullYear();
  if (rule === 'us') return ms >= nthSunday(year, 2, 2) && ms < nthSunday(year, 10, 1);
  if (rule === 'eu') return ms >= lastSunday(year, 2) && ms < lastSunday(year, 9);
  return false;
}

function nthSunday(year: number, month: number, n: number): number {
  const first = new Date(Date.UTC(year, month, 1));
  return Date.UTC(year, month, 1 + ((7 - first.getUTCDay()) % 7) + (n - 1) * 7);
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay());
}
