import type { Order, OrderPhase } from '../../../shared/domain/order';
import type { Side } from '../../../shared/domain/order-draft';

export interface BlotterFilter {
  readonly text: string;
  readonly side: Side | 'both';
  readonly phase: OrderPhase | 'any';
}

export const noFilter: BlotterFilter = { text: '', side: 'both', phase: 'any' };

/** By symbol or description, side and state: what does not fit is hidden, and the table says so. */
export const filteredOrders = (
  orders: ReadonlyArray<Order>,
  { text, side, phase }: BlotterFilter,
): ReadonlyArray<Order> => {
  const wanted = text.trim().toLowerCase();
  return orders.filter(
    (order) =>
      (side === 'both' || order.side === side) &&
      (phase === 'any' || order.phase === phase) &&
      `${order.symbol} ${order.description ?? ''}`.toLowerCase().includes(wanted),
  );
};

export const isFiltering = ({ text, side, phase }: BlotterFilter): boolean =>
  text.trim() !== '' || side !== 'both' || phase !== 'any';
