import type { EpochMs } from '../../shared/domain/time';
import type { Result } from '../../shared/result';
import type { Clock } from '../support/clock';
import type { Log } from '../support/log';
import { isRecord } from './interpret';
import { openLink, type Link, type LinkEnd } from './socket-link';
import { createSubscriptions, frameError, type MarketDataLines, type TopicListener } from './subscriptions';
import type { Trust } from './tls';
import type { WireRow } from './topic-merge';
import type { TopicSpec } from './topics';

/** `live`: subscriptions are on the wire. `waiting`: connected, IBKR has not said that we are authenticated. */
type SocketStatus = 'idle' | 'connecting' | 'waiting' | 'live' | 'backing-off';
/** @public */
export interface SocketState {
  readonly status: SocketStatus;
  readonly sinceMs: EpochMs;
  /** When the last frame of any kind came. */
  readonly lastFrameMs: EpochMs | null;
  readonly error: LinkEnd | null;
  readonly retryAtMs: EpochMs | null;
}

/**
 * What the server says unasked; `resubscribed` means: read the truth again by REST.
 * @public
 */
export type SocketEvent =
  | { readonly kind: 'sts' | 'act' | 'ntf' | 'blt' | 'system' | 'unknown'; readonly frame: WireRow }
  | { readonly kind: 'error'; readonly message: string; readonly frame: WireRow }
  | { readonly kind: 'resubscribed'; readonly topics: ReadonlyArray<string> };

export interface GatewaySocket {
  /** Streams a topic until the returned function is called. Equal topics share one subscription. */
  readonly subscribe: (spec: TopicSpec, listener: TopicListener) => () => void;
  readonly onEvent: (listener: (event: SocketEvent) => void) => () => void;
  readonly state: () => SocketState;
  readonly onState: (listener: (state: SocketState) => void) => () => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** The budget of quotes: what is open and what waits. */
  readonly lines: () => MarketDataLines;
  readonly onLines: (listener: (lines: MarketDataLines) => void) => () => void;
  /** The gateway is back: connects now instead of at the end of the back-off. */
  readonly kick: () => void;
}

export interface SocketSession {
  readonly sessionId: string | null;
  readonly authenticated: boolean;
}

interface SocketDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly trust: Trust;
  readonly url: string;
  readonly userAgent: string;
  readonly marketDataLines: number;
  /** The session of this moment, asked for anew at each attempt. */
  readonly session: () => Promise<Result<SocketSession, LinkEnd>>;
  readonly onClosed: () => void;
  /** Resolves when IBKR is ready to stream orders. */
  readonly ordersPrimed: () => Promise<void>;
}

/** Two heart beats of 10 s and a little — GATEWAY_FACTS §7; nothing may look live 25 s after the last word. */
const staleAfterMs = 23_000;
const checkEveryMs = 1_000;
const keepAliveMs = 30_000;
/** 10 to 20 s are recommended — WEBSOCKET §7, read 2026-11. */
const pingMs = 15_000;
const renewQuotesMs = 540_000;
const firstQuotesAgainMs = 3_000;
const stableAfterMs = 60_000;
const firstBackoffMs = 1_000;
const longestBackoffMs = 30_000;
/** A gateway that greets without `sts` is believed when /tickle said that we are authenticated. */
const patienceMs = 5_000;

