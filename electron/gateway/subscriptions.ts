import type { EpochMs } from '../../shared/domain/time';
import type { Clock } from '../support/clock';
import { isRecord } from './interpret';
import { createMemory, mergeFrame, type TopicMemory, type WireRow } from './topic-merge';
import {
  matchesTopic,
  subscribeFrame,
  topicKey,
  unsubscribeFrame,
  type TopicName,
  type TopicSpec,
} from './topics';

/** @public */
export type TopicUpdate =
  | {
      readonly kind: 'data';
      readonly topic: TopicName;
      /** Rows that changed, whole. For `smd`, `smh`, `sbd`: one row. */
      readonly changed: ReadonlyArray<WireRow>;
      readonly all: ReadonlyArray<WireRow>;
      /** The frame as it came; `null` when an earlier state is told to a late listener. */
      readonly raw: WireRow | null;
      readonly receivedMs: EpochMs;
    }
  /** The server refused this subscription. */
  | { readonly kind: 'refused'; readonly topic: TopicName; readonly message: string }
  /** Given up in favour of a newer one: the user's market-data lines are used up. */
  | { readonly kind: 'suspended' | 'resumed'; readonly topic: TopicName };

export type TopicListener = (update: TopicUpdate) => void;

interface Subscription {
  spec: TopicSpec;
  readonly key: string;
  readonly listeners: Map<symbol, { readonly listener: TopicListener; readonly spec: TopicSpec }>;
  memory: TopicMemory;
  lastDataMs: EpochMs;
  /** On the wire of the present connection. */
  sent: boolean;
  suspended: boolean;
  serverId: string | null;
}

export interface Subscriptions {
  readonly add: (spec: TopicSpec, listener: TopicListener) => () => void;
  /** Everything wanted, sent anew: on each connection, as nothing survives one — GOTCHAS 102. */
  readonly sendAll: () => void;
  /** What is wanted and not on the wire yet. */
  readonly sendMissing: () => void;
  /** The connection is gone: nothing is subscribed any more, and quotes are not known any more. */
  readonly disconnected: () => void;
  /** True when the frame belonged to a subscription. */
  readonly take: (frame: WireRow) => boolean;
  readonly refuse: (topic: string, message: string) => boolean;
  /** Streams of quotes end after 15 min without a word — GOTCHAS 101. */
  readonly renewQuotes: () => void;
  readonly topics: () => ReadonlyArray<string>;
  readonly lines: () => MarketDataLines;
  readonly onLines: (listener: (lines: MarketDataLines) => void) => () => void;
}

/** Contracts that may stream quotes at once, those that do, and those that wait for a line. @public */
export interface MarketDataLines {
  readonly limit: number;
  readonly used: number;
  readonly waiting: number;
}

interface Deps {
  readonly clock: Clock;
  /** Sends when the connection is ready for it; false otherwise. */
  readonly send: (frame: string) => boolean;
  readonly marketDataLines: number;
}

/** At most five histories at once — GATEWAY_FACTS §4. */
const maxHistories = 5;

