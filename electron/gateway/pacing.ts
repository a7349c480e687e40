import { err, ok, type Result } from '../../shared/result';
import type { EpochMs } from '../../shared/domain/time';
import type { Clock } from '../support/clock';
import { priorities, type EndpointPacing, type Priority } from './endpoint';

export interface PacedJob {
  /** Requests with the same key share the endpoint's own limits. */
  readonly key: string;
  readonly priority: Priority;
  readonly limits: EndpointPacing;
  /** True for what waits while an order round is open. */
  readonly holdable: boolean;
}

export type NotStarted =
  { readonly reason: 'paused'; readonly untilMs: EpochMs } | { readonly reason: 'stopped' };

export interface Pacing {
  /** Runs when the limits allow it; refused at once while the breaker is open. */
  readonly run: <T>(job: PacedJob, task: () => Promise<T>) => Promise<Result<T, NotStarted>>;
  /** A 429: nothing more leaves for this host until then, queued requests included. */
  readonly openBreaker: (durationMs: number) => EpochMs;
  readonly pausedUntilMs: () => EpochMs | null;
  readonly hold: () => () => void;
  readonly stop: () => void;
}

/**
 * What must be known after a restart: IBKR counts requests of one endpoint and its pauses whatever program asks, so
 * a program that begins anew within seconds would otherwise run into its own limits.
 */
export interface PacingMemory {
  readonly calledAtMs: (key: string) => EpochMs | null;
  readonly called: (key: string, atMs: EpochMs) => void;
  readonly pausedUntilMs: () => EpochMs | null;
  readonly paused: (untilMs: EpochMs) => void;
}

const forgetful: PacingMemory = {
  calledAtMs: () => null,
  called: () => undefined,
  pausedUntilMs: () => null,
  paused: () => undefined,
};

interface Waiting {
  readonly job: PacedJob;
  readonly sequence: number;
  readonly start: () => void;
  readonly refuse: (why: NotStarted) => void;
}

// 10 requests a second through the gateway — docs "Pacing limitations", read 2026-11.
const perWindow = 10;
// Reads leave two places free, so that an order or a tickle never waits behind a full window of quotes.
const keptForUrgent = 2;
const windowMs = 1_010;
// A slow answer does not hold its place for ever: the request certainly arrived by then.
const longestFlightMs = 1_500;

/**
 * One queue for the whole host. A place is given back one window after the *answer*: the gateway saw the request
 * before it answered, so whatever the network did, it never counts more than ten in any second.
 */
