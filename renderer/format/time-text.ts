import type { EpochMs } from '../../shared/domain/time';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const shortClock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const utcDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "14:03:22", the user's own zone. */
export const clockText = (timeMs: EpochMs): string => clock.format(timeMs);

/** "20 Nov 2026 14:03". */
export const dateTimeText = (timeMs: EpochMs): string =>
  `${date.format(timeMs)} ${shortClock.format(timeMs)}`;

/** A trading day is a date, not a midnight: no zone may shift it. */
export const tradingDayText = (timeMs: EpochMs): string => utcDate.format(timeMs);

/** Time of day today, day and time before. */
export const stampText = (timeMs: EpochMs, nowMs: EpochMs): string =>
  date.format(timeMs) === date.format(nowMs)
    ? clock.format(timeMs)
    : `${dayMonth.format(timeMs)} ${shortClock.format(timeMs)}`;

/** How old: "now", "12 s", "3 min", "2 h", "4 d". */
export function ageText(ageMs: number): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 2) return 'now';
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}
