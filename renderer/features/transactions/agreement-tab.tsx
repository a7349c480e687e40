import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { BookCheck } from '../../../shared/domain/book-check';
import type { AccountId } from '../../../shared/domain/ids';
import { tryCall } from '../../ipc/client';
import { viewOf } from '../../ipc/query-view';
import { transactionsQueries } from '../../ipc/transactions-queries';
import { useReady } from '../../live/session-feed';
import { dateTimeText } from '../../format/time-text';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { CheckTable } from './check-table';

/** Whether our books and the broker's agree, checked every night and on demand. */
export function AgreementTab({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const client = useQueryClient();
  const checks = useQuery(transactionsQueries.checks(accountId));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const checkNow = async (): Promise<void> => {
    setBusy(true);
    const made = await tryCall('transactions.check', { accountId });
    setFailure(made.ok ? null : made.error);
    await client.invalidateQueries({ queryKey: transactionsQueries.all(accountId) });
    setBusy(false);
  };
  return (
    <div className="transactions-tab">
      <div className="transactions-tools">
        <button type="button" className="button" disabled={!ready || busy} onClick={() => void checkNow()}>
          {busy ? 'Checking…' : 'Check now'}
        </button>
        <span className="transactions-count">
          Once a night by itself: the last seven days of executions are read and compared.
        </span>
      </div>
      {failure !== null && (
        <p className="transactions-remark" role="alert">
          {failure.message} {failure.action}
        </p>
      )}
      <DataView {...viewOf(checks, true, false)} label="Loading the checks">
        {([latest, ...earlier]) =>
          latest === undefined ? (
            <EmptyState title="Not checked yet.">
              <p>
                The first check notes what the broker holds; from the next one on both books are compared.
              </p>
            </EmptyState>
          ) : (
            <div className="table-scroll" role="group" aria-label="Agreement of the books" tabIndex={0}>
              <p className={`agreement agreement-${latest.outcome}`} role="status">
                {sentenceOf(latest)}
              </p>
              {latest.differences.length > 0 && <CheckTable check={latest} />}
              {latest.unchecked.map((sentence) => (
                <p key={sentence} className="transactions-remark" role="note">
                  Not compared: {sentence}
                </p>
              ))}
              {earlier.length > 0 && (
                <ul className="agreement-earlier" aria-label="Earlier checks">
                  {earlier.map((check) => (
                    <li key={check.atMs}>{sentenceOf(check)}</li>
                  ))}
                </ul>
              )}
            </div>
          )
        }
      </DataView>
    </div>
  );
}

/** One check in a sentence. */
function sentenceOf({
  outcome,
  atMs,
  sinceMs,
  positions,
  currencies,
  executions,
  differences,
}: BookCheck): string {
  const at = dateTimeText(atMs);
  const what = `${positions} positions and ${currencies} cash balances`;
  if (outcome === 'first') return `${at}: noted ${what}. The next check compares with these.`;
  const since = sinceMs === null ? '' : ` since ${dateTimeText(sinceMs)}`;
  const trades = `${executions} ${executions === 1 ? 'execution' : 'executions'}${since}`;
  if (outcome === 'agree') return `${at}: the books agree. ${what}, ${trades}.`;
  if (outcome === 'moving') return `${at}: trades came in during the check. Check again when it is calm.`;
  return `${at}: the books differ in ${differences.length} ${differences.length === 1 ? 'place' : 'places'}. ${what}, ${trades}.`;
}
