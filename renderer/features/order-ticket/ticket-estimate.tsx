import type { OrderDraft } from '../../../shared/domain/order-draft';
import { clockText } from '../../format/time-text';
import { useMoney } from '../../ui/discreet';
import { marginRows } from './margin-rows';
import { useLiveEstimate } from './use-live-estimate';

/** What the order being typed would cost and do to margins. An estimate, dated; nothing is reviewed or sent by it. */
export function TicketEstimate({
  draft,
  wanted,
}: {
  readonly draft: OrderDraft | null;
  /** False where IBKR may not or cannot be asked now. */
  readonly wanted: boolean;
}) {
  const { hidden } = useMoney();
  const { estimate, failure, asking } = useLiveEstimate(draft, wanted);
  if (draft === null || !wanted) return null;
  const whatIf = estimate?.whatIf ?? null;
  return (
    <section className="estimate" aria-label="Estimate" aria-busy={asking}>
      {estimate === null ? (
        <p className="muted">
          {failure === null || failure.code === 'not-ready'
            ? 'Asking IBKR what this would cost…'
            : `No estimate: ${failure.message}`}
        </p>
      ) : (
        <>
          {estimate.error !== null && <p className="review-block">IBKR would refuse it: {estimate.error}</p>}
          {whatIf !== null && (
            <dl className="estimate-rows">
              <dt>Cost</dt>
              <dd>
                {whatIf.total ?? whatIf.amount ?? '—'}
                {whatIf.commission !== null && <span className="muted">, of it {whatIf.commission} fee</span>}
              </dd>
              {marginRows(whatIf, hidden).map(({ name, now, after, tight = false }) => (
                <Row key={name} {...{ name, now, after, tight }} />
              ))}
            </dl>
          )}
          {estimate.notes.map((note) => (
            <p key={note} className="field-hint">
              {note}
            </p>
          ))}
          <p className="muted estimate-age">IBKR’s estimate, {clockText(estimate.asOfMs)}</p>
        </>
      )}
    </section>
  );
}

function Row({
  name,
  now,
  after,
  tight,
}: {
  readonly name: string;
  readonly now: string;
  readonly after: string;
  readonly tight: boolean;
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span className="muted">{now} → </span>
        <span className={tight ? 'what-if-tight' : undefined}>{after}</span>
      </dd>
    </>
  );
}
