import type { AppError } from '../../../shared/app-error';
import type { BookCheck } from '../../../shared/domain/book-check';
import { toDecimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { Execution } from '../../../shared/domain/order';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Books, BookState } from '../../store/open-books';
import type { Clock } from '../../support/clock';
import { toAppError } from '../to-app-error';
import { isRecord, recordOf, recordsOf } from '../wire-record';
import { compareBooks } from './compare-books';
import type { InstrumentsBook } from './instruments';
import { kindOf } from './to-transactions';

export interface CheckDeps {
  readonly gateway: Pick<Gateway, 'portfolio'>;
  readonly books: Books;
  readonly clock: Clock;
  readonly instruments: InstrumentsBook;
  readonly record: (accountId: AccountId) => Promise<Result<number, AppError>>;
  readonly executionsOf: (accountId: AccountId) => ReadonlyArray<Execution>;
}

/** A fill reaches the positions before the trades, or the other way round: a difference is looked at again. */
const secondLookMs = 6_000;

/** Compares what the last check and everything since add up to with what the broker holds now, and keeps the result. */
export async function checkBooks(
  deps: CheckDeps,
  accountId: AccountId,
): Promise<Result<BookCheck, AppError>> {
  const first = await look(deps, accountId);
  if (!first.ok || first.value.check.outcome === 'agree' || first.value.check.outcome === 'first')
    return keep(deps, first);
  await deps.clock.sleep(secondLookMs);
  return keep(deps, await look(deps, accountId));
}

interface Looked {
  readonly check: BookCheck;
  readonly state: BookState;
}

function keep({ books }: CheckDeps, looked: Result<Looked, AppError>): Result<BookCheck, AppError> {
  if (!looked.ok) return looked;
  books.keepCheck(looked.value.check, looked.value.state);
  return ok(looked.value.check);
}

async function look(deps: CheckDeps, accountId: AccountId): Promise<Result<Looked, AppError>> {
  const { books, clock, executionsOf, instruments } = deps;
  const recorded = await deps.record(accountId);
  if (!recorded.ok) return recorded;
  const known = executionsOf(accountId);
  const read = await readState(deps, accountId);
  if (!read.ok) return read;
  const executions = executionsOf(accountId);
  const state = { ...read.value, executionIds: executions.map(({ executionId }) => executionId) };
  // A check made in the middle of trading is no start to count from.
  const before = books.checksOf(accountId).find(({ check }) => check.outcome !== 'moving');
  const common = {
    accountId,
    atMs: clock.now(),
    positions: Object.keys(state.positions).length,
    currencies: Object.keys(state.cash).length,
  };
  if (before === undefined)
    return ok({
      check: { ...common, sinceMs: null, outcome: 'first', differences: [], executions: 0, unchecked: [] },
      state,
    });
  const seen = new Set(before.state.executionIds);
  const since = executions.filter(({ executionId }) => !seen.has(executionId));
  await instruments.learn([...since.map(({ conid }) => conid), ...Object.keys(state.positions).map(Number)]);
  const movements = books
    .transactionsOf(accountId)
    .filter(
      ({ type, dayMs }) =>
        kindOf(type) !== 'trade' && dayMs !== null && dayMs > before.check.atMs - 86_400_000,
    );
  const { differences, unchecked } = compareBooks(before.state, state, since, movements, instruments.factsOf);
  const outcome = differences.length === 0 ? 'agree' : executions.length > known.length ? 'moving' : 'differ';
  return ok({
    check: {
      ...common,
      sinceMs: before.check.atMs,
      outcome,
      differences,
      executions: since.length,
      unchecked,
    },
    state,
  });
}

/** Positions near real time and cash by currency; closed positions and what cannot be read are left out. */
async function readState(
  { gateway }: CheckDeps,
  accountId: AccountId,
): Promise<Result<Omit<BookState, 'executionIds'>, AppError>> {
  const [positions, ledger] = await Promise.all([
    gateway.portfolio.positions2({ accountId }),
    gateway.portfolio.getLedger({ accountId }),
  ]);
  if (!positions.ok) return err(toAppError(positions.error));
  if (!ledger.ok) return err(toAppError(ledger.error));
  return ok({
    positions: Object.fromEntries(
      recordsOf(positions.value.data).flatMap((row) => {
        const quantity = toDecimal(row['position']);
        const conid = Number(row['conid']);
        return quantity === null || Number(quantity) === 0 || !Number.isSafeInteger(conid) || conid <= 0
          ? []
          : [[String(conid), quantity] as const];
      }),
    ),
    cash: Object.fromEntries(
      Object.entries(recordOf(ledger.value.data)).flatMap(([currency, row]) => {
        const cash = isRecord(row) && currency !== 'BASE' ? toDecimal(row['cashbalance']) : null;
        return cash === null ? [] : [[currency, cash] as const];
      }),
    ),
  });
}
