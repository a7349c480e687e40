import type { Clock } from '../support/clock';
import type { Log } from '../support/log';

export interface TickleLoop {
  readonly start: () => void;
  readonly stop: () => void;
  /** Ticks now, or joins the tick under way. */
  readonly now: () => Promise<void>;
}

/**
 * The heart beat of the session. `tick` looks at the gateway and says after how many milliseconds to look again;
 * whatever happens in it, the loop goes on — one lost beat must not end it (GATEWAY_FACTS §2.2).
 */
export function createTickleLoop(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  tick: () => Promise<number>,
): TickleLoop {
  let running = false;
  let current: Promise<void> | null = null;
  let cancel = (): void => undefined;

  const beat = (): Promise<void> => {
    if (current !== null) return current;
    cancel();
    current = tick()
      .catch((error: unknown) => {
        log.error('gateway.tickle-failed', { name: error instanceof Error ? error.name : 'unknown' });
        return afterBugMs;
      })
      .then((delayMs) => {
        current = null;
        if (running) cancel = clock.after(delayMs, () => void beat());
      });
    return current;
  };

  return {
    start: () => {
      if (running) return;
      running = true;
      void beat();
    },
    stop: () => {
      running = false;
      cancel();
    },
    now: beat,
  };
}

const afterBugMs = 5_000;
