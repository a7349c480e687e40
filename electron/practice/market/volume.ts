import { hash, normal, unit } from '../random';
import { minuteStartMs } from './bridge';
import type { Calendar, HoursMode } from './calendar';
import type { Instrument } from './instrument';

const bucketMinutes = 30;
const bucketsPerDay = 48;
const minuteMs = 60_000;

/** Outside the venue's regular hours trading is thin; in the practice hours `always` it never stops. */
const thin = 0.06;
/** Weight of a half hour at noon, and what the edges of the session have on top. */
const noon = 0.65;
const edge = 1.4;
/** Of the parabola between them. */
const meanWeight = noon + edge / 3;

/**
 * Shares traded: drawn per half hour and divided among its minutes without remainder, so that any bar's volume
 * is the sum of its minutes' and a year costs no more than its half hours. Days differ as they do in markets:
 * log-normal, busy days in a row, more on days that move far, more near the open and close.
 */
export function createVolume(
  seed: number,
  hours: HoursMode,
  market: {
    /** Hours of the venue as they really are, whatever hours the market keeps. */
    readonly venueOf: (instrument: Instrument) => Calendar;
    /** Logarithm of price over price between two moments, in units of what a day usually moves. */
    readonly moveOf: (instrument: Instrument, fromMs: number, toMs: number) => number;
  },
) {
  const factors = new Map<number, Map<number, number>>();
  /** How busy a day is compared with the usual one; 1 on average. */
  const dayFactor = (instrument: Instrument, day: number): number => {
    const known = factors.get(instrument.conid) ?? new Map<number, number>();
    factors.set(instrument.conid, known);
    const remembered = known.get(day);
    if (remembered !== undefined) return remembered;
    const startMs = minuteStartMs(day * bucketsPerDay * bucketMinutes);
    const moved = Math.abs(
      market.moveOf(instrument, startMs, startMs + bucketsPerDay * bucketMinutes * minuteMs),
    );
    const mood = moods.reduce(
      (total, [days, weight]) => total + weight * smooth(hash(seed, 14, instrument.conid, days), day / days),
      0,
    );
    // The constant brings the mean back to 1.
    const factor = Math.exp(mood + 0.3 * Math.min(4, moved) - 0.33);
    if (known.size > 20_000) known.clear();
    known.set(day, factor);
    return factor;
  };

  /** Share of the day's volume in this half hour. */
  const shareOf = (instrument: Instrument, bucket: number): number => {
    const atMs = minuteStartMs(bucket * bucketMinutes);
    const { openMs, closeMs, preOpenMs, afterCloseMs } = market.venueOf(instrument).sessionAt(atMs);
    const length = closeMs - openMs;
    const regular = length / minuteMs / bucketMinutes;
    const rest =
      hours === 'always'
        ? bucketsPerDay - regular
        : (afterCloseMs - preOpenMs - length) / minuteMs / bucketMinutes;
    const whole = regular * meanWeight + Math.max(0, rest) * thin;
    if (atMs < openMs || atMs >= closeMs) return thin / whole;
    const place = (2 * (atMs - openMs)) / length - 1;
    return (noon + edge * place * place) / whole;
  };
  const bucketVolume = (instrument: Instrument, bucket: number) =>
    instrument.dailyVolume === 0
      ? 0
      : Math.round(
          instrument.dailyVolume *
            shareOf(instrument, bucket) *
            dayFactor(instrument, Math.floor(bucket / bucketsPerDay)) *
            Math.exp(0.3 * normal(hash(seed, 12, instrument.conid, bucket)) - 0.045),
        );
  /** Volume of the first `minutes` (may be fractional) of a bucket. */
  const firstPart = (instrument: Instrument, bucket: number, minutes: number) => {
    if (minutes <= 0) return 0;
    if (minutes >= bucketMinutes) return bucketVolume(instrument, bucket);
    let [done, total] = [0, 0];
    for (let minute = 0; minute < bucketMinutes; minute++) {
      const weight =
        0.15 - Math.log(1 - unit(hash(seed, 13, instrument.conid, bucket * bucketMinutes + minute)));
      total += weight;
      done += weight * Math.min(1, Math.max(0, minutes - minute));
    }
    return Math.floor((bucketVolume(instrument, bucket) * done) / total);
  };
  const until = (instrument: Instrument, bucket: number, minute: number) =>
    firstPart(instrument, bucket, Math.max(0, minute - bucket * bucketMinutes));

  /** Volume of `[from, to)` in grid minutes; `to` may be fractional for the running minute. */
  return (instrument: Instrument, from: number, to: number): number => {
    let volume = 0;
    for (let bucket = Math.floor(from / bucketMinutes); bucket * bucketMinutes < to; bucket++)
      volume += until(instrument, bucket, to) - until(instrument, bucket, from);
    return volume;
  };
}

/** Days in a row that share a mood, and how much it weighs: from a news day to a quarter. */
const moods: ReadonlyArray<readonly [days: number, weight: number]> = [
  [1, 0.2],
  [3, 0.2],
  [12, 0.2],
  [60, 0.2],
];

/** A random curve through one value per whole number. */
function smooth(key: number, at: number): number {
  const left = Math.floor(at);
  const share = at - left;
  return normal(hash(key, left)) * (1 - share) + normal(hash(key, left + 1)) * share;
}