export function createSocket(deps: SocketDeps): GatewaySocket {
  const { clock, log } = deps;
  const eventListeners = new Set<(event: SocketEvent) => void>();
  const stateListeners = new Set<(state: SocketState) => void>();
  let state: SocketState = {
    status: 'idle',
    sinceMs: clock.now(),
    lastFrameMs: null,
    error: null,
    retryAtMs: null,
  };
  let link: Link | null = null;
  let attempts = 0;
  let generation = 0;
  let running = false;
  const timers: Array<() => void> = [];
  let quotesAgainMs = firstQuotesAgainMs;
  let cancelQuotesAgain: (() => void) | null = null;

  const subscriptions = createSubscriptions({
    clock,
    marketDataLines: deps.marketDataLines,
    send: (frame) => {
      if (link === null || state.status !== 'live') return false;
      if (frame.startsWith('sor') && !mayStreamOrders()) return false;
      link.send(frame);
      return true;
    },
  });

  /** Once per live period: a new session has forgotten that its orders were read. */
  let orders: { primed: boolean } | null = null;
  const mayStreamOrders = (): boolean => {
    if (orders !== null) return orders.primed;
    const mine = { primed: false };
    orders = mine;
    void deps.ordersPrimed().then(() => {
      mine.primed = true;
      if (orders !== mine || state.status !== 'live') return;
      subscriptions.sendMissing();
      emit({ kind: 'resubscribed', topics: subscriptions.topics() });
    });
    return false;
  };

  const isWaitingForOrders = (): boolean => orders?.primed === false;

  const publish = (next: Partial<SocketState>): void => {
    const changed = next.status !== undefined && next.status !== state.status;
    state = { ...state, ...next, ...(changed ? { sinceMs: clock.now() } : {}) };
    if (changed) for (const listener of stateListeners) listener(state);
  };
  const emit = (event: SocketEvent): void => {
    for (const listener of eventListeners) listener(event);
  };
  const stopTimers = (): void => timers.splice(0).forEach((cancel) => cancel());
  const every = (delayMs: number, work: () => void): void => {
    let cancel = (): void => undefined;
    const again = (): void => {
      cancel = clock.after(delayMs, () => {
        work();
        again();
      });
    };
    again();
    timers.push(() => cancel());
  };

  const connect = async (): Promise<void> => {
    stopTimers();
    const mine = (generation += 1);
    publish({ status: 'connecting', retryAtMs: null });
    const session = await deps.session();
    if (mine !== generation || !running) return;
    if (!session.ok) {
      backOff(session.error);
      return;
    }
    const { sessionId, authenticated } = session.value;
    link = openLink({
      url: deps.url,
      trust: deps.trust,
      userAgent: deps.userAgent,
      sessionId,
      onOpen: () => {
        if (mine !== generation) return;
        publish({ status: 'waiting', error: null, lastFrameMs: clock.now() });
        watchOver(authenticated);
      },
      onFrame: (frame) => {
        if (mine === generation) receive(frame, sessionId);
      },
      onJunk: () => log.debug('gateway.socket-junk'),
      onEnd: (end) => {
        if (mine === generation) lost(end);
      },
    });
  };

  const watchOver = (authenticated: boolean): void => {
    every(checkEveryMs, () => {
      if (clock.now() - (state.lastFrameMs ?? 0) < staleAfterMs) return;
      log.warn('gateway.socket-stale');
      link?.terminate();
    });
    every(keepAliveMs, () => link?.send('tic'));
    // Below the topics: keeps the ways between open, and lets the operating system notice a dead one.
    every(pingMs, () => link?.ping());
    every(renewQuotesMs, subscriptions.renewQuotes);
    timers.push(clock.after(stableAfterMs, () => (attempts = 0)));
    if (authenticated)
      timers.push(clock.after(patienceMs, () => (state.status === 'waiting' ? goLive() : undefined)));
  };

  const lost = (end: LinkEnd): void => {
    const wasOpen = state.status === 'live' || state.status === 'waiting';
    link = null;
    subscriptions.disconnected();
    backOff(end);
    if (wasOpen) deps.onClosed();
  };

  const backOff = (error: LinkEnd): void => {
    stopTimers();
    if (!running) return;
    const longest = Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(attempts, 10));
    attempts += 1;
    const delayMs = longest * (0.5 + Math.random() / 2);
    publish({ status: 'backing-off', error, retryAtMs: clock.now() + delayMs });
    timers.push(clock.after(delayMs, () => void connect()));
  };

  /** Right after a login IBKR refuses quotes with "No accounts" for some seconds — GATEWAY_FACTS §5, read 2026-11. */
  const askForQuotesAgain = (): void => {
    if (cancelQuotesAgain !== null) return;
    cancelQuotesAgain = clock.after(quotesAgainMs, () => {
      cancelQuotesAgain = null;
      subscriptions.renewQuotes();
    });
    quotesAgainMs = Math.min(quotesAgainMs * 2, longestBackoffMs);
    timers.push(() => {
      cancelQuotesAgain?.();
      cancelQuotesAgain = null;
    });
  };

  const goLive = (): void => {
    if (state.status === 'live') return;
    orders = null;
    quotesAgainMs = firstQuotesAgainMs;
    publish({ status: 'live' });
    subscriptions.sendAll();
    // Truth read before the stream has begun could miss what happens between: orders may still be on their way.
    if (!isWaitingForOrders()) emit({ kind: 'resubscribed', topics: subscriptions.topics() });
  };

  const receive = (frame: WireRow, sessionId: string | null): void => {
    state = { ...state, lastFrameMs: clock.now() };
    const message = frameError(frame);
    const topic = typeof frame['topic'] === 'string' ? frame['topic'] : '';
    if (message !== null) {
      subscriptions.refuse(topic, message);
      if (/^no accounts/i.test(message)) askForQuotesAgain();
      emit({ kind: 'error', message, frame });
      return;
    }
    // Sent only when asked for: an authenticated gateway answers it with "unknown topic" — WEBSOCKET §1.
    if (topic === '' && frame['message'] === 'waiting for session' && sessionId !== null)
      link?.send(JSON.stringify({ session: sessionId }));
    if (topic === 'sts') heed(frame['args']);
    if (topic === 'sts' || topic === 'act' || topic === 'ntf' || topic === 'blt' || topic === 'system') {
      emit({ kind: topic, frame });
      return;
    }
    if (topic === 'tic' || subscriptions.take(frame)) return;
    emit({ kind: 'unknown', frame });
  };

  /** `sts` comes whole or in fragments; the socket stays open on false, because true may follow. */
  const heed = (args: unknown): void => {
    if (!isRecord(args) || typeof args['authenticated'] !== 'boolean') return;
    if (args['authenticated']) {
      goLive();
      return;
    }
    subscriptions.disconnected();
    publish({ status: 'waiting' });
  };

  return {
    subscribe: subscriptions.add,
    lines: subscriptions.lines,
    onLines: subscriptions.onLines,
    onEvent: (listener) => {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    state: () => state,
    onState: (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    start: () => {
      if (running) return;
      running = true;
      void connect();
    },
    stop: () => {
      running = false;
      generation += 1;
      stopTimers();
      link?.terminate();
      link = null;
      subscriptions.disconnected();
      publish({ status: 'idle', retryAtMs: null });
    },
    kick: () => {
      if (!running || state.status !== 'backing-off') return;
      attempts = 0;
      void connect();
    },
  };
}
