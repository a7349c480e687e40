export type PreflightKind = 'accounts' | 'portfolio';

/** What the gateway has been asked since its session began. It forgets all of it on every new session. */
export interface Preflight {
  readonly isDone: (kind: string) => boolean;
  readonly done: (kind: string) => void;
  readonly forget: (kind: string) => void;
  /** Runs `work` once per kind at a time; a second caller waits for the first. */
  readonly once: (kind: string, work: () => Promise<boolean>) => Promise<void>;
  /** New session: everything has to be asked again. */
  readonly reset: () => void;
}

export function createPreflight(): Preflight {
  let done = new Set<string>();
  let running = new Map<string, Promise<void>>();

  return {
    isDone: (kind) => done.has(kind),
    done: (kind) => void done.add(kind),
    forget: (kind) => void done.delete(kind),
    once: (kind, work) => {
      if (done.has(kind)) return Promise.resolve();
      const already = running.get(kind);
      if (already !== undefined) return already;
      const generation = done;
      const started = work()
        .then((complete) => {
          if (complete) generation.add(kind);
        })
        .finally(() => running.delete(kind));
      running.set(kind, started);
      return started;
    },
    reset: () => {
      done = new Set();
      running = new Map();
    },
  };
}
