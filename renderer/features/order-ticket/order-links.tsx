import { abs, type Decimal, sign } from '../../../shared/domain/decimal';
import type { Intent } from '../../../shared/domain/intent';
import { canChange, type Order } from '../../../shared/domain/order';
import { changeTicket, stopTicket } from '../../live/trade-actions';
import { askBlotter } from '../../state/blotter-requests';
import { showPanel } from '../../state/panel-requests';

/** Where to go from an order that was just sent. Each shows, asks or fills a ticket; none sends anything. */
export function OrderLinks({
  intent,
  order,
  held,
}: {
  readonly intent: Intent;
  readonly order: Order;
  /** What is held of it now; `null` where not known. */
  readonly held: Decimal | null;
}) {
  const show = (kind: 'show' | 'cancel'): void => {
    showPanel('orders');
    askBlotter({ kind, order });
  };
  const links = [
    { name: 'Show order', onPress: () => show('show') },
    ...(canChange(order)
      ? [
          { name: 'Modify', onPress: () => changeTicket(order) },
          { name: 'Cancel…', onPress: () => show('cancel') },
        ]
      : []),
    ...(wantsStop(intent, order, held)
      ? [{ name: 'Attach stop', onPress: () => stopTicket(order, boughtOf(order)) }]
      : []),
  ];
  return (
    <p className="order-links">
      {links.map(({ name, onPress }) => (
        <button key={name} type="button" className="link-button" onClick={onPress}>
          {name}
        </button>
      ))}
    </p>
  );
}

/** Something was filled that stands open on the order's own side, and no exit came with it. */
const wantsStop = ({ draft }: Intent, { side, filled }: Order, held: Decimal | null): boolean =>
  draft?.stopLoss == null &&
  filled !== null &&
  sign(filled) > 0 &&
  held !== null &&
  sign(held) === (side === 'BUY' ? 1 : -1);

/** What the order filled, negative where it sold. */
const boughtOf = ({ side, filled }: Order): Decimal | null =>
  filled === null ? null : side === 'BUY' ? abs(filled) : (`-${abs(filled)}` as Decimal);
