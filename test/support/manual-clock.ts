import type { Clock } from '../../electron/support/clock';

export interface ManualClock extends Clock {
  /** Lets time pass, calling what falls due in order and letting promises settle in between. */
  readonly pass: (ms: number) => Promise<void>;
}

export function createManualClock(startMs = 1_700_000_000_000): ManualClock {
  let nowMs = startMs;
  let timers: Array<{ readonly atMs: number; readonly call: () => void }> = [];
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const after = (delayMs: number, call: () => void): (() => void) => {
    const timer = { atMs: nowMs + Math.max(0, delayMs), call };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  return {
    now: () => nowMs,
    monotonicMs: () => nowMs,
    after,
    sleep: (delayMs) => new Promise((resolve) => after(delayMs, resolve)),
    pass: async (ms) => {
      const endMs = nowMs + ms;
      await settle();
      for (;;) {
        const [next] = timers.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs);
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        nowMs = Math.max(nowMs, next.atMs);
        next.call();
        await settle();
      }
      nowMs = endMs;
    },
  };
}
