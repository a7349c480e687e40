import { useSyncExternalStore } from 'react';
import type { EpochMs } from '../../shared/domain/time';

// One timer for every age on the desk; it stops when nothing shows one.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let nowMs: EpochMs = Date.now();

/** The time, once a second. */
export const useNow = (): EpochMs => useSyncExternalStore(subscribe, () => nowMs);

/** For one-off comparisons outside rendering. */
export const currentMs = (): EpochMs => Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  nowMs = Date.now();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function tick(): void {
  nowMs = Date.now();
  for (const listener of listeners) listener();
}
