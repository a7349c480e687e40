// Seam: what is copied and summed is exactly what the book says; no currency is ever mixed into another.
import { expect, it } from 'vitest';
import type { Execution, Order } from '../../../shared/domain/order';
import { filteredOrders, noFilter } from './blotter-filter';
import { commissionTotals } from './commission-totals';
import { ordersCsv } from './order-csv';

const order = (over: Partial<Record<keyof Order, unknown>>): Order =>
  ({
    orderId: '1',
    conid: 1,
    symbol: 'AAPL',
    side: 'BUY',
    phase: 'working',
    currency: 'USD',
    updatedMs: 0,
    ...over,
  }) as Order;
const fill = (over: Partial<Record<keyof Execution, unknown>>): Execution =>
  ({ orderId: '1', conid: 1, commission: '1.10', ...over }) as Execution;

it('sums commissions by currency and counts what it cannot place', () => {
  const book = {
    orders: [order({}), order({ orderId: '2', conid: 2, currency: 'EUR' })],
    executions: [
      fill({}),
      fill({ commission: '0.90' }),
      fill({ orderId: null, conid: 2, commission: '3.00' }),
      fill({ commission: null }),
      fill({ orderId: '9', conid: 9 }),
    ],
  };
  expect(commissionTotals(book)).toEqual({
    totals: [
      { currency: 'EUR', amount: '3' },
      { currency: 'USD', amount: '2' },
    ],
    unknown: 2,
  });
});

it('quotes what needs it and lets no cell be a formula', () => {
  const csv = ordersCsv([order({ symbol: '=HYPERLINK("x")', limitPrice: '-1.50', status: 'a, b' })]);
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv).toContain(',-1.50,');
  expect(csv).toContain('"a, b"');
  expect(csv).toContain('1970-01-01T00:00:00.000Z');
});

it('filters by text, side and state', () => {
  const orders = [order({}), order({ orderId: '2', symbol: 'MSFT', side: 'SELL', description: 'Microsoft' })];
  expect(filteredOrders(orders, noFilter)).toHaveLength(2);
  expect(filteredOrders(orders, { ...noFilter, text: ' micro' })).toEqual([orders[1]]);
  expect(filteredOrders(orders, { ...noFilter, side: 'BUY' })).toEqual([orders[0]]);
  expect(filteredOrders(orders, { ...noFilter, phase: 'filled' })).toEqual([]);
});
