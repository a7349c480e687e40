import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { Execution } from '../../../shared/domain/order';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Books } from '../../store/open-books';
import type { Clock } from '../../support/clock';
import { toExecution } from '../orders/to-order-row';
import { toAppError } from '../to-app-error';
import { recordsOf } from '../wire-record';

/** IBKR gives executions of today and the six days before. */
const days = 7;
const dayMs = 86_400_000;

/** Reads all executions IBKR still has of an account, keeps them, and notes that this time is now recorded. */
export const createRecorder =
  (deps: {
    readonly gateway: Pick<Gateway, 'orders'>;
    readonly books: Books;
    readonly clock: Clock;
    /** The order book keeps executions: one place that counts each fill once. */
    readonly keep: (executions: ReadonlyArray<Execution>) => void;
  }) =>
  async (accountId: AccountId): Promise<Result<number, AppError>> => {
    const askedMs = deps.clock.now();
    const answer = await deps.gateway.orders.trades({ days, accountId });
    if (!answer.ok) return err(toAppError(answer.error));
    const executions = recordsOf(answer.value.data)
      .flatMap((row) => toExecution(row) ?? [])
      .filter((execution) => execution.accountId === accountId);
    deps.keep(executions);
    deps.books.recorded(accountId, {
      fromMs: Math.floor(askedMs / dayMs) * dayMs - (days - 1) * dayMs,
      toMs: askedMs,
    });
    return ok(executions.length);
  };
