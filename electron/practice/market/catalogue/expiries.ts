import { createCalendar } from '../calendar';

const dayMs = 86_400_000;

export interface Expiry {
  /** YYYYMMDD */
  readonly date: string;
  readonly ms: number;
}

const newYork = createCalendar('us-equity', 'real');

/** The close of New York on that day, or on the trading day before when it is a holiday. */
const at = (year: number, month: number, day: number): Expiry => {
  const { date, closeMs } = newYork.sessionAt(Date.UTC(year, month, day, 23));
  return { date, ms: closeMs };
};

function thirdFriday(year: number, month: number): Expiry {
  const first = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return at(year, month, 1 + ((12 - first) % 7) + 14);
}

/** The next `count` third Fridays after now; `months` limits them (2, 5, 8, 11 for quarterlies). */
export function monthlyExpiries(nowMs: number, count: number, months?: readonly number[]): Expiry[] {
  const found: Expiry[] = [];
  const start = new Date(nowMs);
  for (let i = 0; found.length < count && i < 60; i++) {
    const date = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1));
    const expiry = thirdFriday(date.getUTCFullYear(), date.getUTCMonth());
    if (expiry.ms > nowMs + dayMs && (months === undefined || months.includes(date.getUTCMonth())))
      found.push(expiry);
  }
  return found;
}

/** The next `count` Fridays that are not monthly expiries. */
export function weeklyExpiries(nowMs: number, count: number): Expiry[] {
  const found: Expiry[] = [];
  const monthly = new Set(monthlyExpiries(nowMs - 40 * dayMs, 6).map((expiry) => expiry.date));
  for (let day = 1; found.length < count; day++) {
    const date = new Date(nowMs + day * dayMs);
    const expiry = at(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
    if (date.getUTCDay() === 5 && expiry.ms > nowMs + dayMs && !monthly.has(expiry.date)) found.push(expiry);
  }
  return found;
}

const monthNames = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
/** `20261218` → `DEC26`, as IBKR writes months. */
export const monthCode = (date: string): string =>
  `${monthNames[Number(date.slice(4, 6)) - 1] ?? ''}${date.slice(2, 4)}`;
/** `20261218` → `DEC 18 '26`. */
export const longDate = (date: string): string =>
  `${monthNames[Number(date.slice(4, 6)) - 1] ?? ''} ${date.slice(6)} '${date.slice(2, 4)}`;
