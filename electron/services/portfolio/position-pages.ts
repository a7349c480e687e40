import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { EpochMs } from '../../../shared/domain/time';
import type { Gateway } from '../../gateway/gateway';
import type { Clock } from '../../support/clock';
import { toAppError } from '../to-app-error';
import { recordsOf, type WireRecord } from '../wire-record';
import { conidOf, isDetailed } from './to-position';

/** IBKR gives positions in pages of 100; a runaway answer must not become a runaway loop. */
const pageSize = 100;
const maxPages = 300;
/** Details of contracts do not change within minutes; figures come from the near-real-time list. */
const freshMs = 5 * 60_000;
const retryMs = 15_000;
/** Nobody looks any more: a long reading stops. */
const forgottenMs = 30_000;

/** The cached list of one account, page by page, as far as it was read. */
export interface PositionPages {
  /** Reads what is missing or old; resolves with the first page, the others follow by themselves. */
  readonly wanted: (need: { readonly now: boolean; readonly unknownConids: boolean }) => Promise<void>;
  readonly rows: () => ReadonlyMap<number, WireRecord>;
  readonly failed: () => ReadonlyMap<number, AppError>;
  /** Whether this page was read at some time: one that fails later keeps its old rows. */
  readonly has: (page: number) => boolean;
  readonly reading: () => boolean;
  /** Every page up to the last was read at least once. */
  readonly complete: () => boolean;
  readonly count: () => number;
  readonly invalidate: () => void;
}

/**
 * A page that fails is named and passed over: the others are still true. It is tried again with the next question.
 * Each page is asked once per round; the gateway client's own pacing decides how fast.
 */
export function createPositionPages(
  gateway: Pick<Gateway, 'portfolio'>,
  clock: Clock,
  accountId: AccountId,
  model: string | null,
): PositionPages {
  const pages = new Map<number, ReadonlyArray<WireRecord>>();
  const failed = new Map<number, AppError>();
  let joined: ReadonlyMap<number, WireRecord> | null = null;
  let last: number | null = null;
  let startedMs: EpochMs | null = null;
  let askedMs: EpochMs = 0;
  let run: { readonly first: Promise<void> } | null = null;

  const rows = (): ReadonlyMap<number, WireRecord> => (joined ??= byConid(pages.values()));

  const readPage = async (page: number): Promise<'more' | 'last' | 'failed'> => {
    const answer = await gateway.portfolio.positions({
      accountId,
      page,
      waitForSecDef: true,
      ...(model === null ? {} : { model }),
    });
    if (!answer.ok) {
      failed.set(page, toAppError(answer.error));
      return 'failed';
    }
    const read = recordsOf(answer.value.data);
    failed.delete(page);
    pages.set(page, read);
    joined = null;
    return read.length < pageSize ? 'last' : 'more';
  };

  const round = async (onFirst: () => void, only: ReadonlyArray<number> | null): Promise<void> => {
    let missedInARow = 0;
    for (const page of only ?? Array.from({ length: maxPages }, (_, index) => index)) {
      const outcome = await readPage(page);
      onFirst();
      missedInARow = outcome === 'failed' ? missedInARow + 1 : 0;
      if (outcome === 'last' && only === null) {
        last = page;
        for (const stale of [...pages.keys()]) if (stale > page) pages.delete(stale);
        joined = null;
        for (const stale of [...failed.keys()]) if (stale > page) failed.delete(stale);
        break;
      }
      if (missedInARow === 3) break;
      if (clock.now() - askedMs > forgottenMs) {
        startedMs = null;
        break;
      }
    }
  };

  const start = (only: ReadonlyArray<number> | null): Promise<void> => {
    startedMs = clock.now();
    const first = new Promise<void>((resolve) => {
      void round(resolve, only).finally(() => {
        run = null;
        resolve();
      });
    });
    run = { first };
    return first;
  };

  return {
    rows,
    failed: () => failed,
    has: (page) => pages.has(page),
    reading: () => run !== null,
    complete: () =>
      last !== null &&
      failed.size === 0 &&
      Array.from({ length: last + 1 }, (_, p) => p).every((p) => pages.has(p)),
    count: () => pages.size,
    invalidate: () => (startedMs = null),
    async wanted({ now, unknownConids }) {
      askedMs = clock.now();
      if (run !== null) return run.first;
      const ageMs = startedMs === null ? Infinity : clock.now() - startedMs;
      const sparse = unknownConids || [...rows().values()].some((row) => !isDetailed(row));
      const oneAnswer = pages.size <= 1 && failed.size === 0;
      if (startedMs === null || oneAnswer || now || ageMs > freshMs) return start(null);
      if (failed.size > 0 && ageMs > retryMs) return start(last === null ? null : [...failed.keys()]);
      if (sparse && ageMs > retryMs) return start(null);
      return undefined;
    },
  };
}

const byConid = (pages: Iterable<ReadonlyArray<WireRecord>>): ReadonlyMap<number, WireRecord> =>
  new Map(
    [...pages].flat().flatMap((row) => {
      const conid = conidOf(row);
      return conid === null ? [] : [[conid, row] as const];
    }),
  );
