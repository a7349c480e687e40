import type { Clock } from '../../support/clock';

/**
 * When, on our clock, a row was updated whose `_updated` is the server's time in ms (GATEWAY_FACTS §8, read 2026-11).
 * Its age is counted from the freshest row seen in this run, so a computer whose clock is wrong ages nothing; the
 * true age is that or more. A row that does not say when is as fresh as its arrival.
 */
export function createServerAge(clock: Pick<Clock, 'now' | 'monotonicMs'>): (updated: unknown) => number {
  let ahead = Number.NEGATIVE_INFINITY;
  return (updated) => {
    if (typeof updated !== 'number' || !Number.isFinite(updated)) return clock.now();
    const lead = updated - clock.monotonicMs();
    ahead = Math.max(ahead, lead);
    return clock.now() - Math.floor(ahead - lead);
  };
}