export function createPacing(clock: Clock, memory: PacingMemory = forgetful): Pacing {
  const waiting: Waiting[] = [];
  const places = createPlaces(clock);
  const byKey = new Map<string, ReturnType<typeof createPlaces>>();
  let sequence = 0;
  let holds = 0;
  let breakerUntilMs: EpochMs | null = credible(memory.pausedUntilMs(), clock);
  let stopped = false;
  let scheduled = false;
  let cancelTimer = (): void => undefined;

  const refuseAll = (why: NotStarted): void => waiting.splice(0).forEach((entry) => entry.refuse(why));
  const keyPlaces = ({ key, limits }: PacedJob): ReturnType<typeof createPlaces> => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const places = createPlaces(clock);
    byKey.set(key, places);
    const calledMs = limits.intervalMs === undefined ? null : memory.calledAtMs(key);
    // When that call was answered is not known, so its longest flight counts; a clock set back shortens nothing.
    const sinceMs = calledMs === null ? Infinity : Math.max(0, clock.now() - calledMs);
    const restMs = (limits.intervalMs ?? 0) + longestFlightMs - sinceMs;
    if (restMs > 0) places.take(restMs, 0)();
    return places;
  };

  /** Milliseconds until this job may start; 0 for now. */
  const waitFor = (job: PacedJob): number => {
    const { limits, priority, holdable } = job;
    if (holds > 0 && holdable) return Infinity;
    const urgent = priority === 'order' || priority === 'session';
    const global = places.waitMs(urgent ? perWindow : perWindow - keptForUrgent);
    const own = keyPlaces(job);
    if (own.inFlight() >= (limits.concurrency ?? Infinity)) return Infinity;
    return Math.max(global, limits.intervalMs === undefined ? 0 : own.waitMs(1));
  };

  const pump = (): void => {
    scheduled = false;
    cancelTimer();
    waiting.sort((a, b) => rank(a.job) - rank(b.job) || a.sequence - b.sequence);
    let soonest = Infinity;
    for (const entry of [...waiting]) {
      const wait = waitFor(entry.job);
      soonest = Math.min(soonest, wait === 0 ? Infinity : wait);
      if (wait > 0) continue;
      waiting.splice(waiting.indexOf(entry), 1);
      entry.start();
    }
    if (waiting.length > 0 && soonest < Infinity) cancelTimer = clock.after(Math.max(1, soonest), pump);
  };
  // After everything fired in this turn has joined the queue, so that an order overtakes the reads beside it.
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(pump);
  };

  const paused = (): NotStarted | null => {
    if (stopped) return { reason: 'stopped' };
    if (breakerUntilMs !== null && clock.now() >= breakerUntilMs) breakerUntilMs = null;
    return breakerUntilMs === null ? null : { reason: 'paused', untilMs: breakerUntilMs };
  };

  return {
    run: (job, task) => {
      const why = paused();
      if (why !== null) return Promise.resolve(err(why));
      return new Promise((resolve, reject) => {
        const start = (): void => {
          const leave = places.take(windowMs, longestFlightMs);
          if (job.limits.intervalMs !== undefined) memory.called(job.key, clock.now());
          const leaveOwn = keyPlaces(job).take(job.limits.intervalMs ?? 0, longestFlightMs);
          task()
            .then((value) => resolve(ok(value)), reject)
            .finally(() => {
              leave();
              leaveOwn();
              schedule();
            });
        };
        waiting.push({ job, sequence: sequence++, start, refuse: (reason) => resolve(err(reason)) });
        schedule();
      });
    },
    openBreaker: (durationMs) => {
      breakerUntilMs = Math.max(breakerUntilMs ?? 0, clock.now() + durationMs);
      memory.paused(breakerUntilMs);
      refuseAll({ reason: 'paused', untilMs: breakerUntilMs });
      return breakerUntilMs;
    },
    pausedUntilMs: () => {
      paused();
      return breakerUntilMs;
    },
    hold: () => {
      holds += 1;
      let released = false;
      return () => {
        if (released) return;
        released = true;
        holds -= 1;
        schedule();
      };
    },
    stop: () => {
      stopped = true;
      cancelTimer();
      refuseAll({ reason: 'stopped' });
    },
  };
}

/** The longest pause IBKR's texts know of: what lies further ahead is a clock that was wrong. */
const longestPauseMs = 900_000;
const credible = (untilMs: EpochMs | null, clock: Clock): EpochMs | null =>
  untilMs === null || untilMs - clock.now() > longestPauseMs ? null : untilMs;

const rank = (job: PacedJob): number => priorities.indexOf(job.priority);

/** Places taken within a window; each is free again `windowMs` after its answer, or after the longest flight. */
function createPlaces(clock: Clock): {
  inFlight: () => number;
  waitMs: (limit: number) => number;
  take: (windowMs: number, flightMs: number) => () => void;
} {
  interface Place {
    freeAtMs: number;
    flying: boolean;
  }
  let taken: Place[] = [];
  const current = (): Place[] =>
    (taken = taken.filter((place) => place.flying || place.freeAtMs > clock.monotonicMs()));
  const blocking = (): Place[] => current().filter((place) => place.freeAtMs > clock.monotonicMs());
  return {
    inFlight: () => current().filter((place) => place.flying).length,
    waitMs: (limit) => {
      const ends = blocking().map((place) => place.freeAtMs);
      if (ends.length < limit) return 0;
      ends.sort((a, b) => a - b);
      return (ends[ends.length - limit] ?? 0) - clock.monotonicMs();
    },
    take: (windowMs, flightMs) => {
      const place: Place = { freeAtMs: clock.monotonicMs() + flightMs + windowMs, flying: true };
      taken.push(place);
      return () => {
        place.flying = false;
        place.freeAtMs = Math.min(place.freeAtMs, clock.monotonicMs() + windowMs);
      };
    },
  };
}
