import { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import { performancePeriodSchema, type Performance } from '../../../shared/domain/performance';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Cache, Dated } from '../../store/open-cache';
import type { Clock } from '../../support/clock';
import { toAppError } from '../to-app-error';
import { recordOf } from '../wire-record';
import { consolidate } from './consolidate';
import { createQuarterHour } from './quarter-hour';
import { toAllPeriods, toOnePeriod, type AccountPerformance } from './to-performance';

const copySchema = z.object({
  currency: z.string().nullable(),
  periods: z.array(performancePeriodSchema),
  brokerStamp: z.string().nullable(),
  remarks: z.array(z.string()),
});
type Copy = Dated<AccountPerformance>;
type Answers = ReadonlyMap<string, AccountPerformance>;

const freshMs = 900_000;
const kind = 'performance';

export interface PerformanceService {
  /** One or several accounts as one. Answered from the copy while that is fresh or IBKR may not be asked. */
  readonly read: (accountIds: ReadonlyArray<AccountId>) => Promise<Result<Performance, AppError>>;
}

/**
 * Performance by the day. Each of IBKR's two endpoints answers once in 15 minutes, whoever is asked about: every
 * answer is kept by account in the cache, and a second account may still be read from the other endpoint.
 */
export function createPerformance(
  gateway: Pick<Gateway, 'portfolio'>,
  cache: Cache,
  clock: Clock,
): PerformanceService {
  const quarter = createQuarterHour(cache, clock);
  const sources = [
    {
      endpoint: '/pa/allperiods',
      ask: async (accountIds: AccountId[]): Promise<Result<Answers, AppError>> => {
        const answer = await gateway.portfolio.allPeriods({ accountIds });
        return answer.ok ? ok(toAllPeriods(recordOf(answer.value.data))) : err(toAppError(answer.error));
      },
    },
    {
      endpoint: '/pa/performance',
      ask: async (accountIds: AccountId[]): Promise<Result<Answers, AppError>> => {
        const answer = await gateway.portfolio.accountPerformance({ accountIds, period: '1Y' });
        return answer.ok ? ok(toOnePeriod('1Y', recordOf(answer.value.data))) : err(toAppError(answer.error));
      },
    },
  ] as const;

  const copyOf = (id: string): Copy | null => cache.get(kind, id, copySchema);
  const setKey = (ids: ReadonlyArray<AccountId>): string => [...ids].sort().join('+');
  /** Each account's own copy, or one that IBKR consolidated itself. */
  const copiesOf = (ids: ReadonlyArray<AccountId>): ReadonlyArray<Copy> | null => {
    const own = ids.map(copyOf);
    if (own.every((copy) => copy !== null)) return own;
    const together = ids.length > 1 ? copyOf(setKey(ids)) : null;
    return together === null ? null : [together];
  };
  const isFresh = (copies: ReadonlyArray<Copy> | null): copies is ReadonlyArray<Copy> =>
    copies !== null && copies.every(({ atMs }) => clock.now() - atMs < freshMs && atMs <= clock.now());

  const keep = (ids: ReadonlyArray<AccountId>, answers: Answers): boolean => {
    for (const id of ids) {
      const own = answers.get(id);
      if (own !== undefined) cache.put(kind, id, own);
    }
    if (ids.every((id) => answers.has(id))) return true;
    // Asked about several, answered with one line under another name: IBKR has added them up itself.
    const [only, ...others] = answers.values();
    if (only === undefined || others.length > 0 || ids.length === 1 || ids.some((id) => answers.has(id)))
      return false;
    cache.put(kind, setKey(ids), { ...only, remarks: [...only.remarks, 'Consolidated by IBKR.'] });
    return true;
  };

  const ask = async (ids: ReadonlyArray<AccountId>): Promise<AppError | null> => {
    let failure: AppError | null = null;
    for (const { endpoint, ask: askNow } of sources) {
      if (quarter.nextMs(endpoint) !== null) continue;
      const answer = await askNow([...ids]);
      // A refusal for want of a session costs nothing at IBKR; everything else counts.
      if (answer.ok || answer.error.code === 'pacing') quarter.asked(endpoint);
      if (answer.ok && keep(ids, answer.value)) return null;
      failure = answer.ok ? nothingFor(ids) : answer.error;
      // What is wrong with the connection is no better at the other endpoint.
      if (!answer.ok && answer.error.code !== 'pacing' && answer.error.code !== 'refused') break;
    }
    return failure ?? waiting(nextMs(), clock.now());
  };
  const nextMs = (): number | null => {
    const times = sources.map(({ endpoint }) => quarter.nextMs(endpoint));
    return times.some((time) => time === null) ? null : Math.min(...times.map(Number));
  };

  const read = async (ids: ReadonlyArray<AccountId>): Promise<Result<Performance, AppError>> => {
    const failure = isFresh(copiesOf(ids)) ? null : await ask(ids);
    const copies = copiesOf(ids);
    if (copies === null) return err(failure ?? nothingFor(ids));
    const shown = consolidate(copies.map(({ value }) => value));
    const asOfMs = Math.min(...copies.map(({ atMs }) => atMs));
    return ok({
      accountIds: [...ids],
      currency: shown.currency,
      periods: [...shown.periods],
      brokerStamp: shown.brokerStamp,
      asOfMs,
      nextMs: isFresh(copies) ? Math.max(asOfMs + freshMs, nextMs() ?? 0) : nextMs(),
      remarks: [
        ...shown.remarks,
        ...(failure === null ? [] : [`${failure.message} Shown is the last answer.`]),
      ],
    });
  };

  // Two panels that ask for the same at once share one request: a second would be refused.
  const flights = new Map<string, ReturnType<typeof read>>();
  return {
    read: (ids) => {
      const key = setKey(ids);
      const flight = flights.get(key) ?? read(ids).finally(() => flights.delete(key));
      flights.set(key, flight);
      return flight;
    },
  };
}

const waiting = (nextMs: number | null, nowMs: number): AppError => ({
  code: 'pacing',
  message: `IBKR answers this once in 15 minutes${nextMs === null ? '' : `; next possible in ${Math.max(1, Math.ceil((nextMs - nowMs) / 60_000))} min`}.`,
  meaning:
    'Nothing is wrong with the account; its performance was asked for, or another one’s, a moment ago.',
  action: 'It is read by itself when IBKR answers again.',
});

const nothingFor = (ids: ReadonlyArray<AccountId>): AppError => ({
  code: 'not-found',
  message: `IBKR has no performance of ${ids.join(', ')}.`,
  meaning: 'An account has performance from the day after its first deposit on.',
  action: 'Look again tomorrow.',
});
