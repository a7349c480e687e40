import type { EpochMs } from '../../shared/domain/time';
import { textStyle } from './style';

/** A time zone that answers fast enough for a hundred thousand bars. */
export interface Zone {
  readonly id: string;
  /** East of UTC at that instant, daylight saving included. */
  readonly offsetMs: (timeMs: EpochMs) => number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const zones = new Map<string, Zone>();

/** The zone of this name; an offset is asked of the system once a day, and by the hour on the days it changes. */
export function zoneOf(id: string): Zone {
  const known = zones.get(id);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: id,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const exact = (timeMs: number): number => {
    const part = Object.fromEntries(
      format.formatToParts(timeMs).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(timeMs / 1000) * 1000;
  };
  const days = new Map<number, number | null>();
  const hours = new Map<number, number>();
  const zone: Zone = {
    id,
    offsetMs: (timeMs) => {
      const day = Math.floor(timeMs / dayMs);
      let offset = days.get(day);
      if (offset === undefined) {
        const [first, last] = [exact(day * dayMs), exact((day + 1) * dayMs)];
        offset = first === last ? first : null;
        days.set(day, offset);
      }
      if (offset !== null) return offset;
      const hour = Math.floor(timeMs / hourMs);
      const known = hours.get(hour) ?? exact(hour * hourMs);
      hours.set(hour, known);
      return known;
    },
  };
  zones.set(id, zone);
  return zone;
}

const computerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * The one place that decides in which zone a time is told: UTC, where the contract trades, or (`null`) the computer's
 * own. `exchangeZone`: IBKR's name of it; `null` for times of no contract, or where it is not known.
 */
export function readingZoneId(exchangeZone: string | null): string | null {
  const { timeZone, atExchange } = textStyle();
  return atExchange && exchangeZone !== null ? soundZone(exchangeZone) : timeZone;
}

export const readingZone = (exchangeZone: string | null): Zone =>
  zoneOf(readingZoneId(exchangeZone) ?? computerZone());

const sound = new Map<string, string>();

/** IBKR's names have been those of Java; one that this computer does not know is shown in UTC. */
export function soundZone(timeZone: string): string {
  let zone = sound.get(timeZone);
  if (zone === undefined) {
    try {
      zone = new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone;
    } catch {
      zone = 'UTC';
    }
    sound.set(timeZone, zone);
  }
  return zone;
}

const naming = new Map<string, Intl.DateTimeFormat>();

/** "EST", "GMT+1": what stands beside a time so that nobody guesses. */
export function zoneAbbreviation({ id }: Zone, timeMs: EpochMs): string {
  const format = naming.get(id) ?? new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'short' });
  naming.set(id, format);
  return format.formatToParts(timeMs).find(({ type }) => type === 'timeZoneName')?.value ?? id;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');
const shifted = (zone: Zone, timeMs: EpochMs): Date => new Date(timeMs + zone.offsetMs(timeMs));

/** Whole days since 1970 on the zone's own calendar: equal for two instants of one local date. */
export const zonedDay = (zone: Zone, timeMs: EpochMs): number =>
  Math.floor((timeMs + zone.offsetMs(timeMs)) / dayMs);

/** "14:05". */
export function zonedClock(zone: Zone, timeMs: EpochMs): string {
  const date = shifted(zone, timeMs);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** "Fri 20 Nov 2026". */
export function zonedDate(zone: Zone, timeMs: EpochMs): string {
  const date = shifted(zone, timeMs);
  return `${weekdays[date.getUTCDay()] ?? ''} ${zonedShortDate(zone, timeMs)} ${date.getUTCFullYear()}`;
}

/** "20 Nov". */
export function zonedShortDate(zone: Zone, timeMs: EpochMs): string {
  const date = shifted(zone, timeMs);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`;
}

export const zonedMonth = (zone: Zone, timeMs: EpochMs): string =>
  months[shifted(zone, timeMs).getUTCMonth()] ?? '';
export const zonedYear = (zone: Zone, timeMs: EpochMs): string =>
  String(shifted(zone, timeMs).getUTCFullYear());
