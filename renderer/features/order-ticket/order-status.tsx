import type { AppError } from '../../../shared/app-error';
import type { Decimal } from '../../../shared/domain/decimal';
import type { Intent } from '../../../shared/domain/intent';
import type { Order } from '../../../shared/domain/order';
import { ContractTime } from '../../live/contract-time';
import { UnknownCard, unknownWords } from '../../live/unknown-card';
import { intentWords, isInFlight } from './intent-words';
import { LegLines } from './leg-lines';
import { OrderLinks } from './order-links';

/** Follows the latest order of this ticket; every unknown outcome of the account stays until it is settled. */
export function OrderStatus({
  intent,
  order,
  held,
  unknown,
  failure,
  onEdit,
}: {
  readonly intent: Intent | undefined;
  readonly order: Order | undefined;
  /** What is held of its contract now; `null` where not known. */
  readonly held: Decimal | null;
  readonly unknown: ReadonlyArray<Intent>;
  /** Main refused the preview or the submit. */
  readonly failure: AppError | null;
  /** Takes the last order's fields back into the ticket, where nothing of it is at IBKR. */
  readonly onEdit: (() => void) | null;
}) {
  const settled = intent !== undefined && intent.state !== 'unknown' ? intent : undefined;
  const notThere = settled?.state === 'rejected' || settled?.state === 'not-sent';
  return (
    <div
      role="status"
      tabIndex={-1}
      aria-label="Order status"
      aria-live={unknown.length > 0 || failure !== null || notThere ? 'assertive' : 'polite'}
      className="order-status"
    >
      {unknown.map((one) => (
        <UnknownCard key={one.intentId} intent={one} />
      ))}
      {failure !== null && <FailureLine failure={failure} />}
      {settled !== undefined && failure === null && (
        <div className={`status-line status-${settled.state}`}>
          <p className="status-words">
            <span className={`dot dot-${dotOf(settled)}`} aria-hidden="true" />
            <strong>{intentWords(settled, order)}</strong>
            <span className="muted status-time">
              <ContractTime conid={settled.conid} timeMs={settled.changedAtMs} />
            </span>
          </p>
          <LegLines intent={settled} />
          <p className={settled.reason === null ? 'muted status-sentence' : 'muted'} title={settled.sentence}>
            {settled.orderId !== null && `Order ${settled.orderId} · `}
            {settled.reason ?? settled.sentence}
            {notThere && onEdit !== null && (
              <button type="button" className="link-button" onClick={onEdit}>
                Edit order
              </button>
            )}
          </p>
          {order !== undefined && <OrderLinks intent={settled} order={order} held={held} />}
        </div>
      )}
    </div>
  );
}

function FailureLine({ failure }: { readonly failure: AppError }) {
  // A broken window cannot say whether the press arrived.
  const unsure = failure.code === 'outcome-unknown' || failure.code === 'internal';
  return (
    <div className="status-line status-rejected">
      <p className="status-words">
        <span className="dot dot-bad" aria-hidden="true" />
        <strong>{unsure ? unknownWords : failure.message}</strong>
      </p>
      <p className="muted">
        {unsure && `${failure.message} `}
        {failure.meaning} {failure.action}
      </p>
    </div>
  );
}

const dotOf = (intent: Intent): 'ok' | 'wait' | 'bad' => {
  if (isInFlight(intent) || intent.state === 'acknowledged') return 'wait';
  return intent.state === 'rejected' || intent.state === 'not-sent' ? 'bad' : 'ok';
};
