// Seam: every phase has one home beside "All", so no order can fall between the tabs.
import { expect, it } from 'vitest';
import { orderPhaseSchema, type OrderBook } from '../../../shared/domain/order';
import { blotterTabs, ordersIn } from './order-lists';

const book = {
  orders: orderPhaseSchema.options.map((phase, index) => ({
    orderId: String(index + 1),
    phase,
    updatedMs: index,
  })),
} as unknown as OrderBook;

it('shows each order in exactly one tab and in all', () => {
  const tabs = blotterTabs.map(({ id }) => id);
  const shown = tabs.flatMap((id) =>
    id === 'all' || id === 'executions' || id === 'sent'
      ? []
      : ordersIn(book, id).map((order) => order.orderId),
  );
  expect(shown.sort()).toEqual(book.orders.map((order) => order.orderId).sort());
  expect(ordersIn(book, 'all')).toHaveLength(orderPhaseSchema.options.length);
});

it('shows the latest first', () => {
  expect(ordersIn(book, 'all')[0]?.phase).toBe('inactive');
});