export function createSubscriptions({ clock, send, marketDataLines }: Deps): Subscriptions {
  // In order of use: the first is the one that was wanted longest ago.
  const wanted = new Map<string, Subscription>();
  /** Histories nobody wants any more whose server id is not known yet. */
  let orphans: TopicSpec[] = [];

  const lineListeners = new Set<(lines: MarketDataLines) => void>();
  let toldLines = '';
  const lines = (): MarketDataLines => {
    const quotes = ofTopic('smd');
    const waiting = quotes.filter(({ suspended }) => suspended).length;
    return { limit: marketDataLines, used: quotes.length - waiting, waiting };
  };
  const tellLines = (): void => {
    const now = lines();
    const key = `${now.used} ${now.waiting}`;
    if (key === toldLines) return;
    toldLines = key;
    for (const listener of lineListeners) listener(now);
  };

  const tell = (entry: Subscription, update: TopicUpdate): void => {
    for (const { listener } of [...entry.listeners.values()]) listener(update);
  };
  const transmit = (entry: Subscription): void => {
    entry.sent = send(subscribeFrame(entry.spec));
  };
  const ofTopic = (topic: TopicName): Subscription[] =>
    [...wanted.values()].filter((entry) => entry.spec.topic === topic);

  /** Puts on the wire what may be there: quotes within the lines, histories within five. */
  const arrange = (): void => {
    const quotes = ofTopic('smd');
    const kept = new Set(quotes.slice(Math.max(0, quotes.length - marketDataLines)));
    for (const entry of quotes) if (!kept.has(entry) && !entry.suspended) suspend(entry);
    for (const entry of quotes) if (kept.has(entry)) resume(entry);
    let histories = ofTopic('smh').filter((entry) => entry.sent).length + orphans.length;
    for (const entry of ofTopic('smh')) {
      if (entry.sent || histories >= maxHistories) continue;
      transmit(entry);
      histories += 1;
    }
    for (const entry of wanted.values()) {
      if (entry.spec.topic !== 'smd' && entry.spec.topic !== 'smh' && !entry.sent) transmit(entry);
    }
    tellLines();
  };
  const suspend = (entry: Subscription): void => {
    entry.suspended = true;
    if (entry.sent) stop(entry);
    tell(entry, { kind: 'suspended', topic: 'smd' });
  };
  const resume = (entry: Subscription): void => {
    if (entry.suspended) {
      entry.suspended = false;
      tell(entry, { kind: 'resumed', topic: 'smd' });
    }
    if (!entry.sent) transmit(entry);
  };
  const stop = (entry: Subscription): void => {
    const frame = unsubscribeFrame(entry.spec, entry.serverId);
    entry.sent = false;
    if (frame === null) orphans.push(entry.spec);
    else send(frame);
    // A ladder is cancelled for the whole account: the others on it are asked for again.
    if (entry.spec.topic === 'sbd') for (const other of siblings(entry)) transmit(other);
  };
  const siblings = (entry: Subscription): Subscription[] =>
    ofTopic('sbd').filter(
      (other) =>
        other !== entry &&
        'accountId' in other.spec &&
        'accountId' in entry.spec &&
        other.spec.accountId === entry.spec.accountId,
    );

  const remove = (key: string, id: symbol): void => {
    const entry = wanted.get(key);
    if (entry?.listeners.delete(id) !== true || entry.listeners.size > 0) return;
    wanted.delete(key);
    unindex(entry);
    if (entry.sent) stop(entry);
    arrange();
  };

  // Five thousand quotes a second must not each be held against five hundred subscriptions.
  const quotesByConid = new Map<string, Set<Subscription>>();
  const index = (entry: Subscription): void => {
    if (entry.spec.topic !== 'smd') return;
    const conid = plainConid(entry.spec.conid);
    const known = quotesByConid.get(conid) ?? new Set();
    quotesByConid.set(conid, known.add(entry));
  };
  const unindex = (entry: Subscription): void => {
    if (entry.spec.topic === 'smd') quotesByConid.get(plainConid(entry.spec.conid))?.delete(entry);
  };
  const targets = (topic: string, conid: string | null): Subscription[] => {
    const [name, target] = topic.split('+', 2);
    const candidates =
      name === 'smd' ? (quotesByConid.get(plainConid(target ?? conid ?? '')) ?? []) : wanted.values();
    return [...candidates].filter((entry) => matchesTopic(entry.spec, topic, conid));
  };

  /** A history's first answer names it; the one nobody wants any more is cancelled by that name. */
  const cancelOrphan = (topic: string, conid: string | null, serverId: string): boolean => {
    const orphan = orphans.find((spec) => matchesTopic(spec, topic, conid));
    if (orphan === undefined || targets(topic, conid).some((entry) => entry.sent && entry.serverId === null))
      return false;
    orphans = orphans.filter((spec) => spec !== orphan);
    send(`umh+${serverId}`);
    arrange();
    return true;
  };

  return {
    add: (spec, listener) => {
      const key = topicKey(spec);
      const id = Symbol(key);
      const known = wanted.get(key);
      const entry: Subscription = known ?? {
        spec,
        key,
        listeners: new Map(),
        memory: createMemory(),
        lastDataMs: 0,
        sent: false,
        suspended: false,
        serverId: null,
      };
      entry.listeners.set(id, { listener, spec });
      wanted.delete(key);
      wanted.set(key, entry);
      index(entry);
      if (known !== undefined && entry.memory.rows.size > 0) {
        const all = [...entry.memory.rows.values()];
        listener({
          kind: 'data',
          topic: spec.topic,
          changed: all,
          all,
          raw: null,
          receivedMs: entry.lastDataMs,
        });
      }
      const united = unitedSpec(entry);
      if (united !== null) {
        entry.spec = united;
        if (entry.sent) transmit(entry);
      }
      arrange();
      return () => remove(key, id);
    },
    sendAll: () => {
      for (const entry of wanted.values()) entry.sent = false;
      arrange();
    },
    sendMissing: arrange,
    disconnected: () => {
      orphans = [];
      for (const entry of wanted.values()) {
        entry.sent = false;
        entry.serverId = null;
        if (entry.spec.topic === 'smd') entry.memory = createMemory();
      }
    },
    take: (frame) => {
      const topic = typeof frame['topic'] === 'string' ? frame['topic'] : '';
      const conid = idOf(frame['conid']);
      const serverId = idOf(frame['serverId']);
      if (topic.startsWith('smh') && serverId !== null && cancelOrphan(topic, conid, serverId)) return true;
      const found = targets(topic, conid);
      const mine = serverId === null ? found : historyTargets(found, serverId);
      for (const entry of mine) {
        entry.serverId ??= serverId;
        const merged = mergeFrame(entry.spec.topic, entry.memory, frame);
        if (merged === null) continue;
        entry.lastDataMs = clock.now();
        tell(entry, {
          kind: 'data',
          topic: entry.spec.topic,
          ...merged,
          raw: frame,
          receivedMs: entry.lastDataMs,
        });
      }
      return mine.length > 0;
    },
    refuse: (topic, message) => {
      const found = topic.includes('+') || !/^sm[dh]$/.test(topic) ? targets(topic, null) : [];
      for (const entry of found) tell(entry, { kind: 'refused', topic: entry.spec.topic, message });
      return found.length > 0;
    },
    renewQuotes: () => {
      for (const entry of ofTopic('smd')) if (entry.sent) transmit(entry);
    },
    topics: () => [...wanted.keys()],
    lines,
    onLines: (listener) => {
      lineListeners.add(listener);
      return () => lineListeners.delete(listener);
    },
  };
}

/** The fields of all listeners to a quote; `null` when the subscription already has them. */
function unitedSpec({ spec, listeners }: Subscription): TopicSpec | null {
  if (spec.topic !== 'smd') return null;
  const fields = [...listeners.values()].flatMap((one) => (one.spec.topic === 'smd' ? one.spec.fields : []));
  const all = [...new Set([...spec.fields, ...fields])];
  return all.length === spec.fields.length ? null : { ...spec, fields: all };
}

/** Two histories of one contract share a topic: the server id tells them apart after the first answer. */
function historyTargets(found: ReadonlyArray<Subscription>, serverId: string): Subscription[] {
  const own = found.filter((entry) => entry.serverId === serverId);
  if (own.length > 0) return own;
  const [waiting] = found.filter((entry) => entry.serverId === null && entry.sent);
  return waiting === undefined ? [] : [waiting];
}

const plainConid = (conid: number | string): string => String(conid).split('@')[0] ?? '';

const idOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

export const frameError = (frame: WireRow): string | null => {
  const { error } = frame;
  return typeof error === 'string' ? error : isRecord(error) ? JSON.stringify(error) : null;
};
