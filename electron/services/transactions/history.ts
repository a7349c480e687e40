import type { AppError } from '../../../shared/app-error';
import type { AccountId, Conid } from '../../../shared/domain/ids';
import { transactionHistorySchema, type TransactionHistory } from '../../../shared/domain/ledger-entry';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Cache } from '../../store/open-cache';
import type { Books } from '../../store/open-books';
import type { Clock } from '../../support/clock';
import { createQuarterHour } from '../performance/quarter-hour';
import { toAppError } from '../to-app-error';
import { recordOf } from '../wire-record';
import { toTransactions } from './to-transactions';

export interface HistoryRequest {
  readonly accountId: AccountId;
  readonly conid: Conid;
  readonly days: number;
  readonly currency: string;
}

const endpoint = '/pa/transactions';
const freshMs = 900_000;
const dayMs = 86_400_000;

/**
 * Transactions in one instrument. IBKR answers one such question in 15 minutes, whatever it is about: each answer is
 * kept as a dated copy, and its days go into our books.
 */
export function createHistory(deps: {
  readonly gateway: Pick<Gateway, 'portfolio'>;
  readonly cache: Cache;
  readonly books: Books;
  readonly clock: Clock;
}): (request: HistoryRequest) => Promise<Result<TransactionHistory, AppError>> {
  const { gateway, cache, books, clock } = deps;
  const quarter = createQuarterHour(cache, clock);
  const stored = transactionHistorySchema.omit({ nextMs: true });

  return async ({ accountId, conid, days, currency }) => {
    const key = [accountId, conid, days, currency].join('|');
    const copy = cache.get('transactions', key, stored);
    const shown = (remarks: string[] = []): Result<TransactionHistory, AppError> | null => {
      const last = cache.get('transactions', key, stored);
      return last === null
        ? null
        : ok({
            ...last.value,
            remarks: [...last.value.remarks, ...remarks],
            nextMs: quarter.nextMs(endpoint),
          });
    };
    if (copy !== null && clock.now() - copy.atMs < freshMs) return shown() ?? err(unreadable);
    const nextMs = quarter.nextMs(endpoint);
    if (nextMs !== null)
      return shown([waitingWords(nextMs, clock.now())]) ?? err(waiting(nextMs, clock.now()));

    const answer = await gateway.portfolio.transactionHistory({
      accountIds: [accountId],
      conids: [conid],
      currency,
      days,
    });
    if (answer.ok || answer.error.code === 'pacing') quarter.asked(endpoint);
    if (!answer.ok) {
      const error = toAppError(answer.error);
      return shown([`${error.message} Shown is the last answer.`]) ?? err(error);
    }
    const read = toTransactions(recordOf(answer.value.data), accountId);
    const nowMs = clock.now();
    const unread = read.rows.filter(({ dayMs: day }) => day === null).length;
    const history: Omit<TransactionHistory, 'nextMs'> = {
      ...{ accountId, conid, days, currency, rows: read.rows, realizedPnl: read.realizedPnl },
      ...{ fromMs: read.fromMs, toMs: read.toMs, asOfMs: nowMs },
      remarks: unread === 0 ? [] : [`${unread} lines carry no day that could be read.`],
    };
    cache.put('transactions', key, history);
    const knownDays = read.rows.flatMap(({ dayMs: day }) => day ?? []);
    const fromMs = Math.min(...knownDays, read.fromMs ?? nowMs - days * dayMs);
    const toMs = Math.max(...knownDays, read.toMs ?? nowMs);
    books.keepTransactions(accountId, conid, { fromMs: startOfDay(fromMs), toMs }, read.rows);
    return shown() ?? err(unreadable);
  };
}

const startOfDay = (ms: number): number => Math.floor(ms / dayMs) * dayMs;
const waitingWords = (nextMs: number, nowMs: number): string =>
  `IBKR answers one such question in 15 minutes; next possible in ${Math.max(1, Math.ceil((nextMs - nowMs) / 60_000))} min.`;

const waiting = (nextMs: number, nowMs: number): AppError => ({
  code: 'pacing',
  message: waitingWords(nextMs, nowMs),
  meaning:
    'Transactions of another instrument or range were read a moment ago. Our own ledger is not affected.',
  action: 'Wait, or look into the ledger: it has every execution recorded here.',
});
const unreadable: AppError = {
  code: 'storage-failed',
  message: 'IBKR’s answer could not be kept.',
  meaning: 'Nothing at IBKR is affected.',
  action: 'Check that the disk has room, then try again.',
};
