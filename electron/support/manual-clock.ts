import type { Clock } from './clock';

export interface ManualClock extends Clock {
  /** Moves time forward, firing what falls due in order; promises started by a timer settle before the next. */
  readonly advance: (ms: number) => Promise<void>;
  /** Moves the wall clock alone, as a correction of the system time does. */
  readonly shiftWall: (ms: number) => void;
  /** The computer sleeps: both clocks jump and nothing fires; what fell due fires on the next advance. */
  readonly sleepThrough: (ms: number) => void;
  readonly pendingTimers: () => number;
}

/** Time that only moves when a test says so. */
export function createManualClock(startMs = 1_790_000_000_000): ManualClock {
  let elapsedMs = 0;
  let wallOffsetMs = startMs;
  let nextId = 1;
  const timers = new Map<number, { readonly dueMs: number; readonly callback: () => void }>();

  const after = (delayMs: number, callback: () => void) => {
    const id = nextId++;
    timers.set(id, { dueMs: elapsedMs + Math.max(0, delayMs), callback });
    return () => void timers.delete(id);
  };

  const nextDue = (untilMs: number) => {
    let best: { id: number; dueMs: number } | null = null;
    for (const [id, timer] of timers)
      if (timer.dueMs <= untilMs && (best === null || timer.dueMs < best.dueMs))
        best = { id, dueMs: timer.dueMs };
    return best;
  };

  return {
    now: () => wallOffsetMs + elapsedMs,
    monotonicMs: () => elapsedMs,
    after,
    sleep: (delayMs) => new Promise((resolve) => void after(delayMs, resolve)),
    shiftWall: (ms) => {
      wallOffsetMs += ms;
    },
    sleepThrough: (ms) => {
      elapsedMs += ms;
    },
    pendingTimers: () => timers.size,
    advance: async (ms) => {
      const targetMs = elapsedMs + ms;
      await settle();
      for (let due = nextDue(targetMs); due !== null; due = nextDue(targetMs)) {
        elapsedMs = Math.max(elapsedMs, due.dueMs);
        const timer = timers.get(due.id);
        timers.delete(due.id);
        timer?.callback();
        await settle();
      }
      elapsedMs = targetMs;
      await settle();
    },
  };
}

// A macrotask runs only after every microtask queued before it, however long the promise chain.
const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
