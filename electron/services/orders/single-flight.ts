/** A job of which one runs at a time. */
export interface SingleFlight {
  /** Starts it, or waits for the run that is under way. */
  readonly join: () => Promise<void>;
  /** Waits for a run that begins after this call. */
  readonly afresh: () => Promise<void>;
}

export function once(job: () => Promise<void>): SingleFlight {
  let current: Promise<void> | null = null;
  const join = () => {
    current ??= job().finally(() => {
      current = null;
    });
    return current;
  };
  return {
    join,
    afresh: async () => {
      await current;
      await join();
    },
  };
}
