/**
 * The only source of time in the practice gateway. Simulated time may start anywhere (`startMs`), run at
 * any `speed`, or stand still until it is advanced by hand (`manual`): a trading day with its resets then
 * takes seconds. Timers fire in order of their due time, ties in order of creation, so that the same
 * seed and the same requests always give the same run.
 */
export interface PracticeClock {
  readonly now: () => number;
  readonly after: (delayMs: number, callback: () => void) => () => void;
  readonly every: (intervalMs: number, callback: () => void) => () => void;
  /** Moves simulated time forward, firing every timer on the way at its own due time. */
  readonly advance: (ms: number) => void;
  /** Stops the pump; pending timers never fire. */
  readonly stop: () => void;
}

export interface ClockOptions {
  readonly startMs?: number;
  readonly speed?: number;
  readonly manual?: boolean;
}

interface Timer {
  readonly dueMs: number;
  readonly sequence: number;
  readonly callback: () => void;
}

/** Real timers sleep no longer than this, so that a changed clock is noticed. */
const longestSleepMs = 1_000_000;

export function createClock({ startMs, speed = 1, manual = false }: ClockOptions = {}): PracticeClock {
  const timers: Timer[] = [];
  let sequence = 0;
  let anchorSimulatedMs = startMs ?? Date.now();
  let anchorRealMs = performance.now();
  let firingAtMs: number | null = null;
  let pump: NodeJS.Timeout | null = null;
  let stopped = false;

  const now = () => {
    if (firingAtMs !== null) return firingAtMs;
    if (manual) return anchorSimulatedMs;
    return Math.floor(anchorSimulatedMs + (performance.now() - anchorRealMs) * speed);
  };

  const fireUntil = (untilMs: number, atDueTime: boolean) => {
    for (;;) {
      const next = timers[0];
      if (next === undefined || next.dueMs > untilMs || stopped) return;
      timers.shift();
      if (atDueTime) firingAtMs = next.dueMs;
      try {
        next.callback();
      } finally {
        firingAtMs = null;
      }
    }
  };

  const schedulePump = () => {
    if (pump !== null) clearTimeout(pump);
    pump = null;
    const next = timers[0];
    if (manual || stopped || next === undefined) return;
    const delay = Math.max(0, Math.min(longestSleepMs, (next.dueMs - now()) / speed));
    pump = setTimeout(() => {
      fireUntil(now(), false);
      schedulePump();
    }, delay);
  };

  const after = (delayMs: number, callback: () => void) => at(now() + Math.max(0, delayMs), callback);
  const at = (dueMs: number, callback: () => void) => {
    const timer: Timer = { dueMs, sequence: sequence++, callback };
    insert(timers, timer);
    if (timers[0] === timer) schedulePump();
    return () => {
      const index = timers.indexOf(timer);
      if (index >= 0) timers.splice(index, 1);
    };
  };

  const every = (intervalMs: number, callback: () => void) => {
    let active = true;
    let dueMs = now() + intervalMs;
    // On its own grid, so that the work in between does not stretch the beat; beats missed are not made up for.
    const again = () => {
      callback();
      if (!active) return;
      const missed = Math.max(0, Math.floor((now() - dueMs) / intervalMs));
      dueMs += (missed + 1) * intervalMs;
      cancel = at(dueMs, again);
    };
    let cancel = at(dueMs, again);
    return () => {
      active = false;
      cancel();
    };
  };

  const advance = (ms: number) => {
    const targetMs = now() + ms;
    fireUntil(targetMs, true);
    anchorSimulatedMs = targetMs;
    anchorRealMs = performance.now();
    schedulePump();
  };

  const stop = () => {
    stopped = true;
    timers.length = 0;
    schedulePump();
  };

  return { now, after, every, advance, stop };
}

function insert(timers: Timer[], timer: Timer): void {
  let low = 0;
  let high = timers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = timers[middle];
    if (
      other !== undefined &&
      (other.dueMs < timer.dueMs || (other.dueMs === timer.dueMs && other.sequence < timer.sequence))
    )
      low = middle + 1;
    else high = middle;
  }
  timers.splice(low, 0, timer);
}
