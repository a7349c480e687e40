import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Order } from '../../../shared/domain/order';
import { call, failureOf } from '../../ipc/client';
import { priceText, quantityText } from '../../format/number-text';
import { Dialog } from '../../ui/dialog';
import { orderName } from './order-lists';

/** Asking IBKR to cancel takes risk away, so one press is enough; what is already filled stays filled. */
export function CancelDialog({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const cancel = useMutation({
    mutationFn: () => call('orders.cancel', { accountId: order.accountId, orderId: order.orderId }),
    retry: false,
    onSuccess: onClose,
  });
  const action = useRef<HTMLButtonElement>(null);
  useEffect(() => action.current?.focus(), []);
  const failure = failureOf(cancel.error);
  const price = order.limitPrice ?? order.stopPrice;
  return (
    <Dialog name="Cancel this order" role="alertdialog" onClose={onClose} className="cancel-dialog">
      <header className="dialog-head">
        <h2>Cancel this order</h2>
        <span className="badge">order {order.orderId}</span>
      </header>
      <div className="dialog-body">
        <p>
          <strong>{orderName(order)}</strong> · {order.orderType}{' '}
          {price === null ? '' : priceText(price, null)} · {order.accountId}
        </p>
        <p className="muted">
          {quantityText(order.filled)} of {quantityText(order.quantity)} filled so far. It counts as cancelled
          only when IBKR says so; until then it can still fill.
        </p>
        {failure !== null && (
          <p role="alert" className="field-note">
            {failure.message} {failure.meaning} {failure.action}
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Keep order
        </button>
        <button
          ref={action}
          type="button"
          className="button button-danger"
          disabled={cancel.isPending}
          aria-busy={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          Cancel order
        </button>
      </footer>
    </Dialog>
  );
}
