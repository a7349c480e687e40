import { hash, unit } from '../random';
import type { HoursMode, MarketState } from './calendar';
import type { Instrument } from './instrument';

const bucketMinutes = 30;

/**
 * Shares traded, drawn per half hour and divided among its minutes without remainder: any bar's volume is
 * the sum of its minutes', and a year costs no more than its half hours.
 */
export function createVolume(
  seed: number,
  hours: HoursMode,
  stateAt: (instrument: Instrument, minute: number) => MarketState,
) {
  const bucketVolume = (instrument: Instrument, bucket: number) => {
    const perMinute = instrument.dailyVolume / (hours === 'always' ? 1440 : 400);
    const share = stateAt(instrument, bucket * bucketMinutes) === 'regular' ? 1 : 0.06;
    return Math.round(
      perMinute * bucketMinutes * share * (0.4 + 1.2 * unit(hash(seed, 12, instrument.conid, bucket))),
    );
  };
  /** Volume of the first `minutes` (may be fractional) of a bucket. */
  const firstPart = (instrument: Instrument, bucket: number, minutes: number) => {
    if (minutes >= bucketMinutes) return bucketVolume(instrument, bucket);
    let [done, total] = [0, 0];
    for (let minute = 0; minute < bucketMinutes; minute++) {
      const weight = 0.3 + unit(hash(seed, 13, instrument.conid, bucket * bucketMinutes + minute));
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
