import {
  defaultHorzScaleBehavior,
  type IHorzScaleBehavior,
  TickMarkType,
  type Time,
} from 'lightweight-charts';
import {
  type Zone,
  zonedClock,
  zonedDate,
  zonedMonth,
  zonedShortDate,
  zonedYear,
} from '../../format/zoned-time';

/** What the library calls the importance of a mark between two bars; its enum is not exported as values. */
const weights = { year: 70, month: 60, day: 50, hours: [33, 32, 31, 30], minutes: [22, 21, 20] } as const;
const hourSteps = [12, 6, 3, 1] as const;
const minuteSteps = [30, 5, 1] as const;

/**
 * The library's time axis with days, months and years beginning at midnight of a zone: bars keep their true
 * instants, so a daylight saving change neither repeats nor skips one.
 */
export function zonedAxis(zone: Zone): IHorzScaleBehavior<Time> {
  const axis = new (defaultHorzScaleBehavior())();
  axis.fillWeightsForPoints = (points, startIndex) => {
    let before = startIndex === 0 ? null : localDate(zone, points[startIndex - 1]?.originalTime);
    for (let index = startIndex; index < points.length; index += 1) {
      const point = points[index];
      if (point === undefined) continue;
      const date = localDate(zone, point.originalTime);
      // The weight is a nominal number; the library reads it as the plain one it is.
      const weight = before === null ? weights.minutes[2] : weightBetween(before, date);
      (point as { timeWeight: number }).timeWeight = weight;
      before = date;
    }
  };
  return axis;
}

// Our points are UTC seconds; the axis hands back what it was given.
const localDate = (zone: Zone, seconds: unknown): Date => {
  const timeMs = Number(seconds) * 1000;
  return new Date(timeMs + zone.offsetMs(timeMs));
};

function weightBetween(a: Date, b: Date): number {
  if (a.getUTCFullYear() !== b.getUTCFullYear()) return weights.year;
  if (a.getUTCMonth() !== b.getUTCMonth()) return weights.month;
  if (a.getUTCDate() !== b.getUTCDate()) return weights.day;
  const crosses = (stepMs: number): boolean =>
    Math.floor(a.getTime() / stepMs) !== Math.floor(b.getTime() / stepMs);
  for (const [at, hours] of hourSteps.entries())
    if (crosses(hours * 3_600_000)) return weights.hours[at] ?? 30;
  for (const [at, minutes] of minuteSteps.entries())
    if (crosses(minutes * 60_000)) return weights.minutes[at] ?? 20;
  return 0;
}

/** Text of a mark on the axis. */
export function tickText(zone: Zone, timeMs: number, mark: TickMarkType): string {
  if (mark === TickMarkType.Year) return zonedYear(zone, timeMs);
  if (mark === TickMarkType.Month) return zonedMonth(zone, timeMs);
  if (mark === TickMarkType.DayOfMonth) return zonedShortDate(zone, timeMs);
  return zonedClock(zone, timeMs);
}

/** "Fri 20 Nov 2026" for a trading day, else with its time. */
export const barTimeText = (zone: Zone, timeMs: number, daily: boolean): string =>
  daily ? zonedDate(zone, timeMs) : `${zonedDate(zone, timeMs)} ${zonedClock(zone, timeMs)}`;
