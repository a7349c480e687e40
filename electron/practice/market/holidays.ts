import type { CalendarName } from './instrument';

/** What is special about a day at a venue: shut all day, or shut early. */
export type DayKind = 'closed' | 'early' | 'ordinary';

const dayMs = 86_400_000;

/**
 * Full closures and early closes by rule, so that fifteen years of history have them as well.
 * US: NYSE Rule 7.2 (https://www.nyse.com/markets/hours-calendars, read 2026-11); Xetra and Tokyo by their
 * public calendars without the days that are decided from year to year.
 */
export function dayKind(name: CalendarName, midnightUtc: number): DayKind {
  if (name === 'always') return 'ordinary';
  const date = new Date(midnightUtc);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return 'closed';
  const year = date.getUTCFullYear();
  const key = `${name}/${year}`;
  let known = years.get(key);
  if (known === undefined) {
    known = yearOf(name, year);
    years.set(key, known);
  }
  return known.get(midnightUtc) ?? 'ordinary';
}
const years = new Map<string, ReadonlyMap<number, DayKind>>();

function yearOf(name: Exclude<CalendarName, 'always'>, year: number): ReadonlyMap<number, DayKind> {
  const on = (month: number, day: number) => Date.UTC(year, month - 1, day);
  const days = new Map<number, DayKind>();
  const close = (...all: readonly number[]) => {
    for (const day of all) days.set(day, 'closed');
  };
  const easter = easterSunday(year);
  if (name === 'us-equity') {
    for (const day of [on(7, 3), nthWeekday(year, 11, 4, 4) + dayMs, on(12, 24)]) days.set(day, 'early');
    close(
      nthWeekday(year, 1, 1, 3),
      nthWeekday(year, 2, 1, 3),
      easter - 2 * dayMs,
      lastMonday(year, 5),
      nthWeekday(year, 9, 1, 1),
      nthWeekday(year, 11, 4, 4),
      observed(on(7, 4)),
      observed(on(12, 25)),
    );
    // New Year on a Saturday is not made up for; Juneteenth is kept since 2022.
    if (new Date(on(1, 1)).getUTCDay() !== 6) close(observed(on(1, 1)));
    if (year >= 2022) close(observed(on(6, 19)));
    return days;
  }
  close(on(1, 1));
  if (name === 'asia-equity') close(on(1, 2), on(1, 3), on(12, 31));
  else close(on(12, 25));
  if (name === 'europe-equity')
    close(easter - 2 * dayMs, easter + dayMs, on(5, 1), on(12, 24), on(12, 26), on(12, 31));
  if (name === 'futures') close(easter - 2 * dayMs);
  return days;
}

/** A holiday on Saturday is kept on Friday, one on Sunday on Monday. */
function observed(day: number): number {
  const weekday = new Date(day).getUTCDay();
  return weekday === 6 ? day - dayMs : weekday === 0 ? day + dayMs : day;
}

function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return Date.UTC(year, month - 1, 1 + ((7 + weekday - first) % 7) + (n - 1) * 7);
}

function lastMonday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0));
  return Date.UTC(year, month - 1, last.getUTCDate() - ((last.getUTCDay() + 6) % 7));
}

/** Gregorian Easter (Meeus/Jones/Butcher). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1);
}
