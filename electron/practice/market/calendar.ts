import { dayKind } from './holidays';
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
 * `always` is the default of the practice gateway: every venue trades around the clock, one session per UTC
 * day that is a trading day of the venue, so that whoever opens the app sees a moving market. On a weekend or
 * holiday that the gateway lives through the last session goes on: it can be traded, and no bar, trade date
 * or day order carries a date on which no market is open. `real` keeps venue hours.
 */
export type HoursMode = 'always' | 'real';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const overnightLeadMs = 8 * 60 * minuteMs;
/** With hours `always` a session lasts over a weekend with holidays around it. */
const longestSessionDays = 6;
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

/** `servedFromMs`: since when the gateway runs; weekends before it were closed even with hours `always`. */
export function createCalendar(name: CalendarName, mode: HoursMode, servedFromMs = Infinity): Calendar {
  const venue = name === 'always' || mode === 'always' ? null : venues[name];
  const known = new Map<number, Session | null>();
  const sessionOn = (dayIndex: number): Session | null => {
    const remembered = known.get(dayIndex);
    if (remembered !== undefined) return remembered;
    const session =
      venue === null ? roundTheClock(name, dayIndex, servedFromMs) : venueSession(venue, name, dayIndex);
    if (known.size > 10_000) known.clear();
    known.set(dayIndex, session);
    return session;
  };

  const sessions = (fromMs: number, toMs: number) => {
    const found: Session[] = [];
    for (
      let day = Math.floor(fromMs / dayMs) - longestSessionDays;
      day <= Math.floor(toMs / dayMs) + 1;
      day++
    ) {
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

function roundTheClock(name: CalendarName, dayIndex: number, servedFromMs: number): Session | null {
  const openMs = dayIndex * dayMs;
  if (dayKind(name, openMs) === 'closed') return null;
  let nextMs = openMs + dayMs;
  while (dayKind(name, nextMs) === 'closed') nextMs += dayMs;
  const closeMs = nextMs > servedFromMs ? nextMs : openMs + dayMs;
  return { date: dateText(openMs), openMs, closeMs, preOpenMs: openMs, afterCloseMs: closeMs };
}

function venueSession(venue: Venue, name: CalendarName, dayIndex: number): Session | null {
  const midnightUtc = dayIndex * dayMs;
  const date = dateText(midnightUtc);
  const kind = dayKind(name, midnightUtc);
  if (kind === 'closed') return null;
  const local = midnightUtc - (venue.offset + (isSummer(venue.summer, midnightUtc) ? 1 : 0)) * 60 * minuteMs;
  const [pre, open, regularClose, regularAfter] = venue.hours;
  const early = kind === 'early';
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
