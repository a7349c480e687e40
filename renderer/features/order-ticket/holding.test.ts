// Seam: the effect of an order is computed from what is proven; half-known holdings give no answer.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { Conid, OrderId } from '../../../shared/domain/ids';
import type { OrderBook } from '../../../shared/domain/order';
import type { PositionList } from '../../../shared/domain/portfolio';
import { holdingOf } from './holding';

const conid = 1 as Conid;
const list = (complete: boolean): PositionList =>
  ({ complete, positions: [{ conid, quantity: decimal('120') }] }) as unknown as PositionList;
const book = (known: boolean, remaining: string | null = '50'): OrderBook =>
  ({
    known,
    orders: [
      {
        orderId: '7',
        conid,
        side: 'SELL',
        phase: 'working',
        remaining: remaining === null ? null : decimal(remaining),
      },
      { orderId: '8', conid, side: 'BUY', phase: 'working', remaining: decimal('10') },
      { orderId: '9', conid, side: 'SELL', phase: 'filled', remaining: decimal('0') },
      { orderId: '6', conid: 2, side: 'SELL', phase: 'working', remaining: decimal('99') },
    ],
  }) as unknown as OrderBook;

it('counts working orders on the same side of the same contract', () => {
  expect(holdingOf(list(true), book(true), conid, 'SELL', null)).toEqual({
    position: '120',
    workingSameSide: '50',
  });
  expect(holdingOf(list(true), book(true), conid, 'SELL', '7' as OrderId)?.workingSameSide).toBe('0');
  expect(holdingOf(list(true), book(true), 3 as Conid, 'BUY', null)).toEqual({
    position: '0',
    workingSameSide: '0',
  });
});

it('does not guess', () => {
  expect(holdingOf(list(false), book(true), conid, 'SELL', null)).toBeNull();
  expect(holdingOf(list(true), book(false), conid, 'SELL', null)).toBeNull();
  expect(holdingOf(list(true), book(true, null), conid, 'SELL', null)).toBeNull();
  expect(holdingOf(undefined, undefined, conid, 'SELL', null)).toBeNull();
});
