/** A window may owe this many answers per stream before events are held back for it. */
const mostOwed = 2;
/** Events that cannot be made one are kept this far back: they are for reading, not for state. */
const mostKept = 1000;

/**
 * Keeps a slow window from making main pile up what it has not taken: beyond two events on their way, the next ones
 * wait here, merged into one where the stream says how, and go out when the window has caught up.
 */
export function createFlow<T>(
  send: (event: T) => void,
  merge: ((held: T, next: T) => T) | undefined,
): { readonly push: (event: T) => void; readonly received: () => void } {
  let owed = 0;
  let held: T[] = [];
  const pass = (event: T): void => {
    owed += 1;
    send(event);
  };
  return {
    push: (event) => {
      if (owed < mostOwed) pass(event);
      else if (merge === undefined) held = [...held, event].slice(-mostKept);
      else held = held.length === 0 ? [event] : held.map((before) => merge(before, event));
    },
    received: () => {
      owed = Math.max(0, owed - 1);
      const [next, ...rest] = held;
      if (held.length === 0 || owed >= mostOwed) return;
      held = rest;
      // The list is not empty: what stands first is an event.
      pass(next as T);
    },
  };
}
