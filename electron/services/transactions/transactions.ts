import type { AppError } from '../../../shared/app-error';
import type { BookCheck } from '../../../shared/domain/book-check';
import type { AccountId } from '../../../shared/domain/ids';
import type { LedgerFilter, LedgerPage, TransactionHistory } from '../../../shared/domain/ledger-entry';
import type { Execution } from '../../../shared/domain/order';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Books } from '../../store/open-books';
import type { Cache } from '../../store/open-cache';
import type { ExecutionTable } from '../../store/executions';
import type { Clock } from '../../support/clock';
import type { Log } from '../../support/log';
import type { Accounts } from '../accounts/accounts';
import type { Files } from '../files';
import type { Session } from '../session/session';
import { checkBooks } from './check';
import { createHistory, type HistoryRequest } from './history';
import { createInstrumentsBook } from './instruments';
import { ledgerEntries, matches } from './ledger-entries';
import { ledgerCsv, ledgerJson, ledgerSqlite } from './ledger-file';
import { createRecorder } from './recorder';
import { createNightly } from './nightly';

type Answer<T> = Promise<Result<T, AppError>>;

export interface Transactions {
  readonly ledger: (accountId: AccountId, filter: LedgerFilter, limit: number) => Answer<LedgerPage>;
  readonly history: (request: HistoryRequest) => Answer<TransactionHistory>;
  readonly check: (accountId: AccountId) => Answer<BookCheck>;
  readonly checks: (accountId: AccountId) => Answer<BookCheck[]>;
  readonly exportLedger: (
    accountId: AccountId,
    filter: LedgerFilter,
    format: 'csv' | 'json' | 'sqlite',
  ) => Answer<{ savedAs: string | null; rows: number }>;
  /** Records and checks every account once a day while there is a session. */
  readonly start: () => void;
  readonly stop: () => void;
}

/** Our own permanent ledger, IBKR's transaction history, and whether the two books agree. */
export function createTransactions(deps: {
  readonly gateway: Pick<Gateway, 'portfolio' | 'orders' | 'contracts'>;
  readonly cache: Cache;
  readonly books: Books;
  readonly executions: ExecutionTable;
  readonly keepExecutions: (executions: ReadonlyArray<Execution>) => void;
  readonly accounts: Accounts;
  readonly session: Pick<Session, 'current' | 'onChange'>;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
}): Transactions {
  const { gateway, cache, books, clock, files } = deps;
  const instruments = createInstrumentsBook(gateway, cache);
  const record = createRecorder({ gateway, books, clock, keep: deps.keepExecutions });
  const history = createHistory({ gateway, cache, books, clock });
  const executionsOf = (accountId: AccountId) => deps.executions.ofAccount(accountId, 0);

  // Two checks at once would each take the other's trades for movement.
  const running = new Map<AccountId, Answer<BookCheck>>();
  const check = (accountId: AccountId): Answer<BookCheck> => {
    if (deps.session.current().status !== 'ready') return Promise.resolve(err(notReady));
    const flight =
      running.get(accountId) ??
      checkBooks({ gateway, books, clock, instruments, record, executionsOf }, accountId).finally(() =>
        running.delete(accountId),
      );
    running.set(accountId, flight);
    return flight;
  };

  const matching = async (accountId: AccountId, filter: LedgerFilter) => {
    const executions = executionsOf(accountId);
    const transactions = books.transactionsOf(accountId);
    if (deps.session.current().status === 'ready')
      await instruments.learn([...executions, ...transactions].map(({ conid }) => conid));
    const recorded = books.spansOf(accountId);
    const entries = ledgerEntries(accountId, executions, transactions, recorded, instruments.factsOf);
    return { recorded, entries: entries.filter((entry) => matches(entry, filter)) };
  };

  const nightly = createNightly({ ...deps, check });

  return {
    history,
    check,
    checks: async (accountId) => ok(books.checksOf(accountId).map(({ check: made }) => made)),
    ledger: async (accountId, filter, limit) => {
      const { entries, recorded } = await matching(accountId, filter);
      return ok({ entries: entries.slice(0, limit), total: entries.length, recorded: [...recorded] });
    },
    exportLedger: async (accountId, filter, format) => {
      const found = await matching(accountId, filter);
      const make = { csv: ledgerCsv, json: ledgerJson, sqlite: ledgerSqlite }[format];
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      const saved = await files.save(`ledger ${accountId} ${day}.${format}`, make(found));
      return saved.ok ? ok({ savedAs: saved.value.savedAs, rows: found.entries.length }) : saved;
    },
    start: nightly.start,
    stop: nightly.stop,
  };
}

const notReady: AppError = {
  code: 'not-ready',
  message: 'There is no session with IBKR.',
  meaning: 'Our books are kept; they cannot be compared now.',
  action: 'Log in, then check again.',
};
