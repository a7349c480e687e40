import { z } from 'zod';
import type { PacingMemory } from '../gateway/pacing';
import { errorCodeOf } from '../store/database';
import type { Cache } from '../store/open-cache';
import type { Log } from '../support/log';

const kind = 'pacing';
const pauseKey = 'pause';

/** The pacing of one gateway kept in the cache file: losing it costs a wait, never money. */
export function createPacingMemory(cache: Cache, gatewayUrl: string, log: Log): PacingMemory {
  const { host } = new URL(gatewayUrl);
  const read = (key: string): number | null => cache.get(kind, `${host} ${key}`, z.number())?.value ?? null;
  const write = (key: string, atMs: number): void => {
    try {
      cache.put(kind, `${host} ${key}`, atMs);
    } catch (error) {
      log.warn('pacing.not-kept', { code: errorCodeOf(error) });
    }
  };
  return {
    calledAtMs: read,
    called: write,
    pausedUntilMs: () => read(pauseKey),
    paused: (untilMs) => write(pauseKey, untilMs),
  };
}
