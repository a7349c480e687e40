// Seam: what is told of a change of the orders, and that nothing old is told as new.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { AccountId, Conid, OrderId } from '../../../shared/domain/ids';
import type { Execution, Order, OrderBook } from '../../../shared/domain/order';
import { activityOfBook } from './book-activity';

const book = (over: Partial<OrderBook> = {}): OrderBook => ({
  ...{ accountId: 'DU1' as AccountId, known: true, orders: [], executions: [], intents: [], alarms: [] },
  ...{ positionCheck: { state: 'agrees', checkedMs: 1 }, asOfMs: 1 },
  ...over,
});
const fill: Execution = {
  ...{ executionId: 'e1', orderRef: null, orderId: '7', accountId: 'DU1', conid: 265598 as Conid },
  ...{ symbol: 'AAPL', side: 'B', quantity: decimal('10'), price: decimal('190.01'), commission: null },
  ...{ netAmount: null, exchange: 'NASDAQ', timeMs: 5 },
};
const order: Order = {
  ...{ orderId: '7' as OrderId, accountId: 'DU1' as AccountId, conid: 265598 as Conid, symbol: 'AAPL' },
  ...{ description: null, side: 'BUY', orderType: 'LMT', tif: 'DAY', quantity: decimal('10') },
  ...{ filled: null, remaining: null, limitPrice: null, stopPrice: null, averagePrice: null, currency: null },
  ...{ status: 'Submitted', phase: 'working', orderRef: null, placedHere: true, outsideRth: null },
  updatedMs: 1,
};
const sinceMs = 6;
const titles = (before: OrderBook | null, after: OrderBook) =>
  activityOfBook({ complete: before, latest: before }, after, 9, sinceMs).map(
    ({ title, level }) => `${level}: ${title}`,
  );

it('tells a new fill once, with its commission or that it is not known', () => {
  const [told] = activityOfBook({ complete: book(), latest: null }, book({ executions: [fill] }), 9, sinceMs);
  expect(told).toMatchObject({
    ...{ title: 'Bought 10 AAPL at 190.01', text: 'on NASDAQ, commission not known yet', atMs: 5 },
  });
  expect(titles(book({ executions: [fill] }), book({ executions: [fill] }))).toEqual([]);
});

it('says nothing of what the first complete list shows', () => {
  expect(titles(null, book({ executions: [fill], orders: [order] }))).toEqual([]);
});

it('tells a fill of after the start even when it is in the first complete list', () => {
  expect(titles(null, book({ executions: [{ ...fill, timeMs: sinceMs }] }))).toEqual([
    'good: Bought 10 AAPL at 190.01',
  ]);
});

it('tells after a gap what happened in it', () => {
  const seen = { complete: book(), latest: book({ known: false }) };
  expect(activityOfBook(seen, book({ known: false, executions: [fill] }), 9, sinceMs)).toEqual([]);
  expect(activityOfBook(seen, book({ executions: [fill] }), 9, sinceMs)).toHaveLength(1);
});

it('tells orders placed elsewhere, cancelled, and no longer working', () => {
  const elsewhere = { ...order, placedHere: false };
  expect(titles(book(), book({ orders: [elsewhere] }))).toEqual(['info: Placed elsewhere: BUY 10 AAPL']);
  expect(titles(book(), book({ orders: [order] }))).toEqual([]);
  const became = (phase: Order['phase']) =>
    titles(book({ orders: [order] }), book({ orders: [{ ...order, phase }] }));
  expect(became('cancelled')).toEqual(['info: Cancelled: BUY 10 AAPL']);
  expect(became('inactive')).toEqual(['bad: No longer working: BUY 10 AAPL']);
  expect(became('partial')).toEqual([]);
});
