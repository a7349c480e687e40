import type { Intent } from '../../shared/domain/intent';
import { failureOf } from '../ipc/client';
import { ContractTime } from './contract-time';
import { useUnknownActions } from './unknown-actions';
import './unknown-card.css';

export const unknownWords = 'Outcome unknown — do not place this order again.';

/** An order that may or may not exist. The card offers to look and to judge; it never offers to send again. */
export function UnknownCard({
  intent,
  whole = false,
}: {
  readonly intent: Intent;
  /** All of the evidence instead of the latest lines. */
  readonly whole?: boolean;
}) {
  const { check, resolve } = useUnknownActions(intent.intentId);
  const busy = check.isPending || resolve.isPending;
  const failure = failureOf(check.error ?? resolve.error);
  return (
    <div className="unknown-card">
      <p className="unknown-title">{unknownWords}</p>
      <p>
        Portico keeps asking IBKR. {intent.sentence}
        {intent.sentAtMs !== null && (
          <span className="muted">
            {' '}
            Sent <ContractTime conid={intent.conid} timeMs={intent.sentAtMs} />.
          </span>
        )}
      </p>
      {intent.reason !== null && <p className="muted">{intent.reason}</p>}
      {intent.evidence.length > 0 && (
        <ul
          className={`unknown-evidence selectable${whole ? ' unknown-evidence-whole' : ''}`}
          aria-label="What was seen so far"
          tabIndex={0}
        >
          {(whole ? intent.evidence : intent.evidence.slice(-6)).map((line, index) => (
            <li key={`${index} ${line}`}>{line}</li>
          ))}
        </ul>
      )}
      <p className="muted">
        {intent.absenceProven
          ? 'IBKR’s complete lists were read twice without it, over two minutes: you may say that it does not exist.'
          : '“It does not exist” needs proof first: two complete order lists, two looks at the trades, two minutes.'}
      </p>
      {failure !== null && <p className="unknown-failure">{failure.message}</p>}
      <div className="unknown-actions">
        <button
          type="button"
          className="button button-small button-primary"
          disabled={busy}
          aria-busy={check.isPending}
          onClick={() => check.mutate()}
        >
          Check now
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={busy}
          title="You looked at IBKR and the order is there"
          onClick={() => resolve.mutate(true)}
        >
          It exists
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={busy || !intent.absenceProven}
          title={
            intent.absenceProven
              ? 'You looked at IBKR and the order is not there'
              : 'Only when IBKR’s complete lists have twice been read without it'
          }
          onClick={() => resolve.mutate(false)}
        >
          It does not exist
        </button>
      </div>
    </div>
  );
}
