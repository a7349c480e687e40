import type { Conid } from '../../../shared/domain/ids';
import { type MarketFieldId, marketFieldOf } from '../../../shared/domain/market-field';
import type { Quote } from '../../../shared/domain/quote';
import type { Gateway } from '../../gateway/gateway';
import type { TopicUpdate } from '../../gateway/subscriptions';
import type { Clock } from '../../support/clock';
import { recordOf, type WireRecord } from '../wire-record';
import { readSnapshots } from './snapshots';
import { quoteFields, toQuote } from './to-quote';

// A table repainted ten times a second reads as live and costs a third of sixty (STACK, measured).
const flushEveryMs = 100;
/** How long the stream has to bring the slow fields before they are read once. */
const fillAfterMs = 1_500;
/** A list that changes asks for nearly the same contracts again: their lines are kept for that long. */
const lingerMs = 400;
const core = Object.values(quoteFields);

interface Known {
  stream: WireRecord;
  /** What a snapshot said of fields the stream has not sent. */
  filled: WireRecord;
  feed: Quote['feed'];
  asOfMs: number;
}

interface Wanted {
  readonly conids: ReadonlyArray<Conid>;
  /** Beyond what every quote has. */
  readonly fields?: ReadonlyArray<MarketFieldId> | undefined;
}

/**
 * Streams the quotes of some contracts: deltas are merged, only the latest of each contract is kept, and what
 * changed goes out in batches. Fields the stream leaves out are read once. Stops with the returned function.
 */
export function watchQuotes(
  gateway: Pick<Gateway, 'socket' | 'marketData'>,
  clock: Clock,
  { conids, fields = [] }: Wanted,
  emit: (batch: Quote[]) => void,
): () => void {
  const codes = [...new Set([...core, ...fields.flatMap((id) => marketFieldOf(id)?.code ?? [])])];
  const known = new Map<Conid, Known>();
  const changed = new Set<Conid>();
  let cancelFlush: (() => void) | null = null;
  let stopped = false;

  const flush = (): void => {
    cancelFlush = null;
    if (stopped) return;
    emit(
      [...changed].flatMap((conid) => {
        const entry = known.get(conid);
        if (entry === undefined) return [];
        return [toQuote(conid, { ...entry.filled, ...entry.stream }, entry.asOfMs, entry.feed)];
      }),
    );
    changed.clear();
  };
  const change = (conid: Conid, part: Partial<Known>): void => {
    const before = known.get(conid) ?? { stream: {}, filled: {}, feed: 'line', asOfMs: clock.now() };
    known.set(conid, { ...before, ...part });
    changed.add(conid);
    cancelFlush ??= clock.after(flushEveryMs, flush);
  };
  const take = (conid: Conid, update: TopicUpdate): void => {
    if (update.kind === 'data')
      change(conid, { stream: recordOf(update.all[0]), feed: 'line', asOfMs: update.receivedMs });
    else if (update.kind === 'suspended') change(conid, { feed: 'no-line' });
    else if (update.kind === 'refused') change(conid, { feed: 'refused' });
    else change(conid, { feed: 'line' });
  };
  const stops = [...new Set(conids)].map((conid) =>
    gateway.socket.subscribe({ topic: 'smd', conid, fields: codes }, (update) => take(conid, update)),
  );
  const cancelFill = clock.after(fillAfterMs, () => {
    const sparse = conids.filter((conid) => isSparse(known.get(conid), codes));
    void readSnapshots(gateway, sparse, codes, (conid, filled) => {
      if (!stopped) change(conid, { filled });
    });
  });
  return () => {
    stopped = true;
    cancelFlush?.();
    cancelFill();
    clock.after(lingerMs, () => {
      for (const stop of stops) stop();
    });
  };
}

/** Has a line and no answer for some field. Where there is no subscription a snapshot knows no more. */
const isSparse = (entry: Known | undefined, codes: ReadonlyArray<string>): boolean =>
  entry === undefined || (entry.feed === 'line' && codes.some((code) => !(code in entry.stream)));
