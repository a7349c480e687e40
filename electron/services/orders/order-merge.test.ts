// Seam: the blotter shows broker truth that only moves forward, whatever order frames arrive in.
import fc from 'fast-check';
import { assert, expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { Order } from '../../../shared/domain/order';
import { mergeOrder, phaseOf } from './order-merge';
import type { OrderRow } from './ports';
import { statusToOrderRow, toExecution, toOrderRow } from './to-order-row';

const full = {
  ...{ acct: 'DU1', conid: 265598, orderId: 922048212, ticker: 'AAPL', side: 'BUY', status: 'Submitted' },
  ...{ totalSize: 100, filledQuantity: 0, remainingQuantity: 100, orderType: 'Limit', price: '372.00' },
  ...{ timeInForce: 'GTC', order_ref: 'dabc', cashCcy: 'USD', outsideRTH: false, orderDesc: 'Buy 100 Limit' },
};
const merged = (...frames: ReadonlyArray<Record<string, unknown>>): Order => {
  const order = frames.reduce<Order | null>((known, frame, index) => {
    const row = toOrderRow(frame);
    assert(row !== null);
    return mergeOrder(known, row, index);
  }, null);
  assert(order !== null);
  return order;
};

it('lays deltas over the whole order', () => {
  const order = merged(full, {
    acct: 'DU1',
    orderId: 922048212,
    filledQuantity: 40,
    remainingQuantity: 60,
    avgPrice: '371.5',
  });
  expect(order).toMatchObject({
    ...{ phase: 'partial', filled: '40', remaining: '60', limitPrice: '372.00', averagePrice: '371.5' },
    ...{ symbol: 'AAPL', orderRef: 'dabc', tif: 'GTC', quantity: '100', currency: 'USD' },
  });
});

it('never un-fills: a late frame of an earlier state changes nothing that is settled', () => {
  const filled = {
    orderId: 922048212,
    status: 'Filled',
    filledQuantity: 100,
    remainingQuantity: 0,
    timeInForce: 'CLOSE',
  };
  const late = { orderId: 922048212, status: 'Submitted', filledQuantity: 40, remainingQuantity: 60 };
  const order = merged(full, filled, late, { orderId: 922048212, status: 'PendingCancel' });
  expect(order).toMatchObject({
    phase: 'filled',
    status: 'Filled',
    filled: '100',
    remaining: '0',
    tif: 'GTC',
  });
});

it('a settled order stays settled under any further frames', () => {
  const words = fc.constantFrom(
    'Inactive',
    'PendingSubmit',
    'PreSubmitted',
    'Submitted',
    'Filled',
    'PendingCancel',
    'Cancelled',
    'What',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (statuses) => {
      let phase: string | null = null;
      let known: Order | null = mergeOrder(null, toOrderRow(full) as OrderRow, 0);
      for (const status of statuses) {
        known = mergeOrder(known, { orderId: '922048212', status }, 1);
        if (phase !== null) expect(known?.phase).toBe(phase);
        if (known !== null && ['filled', 'cancelled', 'rejected'].includes(known.phase)) phase = known.phase;
      }
    }),
  );
});

it('shows nothing of an order it only knows by number', () => {
  const row = toOrderRow({ acct: 'DU1', orderId: 5, status: 'Submitted' });
  assert(row !== null);
  expect(mergeOrder(null, row, 0)).toBeNull();
  expect(toOrderRow({ acct: 'DU1' })).toBeNull();
});

it('claims the least for a word it does not know', () => {
  expect(phaseOf('SomethingNew', null)).toBe('pending');
  expect(phaseOf('PendingCancel', decimal('3'))).toBe('cancelling');
  expect(phaseOf('Submitted', decimal('3'))).toBe('partial');
});

it('reads a stop from where IBKR puts it', () => {
  expect(toOrderRow({ orderId: 5, orderType: 'Stop', price: '180.00' })).toEqual({
    orderId: '5',
    orderType: 'Stop',
    stopPrice: '180.00',
  });
  expect(toOrderRow({ orderId: 5, orderType: 'Stop Limit', price: '179.5', auxPrice: '180' })).toMatchObject({
    limitPrice: '179.5',
    stopPrice: '180',
  });
  expect(toOrderRow({ orderId: 5, orderType: 'Market', price: '' })).not.toHaveProperty('limitPrice');
});

it('reads order status and executions', () => {
  const status = {
    order_id: 245323648,
    conid: 265598,
    side: 'B',
    size: '0.0',
    total_size: '1.0',
    cum_fill: '1.0',
    limit_price: '',
    order_status: 'Filled',
    account: 'DU1',
    average_price: '317.56',
  };
  expect(statusToOrderRow(status)).toMatchObject({
    orderId: '245323648',
    side: 'BUY',
    filled: '1.0',
    remaining: '0.0',
    status: 'Filled',
  });
  const trade = {
    execution_id: 'e.01',
    side: 'S',
    size: 5,
    price: '1.50',
    commission: '1.01',
    account: 'my alias',
    accountCode: 'DU1',
    trade_time_r: 1_790_000_000_000,
    order_ref: 'dabc',
    symbol: 'X',
  };
  expect(toExecution(trade)).toMatchObject({
    accountId: 'DU1',
    side: 'SELL',
    quantity: '5',
    commission: '1.01',
    orderId: null,
  });
  expect(toExecution({ ...trade, trade_time_r: undefined })).toBeNull();
});
