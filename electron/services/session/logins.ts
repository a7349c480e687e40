import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SessionMachine } from '../../gateway/session';
import type { Cache } from '../../store/open-cache';

/** Whose desk this is. What is kept of one login is never shown to another. */
export interface Logins {
  /** The login of the running session, else the last one of this profile; `null` before the first ever. */
  readonly current: () => string | null;
  /** True while the session is that login's, and not only remembered. */
  readonly isProven: () => boolean;
  /** Told when the desk becomes another login's, before the session is announced as ready. */
  readonly onChange: (listener: (login: string) => void) => () => void;
}

const kind = 'login';
const last = 'last';

/** Logins by a short hash: the name of a user or an account is no part of keys and file contents. */
export function createLogins(
  machine: Pick<SessionMachine, 'state' | 'onChange'>,
  cache: Pick<Cache, 'get' | 'put'>,
): Logins {
  const listeners = new Set<(login: string) => void>();
  let current = cache.get(kind, last, z.string())?.value ?? null;
  machine.onChange(({ facts }) => {
    if (facts.login === null) return;
    const login = createHash('sha256').update(facts.login).digest('hex').slice(0, 16);
    if (login === current) return;
    current = login;
    cache.put(kind, last, login);
    for (const listener of listeners) listener(login);
  });
  return {
    current: () => current,
    isProven: () => machine.state().status === 'ready',
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
