import type { AppError } from '../../../shared/app-error';
import type { BookCheck } from '../../../shared/domain/book-check';
import type { AccountId } from '../../../shared/domain/ids';
import type { Result } from '../../../shared/result';
import type { Books } from '../../store/open-books';
import type { Clock } from '../../support/clock';
import type { Log } from '../../support/log';
import type { Accounts } from '../accounts/accounts';
import type { Session } from '../session/session';

const quarterMs = 900_000;
/** The order desk reads its own lists first after a login. */
const afterLoginMs = 20_000;
/** An advisor's hundreds of accounts are checked as they are looked at, not all each night. */
const atMost = 20;

/**
 * Once a day per account, after midnight by this computer's clock or as soon as there is a session, the last seven
 * days of executions are read and our books compared with the broker's: a week without Portico is the longest
 * that loses nothing.
 */
export function createNightly(deps: {
  readonly accounts: Pick<Accounts, 'list'>;
  readonly session: Pick<Session, 'current' | 'onChange'>;
  readonly books: Books;
  readonly clock: Clock;
  readonly log: Log;
  readonly check: (accountId: AccountId) => Promise<Result<BookCheck, AppError>>;
}): { readonly start: () => void; readonly stop: () => void } {
  const { session, books, clock, log } = deps;
  let cancel = (): void => undefined;
  let stopped = true;
  let unsubscribe = (): void => undefined;

  const isDue = (accountId: AccountId): boolean => {
    const last = books.checksOf(accountId)[0]?.check.atMs;
    return last === undefined || new Date(last).toDateString() !== new Date(clock.now()).toDateString();
  };
  const pass = async (): Promise<void> => {
    try {
      if (session.current().status !== 'ready') return;
      const accounts = await deps.accounts.list();
      if (!accounts.ok) return;
      for (const { accountId } of accounts.value.slice(0, atMost)) {
        if (stopped || session.current().status !== 'ready') return;
        if (!isDue(accountId)) continue;
        const made = await deps.check(accountId);
        log.info('books.checked', { outcome: made.ok ? made.value.outcome : made.error.code });
      }
    } catch (error) {
      log.error('books.check-failed', { name: error instanceof Error ? error.name : 'unknown' });
    } finally {
      schedule(quarterMs);
    }
  };
  const schedule = (delayMs: number): void => {
    cancel();
    if (!stopped) cancel = clock.after(delayMs, () => void pass());
  };

  return {
    start: () => {
      stopped = false;
      let wasReady = false;
      const onState = (): void => {
        const ready = session.current().status === 'ready';
        if (ready && !wasReady) schedule(afterLoginMs);
        wasReady = ready;
      };
      unsubscribe = session.onChange(onState);
      onState();
    },
    stop: () => {
      stopped = true;
      cancel();
      unsubscribe();
    },
  };
}
