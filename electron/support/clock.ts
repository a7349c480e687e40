/**
 * The only source of time in main. Everything that waits or dates takes a Clock, so that tests can run a
 * trading day on a manual one. Times are epoch milliseconds.
 */
export interface Clock {
  readonly now: () => number;
  /** Milliseconds that only ever grow: for durations, never for dates. */
  readonly monotonicMs: () => number;
  /** Calls back once after `delayMs`; returns a function that cancels. */
  readonly after: (delayMs: number, callback: () => void) => () => void;
  readonly sleep: (delayMs: number) => Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  sleep: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
};
