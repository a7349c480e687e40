import type { CancelPlan } from '../../../shared/domain/order-cancel';

/** What goes and what stays, order by order. */
export function CancelLines({ plan }: { readonly plan: CancelPlan }) {
  return (
    <>
      {plan.cancels.length > 0 && (
        <ul className="cancel-lines" aria-label="Will be cancelled" tabIndex={0}>
          {plan.cancels.map(({ orderId, sentence, protective }) => (
            <li key={orderId}>
              {sentence} {protective && <span className="badge badge-warn">protective</span>}
            </li>
          ))}
        </ul>
      )}
      {plan.keeps.length > 0 && (
        <ul className="cancel-lines cancel-keeps" aria-label="Stay working" tabIndex={0}>
          {plan.keeps.map(({ orderId, sentence, reason }) => (
            <li key={orderId}>
              <span className="badge">stays</span> {sentence} <span className="muted">{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
