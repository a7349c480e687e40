import type { EpochMs } from '../../shared/domain/time';
import { textStyle } from './style';
import { readingZoneId, zoneAbbreviation, zoneOf } from './zoned-time';

type Shape = 'clock' | 'shortClock' | 'date' | 'dayMonth';
const shapes: Readonly<Record<Shape, Intl.DateTimeFormatOptions>> = {
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  shortClock: { hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
};
// Making one costs a hundred times its use.
const made = new Map<string, Intl.DateTimeFormat>();

/** `exchangeZone`: where the contract trades (IANA); used where the user reads times so. */
function format(shape: Shape, timeMs: EpochMs, exchangeZone: string | null = null): string {
  const { hour12 } = textStyle();
  const zone = readingZoneId(exchangeZone);
  const key = `${shape} ${String(hour12)} ${zone ?? ''}`;
  let formatter = made.get(key);
  if (formatter === undefined) {
    const options = { ...shapes[shape], hour12, ...(zone === null ? {} : { timeZone: zone }) };
    formatter = new Intl.DateTimeFormat('en-GB', options);
    made.set(key, formatter);
  }
  return formatter.format(timeMs);
}

const utcDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "14:03:22" in the zone the user reads times in, which is named where it was chosen. */
export const clockText = (timeMs: EpochMs, exchangeZone: string | null = null): string =>
  `${format('clock', timeMs, exchangeZone)}${zoneMark(timeMs, exchangeZone)}`;

/** "14:03". */
export const minuteText = (timeMs: EpochMs): string =>
  `${format('shortClock', timeMs)}${zoneMark(timeMs, null)}`;

/** "20 Nov 2026 14:03". */
export const dateTimeText = (timeMs: EpochMs, exchangeZone: string | null = null): string =>
  `${format('date', timeMs, exchangeZone)} ${format('shortClock', timeMs, exchangeZone)}${zoneMark(timeMs, exchangeZone)}`;

/** "20 Nov 2026 14:03:22". */
export const momentText = (timeMs: EpochMs, exchangeZone: string | null = null): string =>
  `${format('date', timeMs, exchangeZone)} ${clockText(timeMs, exchangeZone)}`;

/** A trading day is a date, not a midnight: no zone may shift it. */
export const tradingDayText = (timeMs: EpochMs): string => utcDate.format(timeMs);

/** Time of day today, day and time before. */
export const stampText = (timeMs: EpochMs, nowMs: EpochMs, exchangeZone: string | null = null): string =>
  (format('date', timeMs, exchangeZone) === format('date', nowMs, exchangeZone)
    ? format('clock', timeMs, exchangeZone)
    : `${format('dayMonth', timeMs, exchangeZone)} ${format('shortClock', timeMs, exchangeZone)}`) +
  zoneMark(timeMs, exchangeZone);

/** Said wherever the zone was chosen: beside it may stand a time in the computer's own. */
function zoneMark(timeMs: EpochMs, exchangeZone: string | null): string {
  const zone = readingZoneId(exchangeZone);
  return zone === null ? '' : ` ${zoneAbbreviation(zoneOf(zone), timeMs)}`;
}

/** How old: "now", "12 s", "3 min", "2 h", "4 d". */
export function ageText(ageMs: number): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 2) return 'now';
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}
