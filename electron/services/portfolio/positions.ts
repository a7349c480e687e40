import type { AppError } from '../../../shared/app-error';
import { type Decimal, sum } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { PositionChanges, PositionListHead } from '../../../shared/domain/portfolio';
import type { EpochMs } from '../../../shared/domain/time';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Clock } from '../../support/clock';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf, type WireRecord } from '../wire-record';
import { createPositionPages } from './position-pages';
import { createPositionVersions } from './position-versions';
import { reconcile } from './reconcile-positions';
import { toLedger } from './to-ledger';
import type { Rates } from './to-position';

interface Asked {
  readonly accountId: AccountId;
  readonly model?: string | undefined;
  readonly since?: number | undefined;
}

export interface Positions {
  readonly read: (asked: Asked) => Promise<Result<PositionChanges, AppError>>;
  /** Drops IBKR's cache and reads every page again with the next question. */
  readonly refresh: (accountId: AccountId) => Promise<Result<{ refreshed: boolean }, AppError>>;
}

const ratesMs = 30_000;
const fastMs = 8_000;
const refreshMs = 5_000;

/**
 * Positions of every account asked for, each in a drawer of its own: two accounts never share a figure. Figures come
 * from the near-real-time list, details (and figures, where that list fails) from the cached pages; the two are told
 * apart in every row. A new session starts with nothing.
 */
export function createPositions(
  gateway: Pick<Gateway, 'portfolio' | 'sessionMachine'>,
  clock: Clock,
): Positions {
  const books = new Map<string, Book>();
  const refreshedMs = new Map<AccountId, EpochMs>();
  let number = 0;
  gateway.sessionMachine.onChange(({ status }) => {
    if (status !== 'ready') books.clear();
  });
  const bookOf = (accountId: AccountId, model: string | null): Book => {
    const key = JSON.stringify([accountId, model]);
    const known = books.get(key) ?? createBook(gateway, clock, accountId, model, () => ++number);
    books.set(key, known);
    return known;
  };

  return {
    read: ({ accountId, model = null, since }) => bookOf(accountId, model).read(since),
    async refresh(accountId) {
      // A second press while the first is being answered asks for nothing new.
      if (clock.now() - (refreshedMs.get(accountId) ?? -Infinity) < refreshMs) return ok({ refreshed: true });
      refreshedMs.set(accountId, clock.now());
      const answer = await gateway.portfolio.invalidateBackendPortfolioCache({ accountId });
      if (!answer.ok) {
        refreshedMs.delete(accountId);
        return err(toAppError(answer.error));
      }
      for (const [key, book] of books) if (key.startsWith(`["${accountId}",`)) book.invalidate();
      return ok({ refreshed: true });
    },
  };
}

interface Book {
  readonly read: (since: number | undefined) => Promise<Result<PositionChanges, AppError>>;
  readonly invalidate: () => void;
}

function createBook(
  gateway: Pick<Gateway, 'portfolio'>,
  clock: Clock,
  accountId: AccountId,
  model: string | null,
  next: () => number,
): Book {
  const pages = createPositionPages(gateway, clock, accountId, model);
  const versions = createPositionVersions(next);
  const asked = { accountId, ...(model === null ? {} : { model }) };
  let rates: Rates = new Map();
  let ratesAsOfMs: EpochMs | null = null;
  let fast: Result<ReadonlyMap<number, WireRecord>, AppError> | null = null;
  let fastAsOfMs: EpochMs = 0;
  let flight: Promise<void> | null = null;
  let fresh = false;

  const readRates = async (): Promise<void> => {
    if (ratesAsOfMs !== null && clock.now() - ratesAsOfMs < ratesMs && !fresh) return;
    const answer = await gateway.portfolio.getLedger({ accountId });
    if (!answer.ok) return;
    const { rows } = toLedger(accountId, recordOf(answer.value.data), clock.now());
    rates = new Map(rows.filter((row) => !row.isBase).map((row) => [row.currency, row.exchangeRate]));
    ratesAsOfMs = clock.now();
  };
  const readFast = async (): Promise<void> => {
    // Asked more often while pages come in: those questions are answered with what is here.
    if (fast?.ok === true && !fresh && pages.reading() && clock.now() - fastAsOfMs < fastMs) return;
    const answer = await gateway.portfolio.positions2(asked);
    fast = answer.ok
      ? ok(new Map(recordsOf(answer.value.data).map((row) => [Number(row['conid']), row])))
      : err(toAppError(answer.error));
    fastAsOfMs = clock.now();
  };
  const readAll = async (): Promise<void> => {
    const known = pages.rows();
    const unknownConids = fast?.ok === true && [...fast.value.keys()].some((conid) => !known.has(conid));
    await Promise.all([readRates(), readFast(), pages.wanted({ now: fresh, unknownConids })]);
    fresh = false;
  };

  return {
    invalidate: () => {
      fresh = true;
      pages.invalidate();
    },
    async read(since) {
      await (flight ??= readAll().finally(() => (flight = null)));
      const pageZero = pages.failed().get(0);
      if (fast?.ok !== true && pageZero !== undefined && pages.count() === 0) return err(pageZero);
      const list = reconcile({ accountId, fast, pages, rates });
      versions.take(list.positions);
      return ok({
        ...headOf(list),
        ...versions.since(since),
        ...{ accountId, model, ratesAsOfMs, asOfMs: clock.now() },
        rates: [...rates].map(([currency, rate]) => ({ currency, rate })),
      });
    },
  };
}

const headOf = (
  list: ReturnType<typeof reconcile>,
): Pick<
  PositionListHead,
  'complete' | 'detailed' | 'reading' | 'gaps' | 'fastFailure' | 'totalMarketValueBase'
> => ({
  complete: list.complete,
  detailed: list.detailed,
  reading: list.reading,
  gaps: [...list.gaps],
  fastFailure: list.fastFailure,
  totalMarketValueBase: list.complete ? total(list.positions) : null,
});

const total = (positions: ReturnType<typeof reconcile>['positions']): Decimal | null =>
  sum(positions.filter(({ assetClass }) => assetClass !== 'FUT').map((position) => position.marketValueBase));
