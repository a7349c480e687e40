import type { EpochMs } from '../../shared/domain/time';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day as IBKR writes it, as that day's UTC midnight: `20260302`, `2026-03-02`, `2026-03-02 20:32:11`,
 * `Tue Mar 31 00:00:00 EDT 2026`, seconds or milliseconds of the epoch. A written date is taken as written: its
 * zone never moves it to another day. `202603`, a month, is its last day. Source: QUIRKS §9, read 2026-11.
 */
export function dayOf(value: unknown): EpochMs | null {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  const compact = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  if (compact !== null) return utcDay(compact[1], Number(compact[2]), Number(compact[3]));
  const month = /^(\d{4})(\d{2})$/.exec(text);
  // Day 0 of the next month.
  if (month !== null) return utcDay(month[1], Number(month[2]) + 1, 0);
  const java = /^[a-z]{3} ([a-z]{3}) (\d{1,2}) [\d:]+ \S+ (\d{4})$/i.exec(text);
  if (java !== null)
    return utcDay(java[3], months.indexOf((java[1] ?? '').toLowerCase()) + 1, Number(java[2]));
  return /^\d{9,}(\.\d+)?$/.test(text) ? instantDay(Number(text)) : null;
}

/** Seconds or milliseconds of the epoch, told apart by size; `null` when it is neither. */
export function instantOf(value: unknown): EpochMs | null {
  const figure = typeof value === 'string' && value.trim() === '' ? NaN : Number(value ?? NaN);
  if (!Number.isFinite(figure) || figure <= 0) return null;
  // 10^11 seconds are the year 5138, 10^11 milliseconds March 1973.
  return Math.round(figure < 1e11 ? figure * 1000 : figure);
}

function instantDay(figure: number): EpochMs | null {
  const ms = instantOf(figure);
  if (ms === null) return null;
  // A day given as its midnight somewhere from UTC−13 to UTC+10 lies on a full hour; ten hours later it is that day in UTC.
  const within = ms % 3_600_000 === 0 ? ms + 10 * 3_600_000 : ms;
  return Math.floor(within / 86_400_000) * 86_400_000;
}

function utcDay(year: string | undefined, month: number, day: number): EpochMs | null {
  const ms = Date.UTC(Number(year), month - 1, day);
  // 20261399 is no date: Date.UTC would roll it over into another one.
  const rolled = new Date(ms).getUTCMonth() !== (month - 1) % 12 && day > 0;
  return Number.isFinite(ms) && ms >= 0 && month >= 1 && !rolled ? ms : null;
}
