import type { PracticeClock } from '../clock';
import { matchesPattern } from '../faults/rule';

interface Limit {
  readonly name: string;
  readonly method?: string;
  readonly path: string;
  readonly count: number;
  readonly perMs: number;
}

const second = 1000;
const quarter = 15 * 60 * second;

/**
 * GATEWAY_FACTS §4 (CPAPI `#pacing`, read 2026-11). Where a read must be repeated to be warm, IBKR lets two
 * through, or its own advice could not be followed: those have a count of 2.
 */
const limits: readonly Limit[] = [
  { name: 'orders 1/5s', method: 'GET', path: '/iserver/account/orders', count: 2, perMs: 5 * second },
  { name: 'trades 1/5s', method: 'GET', path: '/iserver/account/trades', count: 2, perMs: 5 * second },
  { name: 'pnl 1/5s', method: 'GET', path: '/iserver/account/pnl/partitioned', count: 2, perMs: 5 * second },
  {
    name: 'portfolio accounts 1/5s',
    method: 'GET',
    path: '/portfolio/accounts',
    count: 2,
    perMs: 5 * second,
  },
  {
    name: 'portfolio subaccounts 1/5s',
    method: 'GET',
    path: '/portfolio/subaccounts',
    count: 2,
    perMs: 5 * second,
  },
  { name: 'fyi 1/s', path: '/fyi/*', count: 2, perMs: second },
  {
    name: 'scanner params 1/15min',
    method: 'GET',
    path: '/iserver/scanner/params',
    count: 1,
    perMs: quarter,
  },
  { name: 'scanner run 1/s', method: 'POST', path: '/iserver/scanner/run', count: 1, perMs: second },
  { name: 'pa performance 1/15min', method: 'POST', path: '/pa/performance', count: 1, perMs: quarter },
  { name: 'pa summary 1/15min', method: 'POST', path: '/pa/summary', count: 1, perMs: quarter },
  { name: 'pa transactions 1/15min', method: 'POST', path: '/pa/transactions', count: 1, perMs: quarter },
  { name: 'sso validate 1/min', method: 'GET', path: '/sso/validate', count: 1, perMs: 60 * second },
  { name: 'tickle 1/s', path: '/tickle', count: 1, perMs: second },
];
const globalLimit: Limit = { name: 'global 10/s', path: '*', count: 10, perMs: second };
/** `GET /iserver/marketdata/history`: this many at once (CPAPI `#hist-md`, read 2026-11). */
const historyAtOnce = 5;
/** The gateway counts in its own seconds; two more keep an exact client out of the box. */
const grace = 2;

export type PacingVerdict = 'fine' | { readonly violated: string };

/**
 * Counts requests in sliding windows. Exceeding the global limit puts the client into the penalty box,
 * where everything is 429; a single endpoint's limit costs only that answer. `pa/*` counts per body, as
 * IBKR answers a different question at once.
 */
export function createPacing(clock: PracticeClock, penaltyMs: number) {
  const windows = new Map<string, number[]>();
  let boxedUntilMs = 0;

  const exceeds = (limit: Limit, key: string, allowed: number, now: number) => {
    const times = (windows.get(key) ?? []).filter((atMs) => now - atMs < limit.perMs);
    windows.set(key, times);
    if (times.length >= allowed) return true;
    times.push(now);
    return false;
  };

  const check = (method: string, path: string, body: string): PacingVerdict => {
    const now = clock.now();
    if (now < boxedUntilMs) return { violated: 'penalty box' };
    if (exceeds(globalLimit, globalLimit.name, globalLimit.count + grace, now)) {
      boxedUntilMs = now + penaltyMs;
      return { violated: globalLimit.name };
    }
    for (const limit of limits) {
      if ((limit.method !== undefined && limit.method !== method) || !matchesPattern(limit.path, path))
        continue;
      const key = limit.path.startsWith('/pa/') ? `${limit.name} ${body}` : limit.name;
      if (exceeds(limit, key, limit.count, now)) return { violated: limit.name };
    }
    return 'fine';
  };

  let histories = 0;
  /** Called when a request arrives; null when too many of its kind are being answered, else what ends it. */
  const begin = (method: string, path: string): (() => void) | null => {
    if (method !== 'GET' || path !== '/iserver/marketdata/history') return () => {};
    if (histories >= historyAtOnce) return null;
    histories++;
    return () => {
      histories--;
    };
  };

  const release = () => {
    boxedUntilMs = 0;
    // What led into the box is forgiven too, or the next request would lead back into it.
    windows.clear();
  };

  return { check, begin, release };
}

export type Pacing = ReturnType<typeof createPacing>;
