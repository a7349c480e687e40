import { z } from 'zod';
import type { Cache } from '../../store/open-cache';
import type { Clock } from '../../support/clock';

const quotaMs = 900_000;
const asked = z.object({ atMs: z.number() });

/** When an endpoint of /pa may be asked again, remembered over restarts: IBKR counts on, whether we run or not. */
export interface QuarterHour {
  /** `null` when it may be asked now. */
  readonly nextMs: (endpoint: string) => number | null;
  readonly asked: (endpoint: string) => void;
}

/** /pa/*: one request per endpoint and 15 minutes, answered or not — GATEWAY_FACTS §4, read 2026-11. */
export const createQuarterHour = (cache: Cache, clock: Clock): QuarterHour => ({
  nextMs: (endpoint) => {
    const last = cache.get('asked', endpoint, asked)?.value.atMs;
    // A clock set back would otherwise keep it closed until the future has passed.
    if (last === undefined || last > clock.now()) return null;
    return clock.now() - last < quotaMs ? last + quotaMs : null;
  },
  asked: (endpoint) => cache.put('asked', endpoint, { atMs: clock.now() }),
});
