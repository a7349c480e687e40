import { z } from 'zod';
import { type ActivityEntry, activityEntrySchema, type ActivityLog } from '../../../shared/domain/activity';
import type { Account } from '../../../shared/domain/account';
import type { AccountId } from '../../../shared/domain/ids';
import type { OrderBook } from '../../../shared/domain/order';
import type { Preferences } from '../../../shared/domain/preferences';
import type { SessionState } from '../../../shared/domain/session';
import type { SocketEvent } from '../../gateway/socket';
import type { Cache } from '../../store/open-cache';
import type { Logins } from '../session/logins';
import type { Clock } from '../../support/clock';
import { activityOfBook, type Seen } from './book-activity';
import { noticeOf } from './notices';

export interface ActivityService {
  readonly watch: (emit: (log: ActivityLog) => void) => () => void;
  readonly stop: () => void;
}

export interface ActivityDeps {
  readonly accounts: {
    readonly onListed: (listener: (accounts: ReadonlyArray<Account>) => void) => () => void;
  };
  readonly orders: {
    readonly watch: (of: { accountId: AccountId }, emit: (book: OrderBook) => void) => () => void;
  };
  readonly session: {
    readonly onChange: (listener: (state: SessionState) => void) => () => void;
  };
  readonly logins: Pick<Logins, 'current' | 'onChange'>;
  readonly onSocketEvent: (listener: (event: SocketEvent) => void) => () => void;
  readonly preferences: () => Preferences;
  readonly cache: Pick<Cache, 'get' | 'put'>;
  readonly clock: Clock;
  /** Tells the person through the system, when the desk is not in front. */
  readonly notify: (title: string, text: string) => void;
}

const kept = 300;
const stored = z.array(activityEntrySchema);

/** What happened, of all accounts of the login, kept by login: another user's log is never shown. */
export function createActivity(deps: ActivityDeps): ActivityService {
  const { clock, cache, session, orders, preferences } = deps;
  const sinceMs = clock.now();
  const listeners = new Set<(log: ActivityLog) => void>();
  const watched = new Map<AccountId, () => void>();
  let login = deps.logins.current();
  const keptOf = (whose: string | null): ReadonlyArray<ActivityEntry> =>
    whose === null ? [] : (cache.get('activity', whose, stored)?.value ?? []);
  let entries = keptOf(login);
  let lastLabel: string | null = null;

  const publish = (): void => {
    for (const listener of listeners) listener({ entries: [...entries], sinceMs });
  };
  const add = (fresh: ReadonlyArray<ActivityEntry>): void => {
    const known = new Set(entries.map(({ id }) => id));
    const news = fresh.filter(({ id }) => !known.has(id));
    if (news.length === 0) return;
    entries = [...news, ...entries].sort((a, b) => b.atMs - a.atMs).slice(0, kept);
    if (login !== null) cache.put('activity', login, entries);
    for (const entry of news) if (isWanted(entry, preferences())) deps.notify(entry.title, entry.text);
    publish();
  };

  const follow = (accountId: AccountId): void => {
    if (watched.has(accountId)) return;
    const followedMs = clock.now();
    let seen: Seen = { complete: null, latest: null };
    const stop = orders.watch({ accountId }, (book) => {
      const found = activityOfBook(seen, book, clock.now(), followedMs);
      seen = { complete: book.known ? book : seen.complete, latest: book };
      add(found);
    });
    watched.set(accountId, stop);
  };
  const unfollow = (): void => {
    for (const stop of watched.values()) stop();
    watched.clear();
  };
  // Another person: their log, their accounts.
  const becomes = (next: string): void => {
    unfollow();
    login = next;
    entries = keptOf(next);
    publish();
  };

  const stops = [
    deps.logins.onChange(becomes),
    deps.accounts.onListed((accounts) => {
      for (const { accountId } of accounts.slice(0, 20)) follow(accountId);
    }),
    session.onChange(({ label, message, meaning, status, sinceMs: atMs }) => {
      if (label === lastLabel) return;
      const first = lastLabel === null;
      lastLabel = label;
      if (first || status === 'connecting' || status === 'not-established') return;
      const level = status === 'ready' ? 'good' : 'bad';
      const text = `${message} ${status === 'ready' ? '' : meaning}`.trim();
      add([
        {
          ...{ id: `session:${atMs}:${status}`, atMs, kind: 'session', level },
          title: label,
          text,
          accountId: null,
        },
      ]);
    }),
    deps.onSocketEvent((event) => {
      const notice = noticeOf(event, clock.now());
      if (notice !== null) add([notice]);
    }),
  ];

  return {
    watch: (emit) => {
      listeners.add(emit);
      emit({ entries: [...entries], sinceMs });
      return () => void listeners.delete(emit);
    },
    stop: () => {
      unfollow();
      for (const stop of stops) stop();
    },
  };
}

/** Whether the person wants to be told of it outside the log. */
export function isWanted({ kind, level }: ActivityEntry, preferences: Preferences): boolean {
  if (preferences.doNotDisturb) return false;
  if (kind === 'fill') return preferences.notifyFills;
  if (kind === 'rejection') return preferences.notifyRejections;
  if (kind === 'session') return preferences.notifySession;
  return level === 'bad';
}
