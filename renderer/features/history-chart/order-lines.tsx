import type { Order } from '../../../shared/domain/order';
import { priceText, quantityText } from '../../format/number-text';
import { askTicket } from '../../state/ticket-requests';
import { type OnChart, PriceHandle } from './price-handle';

/** Working orders as lines over the bars. Dragging one fills the ticket with the change; nothing is sent here. */
export function OrderLines({ orders, ...chart }: OnChart & { readonly orders: ReadonlyArray<Order> }) {
  return orders.flatMap((order) =>
    (['limitPrice', 'stopPrice'] as const).flatMap((field) => {
      const price = order[field];
      if (price === null) return [];
      const tone = order.side === 'BUY' ? 'buy' : 'sell';
      const quantity = quantityText(order.remaining ?? order.quantity);
      return [
        <PriceHandle
          key={`${order.orderId}-${field}`}
          {...chart}
          {...{ price, tone }}
          name={`${field === 'limitPrice' ? 'Limit' : 'Stop'} of ${order.side} ${quantity} ${order.symbol}`}
          title="Drag, or move with the arrow keys and press Enter: the ticket is filled with the change, nothing is sent."
          onPropose={(next) => {
            if (next === price) return;
            askTicket({ kind: 'modify', order, [field]: next });
            chart.onSaid(
              `The ticket holds the change to ${priceText(next, chart.rules.priceDigits)}. Nothing was sent.`,
            );
          }}
        >
          <span className={`side-${tone}`}>{order.side}</span> {quantity}{' '}
          <span className="muted">{field === 'limitPrice' ? 'LMT' : 'STP'}</span>
        </PriceHandle>,
      ];
    }),
  );
}
