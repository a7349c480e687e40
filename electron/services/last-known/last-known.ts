import { contract, type PorticoContract } from '../../../shared/ipc/contract';
import type { LastKnown as Answer } from '../../../shared/ipc/last-known-contract';
import { errorCodeOf } from '../../store/database';
import type { Cache, Dated } from '../../store/open-cache';
import type { Clock } from '../../support/clock';
import type { Log } from '../../support/log';
import type { Logins } from '../session/logins';

/** What the gateway last said to this login, for a start that has nothing yet. Dated; never a basis of an order. */
export interface LastKnown {
  readonly keep: (name: string, key: string, value: unknown) => void;
  /** As kept in this run; `undefined` when nothing was. */
  readonly kept: (name: string, key: string) => unknown;
  readonly all: () => Answer;
  /** Only while the running session is not that login's own: then what it says is newer. */
  readonly isWanted: () => boolean;
  readonly stop: () => void;
}

interface LastKnownDeps {
  readonly cache: Pick<Cache, 'put' | 'newest'>;
  readonly logins: Logins;
  /** Tells when the session is no longer ready: what is known now is what there will be. */
  readonly onSessionEnd: (listener: () => void) => () => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** A crash loses at most that much; writing more often would take time from orders. */
const writeEveryMs = 20_000;
/** A text longer than this is only written when the session ends: it would take a frame of the main process. */
const longText = 1_000_000;
const mostEntries = 400;
const separator = ' ';

export function createLastKnown({ cache, logins, onSessionEnd, clock, log }: LastKnownDeps): LastKnown {
  const entries = new Map<string, Dated<unknown>>();
  const unwritten = new Set<string>();
  const long = new Set<string>();
  let owner = logins.current();
  const kindOf = (login: string): string => `last-known ${login}`;

  const load = (): void => {
    entries.clear();
    unwritten.clear();
    long.clear();
    if (owner === null) return;
    for (const { key, value, atMs } of cache.newest(kindOf(owner), mostEntries))
      entries.set(key, { value, atMs });
  };
  const write = (ending: boolean): void => {
    if (owner === null) return;
    for (const id of [...unwritten]) {
      if (long.has(id) && !ending) continue;
      const value = entries.get(id)?.value;
      try {
        cache.put(kindOf(owner), id, value);
        if (JSON.stringify(value).length > longText) long.add(id);
        unwritten.delete(id);
      } catch (error) {
        log.warn('last-known.not-kept', { code: errorCodeOf(error) });
      }
    }
  };

  load();
  let cancel = clock.after(writeEveryMs, beat);
  function beat(): void {
    write(false);
    cancel = clock.after(writeEveryMs, beat);
  }
  const stops = [
    onSessionEnd(() => write(true)),
    logins.onChange((login) => {
      // Under the login they belong to, before anything of the new one is kept.
      write(true);
      owner = login;
      load();
    }),
  ];

  return {
    keep: (name, key, value) => {
      if (!logins.isProven() || owner !== logins.current()) return;
      const id = name + separator + key;
      entries.set(id, { value, atMs: clock.now() });
      unwritten.add(id);
    },
    kept: (name, key) => entries.get(name + separator + key)?.value,
    all: () => ({
      login: owner,
      entries: [...entries]
        .map(([id, { value, atMs }]) => {
          const at = id.indexOf(separator);
          return { name: id.slice(0, at), key: id.slice(at + 1), value, atMs };
        })
        .filter(isSound),
    }),
    isWanted: () => !logins.isProven(),
    stop: () => {
      cancel();
      for (const stop of stops) stop();
      write(true);
    },
  };
}

/** What another version of Portico wrote may no longer fit; the window is given what its contract says, or nothing. */
function isSound({ name, value }: { readonly name: string; readonly value: unknown }): boolean {
  const definition = Object.hasOwn(contract, name) ? contract[name as keyof PorticoContract] : undefined;
  return definition?.output.safeParse(value).success === true;
}
