import type { OrderPreview } from '../../../shared/domain/order-preview';
import { numberText } from '../../format/number-text';
import { Money } from '../../ui/discreet';
import { effectWords } from './ticket-outlook';

/** Every order of a one-cancels-all group, word for word, with what each alone would be worth and do. */
export function ReviewGroup({ preview: { group = [] } }: { readonly preview: OrderPreview }) {
  if (group.length === 0) return null;
  return (
    <>
      <ol className="review-group" aria-label="Orders of the group">
        {group.map((order, index) => (
          <li key={`${index} ${order.sentence}`}>
            <span className="selectable">{order.sentence}</span>
            <span className="muted">
              {numberText(order.notional, 2)} {order.notional !== null && order.currency} · position{' '}
              <Money value={order.positionBefore} as="quantity" /> →{' '}
              <Money value={order.positionAfter} as="quantity" /> · {effectWords[order.effect]}
            </span>
          </li>
        ))}
      </ol>
      <p className="what-if-note">
        What a partial fill of one does to the others, this API does not let us choose. The figures below are
        those of the first order.
      </p>
    </>
  );
}
