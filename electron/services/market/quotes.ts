import type { Conid } from '../../../shared/domain/ids';
import type { Quote } from '../../../shared/domain/quote';
import type { Gateway } from '../../gateway/gateway';
import type { Clock } from '../../support/clock';
import { recordOf } from '../wire-record';
import { quoteFields, toQuote } from './to-quote';

// A table repainted ten times a second reads as live and costs a third of sixty (STACK, measured).
const flushEveryMs = 100;
const fields = Object.values(quoteFields);

/**
 * Streams the quotes of some contracts: deltas are merged, only the latest of each contract is kept, and what
 * changed goes out in batches. Stops with the returned function.
 */
export function watchQuotes(
  { socket }: Pick<Gateway, 'socket'>,
  clock: Clock,
  conids: ReadonlyArray<Conid>,
  emit: (batch: Quote[]) => void,
): () => void {
  const changed = new Map<Conid, Quote>();
  let cancelFlush: (() => void) | null = null;

  const flush = (): void => {
    cancelFlush = null;
    emit([...changed.values()]);
    changed.clear();
  };
  const stops = [...new Set(conids)].map((conid) =>
    socket.subscribe({ topic: 'smd', conid, fields }, (update) => {
      if (update.kind !== 'data') return;
      changed.set(conid, toQuote(conid, recordOf(update.all[0]), update.receivedMs));
      cancelFlush ??= clock.after(flushEveryMs, flush);
    }),
  );
  return () => {
    cancelFlush?.();
    for (const stop of stops) stop();
  };
}
