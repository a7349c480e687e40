// Promise to everyone who trades: no fill beyond the limit, nothing before the trigger, never more than is shown.
import { describe, expect, it } from 'vitest';
import { stocks } from '../market/catalogue/stocks';
import type { Quote } from '../market/quote';
import { big, zero } from '../money';
import { matchOrder, waitsForTrigger } from './matching';
import type { Order } from './order';

const apple = stocks.find((stock) => stock.conid === 265598);
if (apple === undefined) throw new Error('no AAPL');

const order = (patch: Partial<Order>): Order => {
  const base: Order = {
    id: 1,
    account: 'DU1',
    instrument: apple,
    exchange: 'SMART',
    side: 'BUY',
    type: 'LMT',
    quantity: big(100),
    cashQuantity: null,
    limit: null,
    stop: null,
    trail: null,
    timeInForce: 'DAY',
    outsideRth: false,
    clientId: null,
    parentClientId: null,
    oneCancelsAll: false,
    parentOrderId: null,
    ocaGroup: null,
    createdMs: 0,
    trailStop: null,
    triggered: true,
    status: 'Submitted',
    filled: zero,
    filledValue: zero,
    lastPrice: null,
    commission: zero,
    updatedMs: 0,
    reason: null,
    ...patch,
  };
  return { ...base, triggered: patch.triggered ?? !waitsForTrigger(base) };
};
const quote = (last: number, patch: Partial<Quote> = {}): Quote => ({
  last,
  bid: last - 0.01,
  ask: last,
  bidSize: 500,
  askSize: 500,
  lastSize: 100,
  state: 'regular',
  halted: false,
  atMs: 0,
  ...patch,
});
const fillOf = (o: Order, q: Quote, closing: number | null = null) => {
  const { fill } = matchOrder(o, q, closing);
  return fill === null ? null : `${fill.quantity.toFixed()}@${fill.price.toFixed()}`;
};

describe('matching', () => {
  it.each([
    ['market buys at the ask', { type: 'MKT' }, 100, '100@100'],
    ['market sells at the bid', { type: 'MKT', side: 'SELL' }, 100, '100@99.99'],
    ['limit improves', { limit: big(105) }, 100, '100@100'],
    ['limit waits', { limit: big(99.99) }, 100, null],
    ['sell limit waits', { side: 'SELL', limit: big(100) }, 100, null],
    ['stop waits below', { type: 'STP', stop: big(101) }, 100, null],
    ['stop triggers', { type: 'STP', stop: big(100) }, 100, '100@100'],
    [
      'stop limit triggers and respects the limit',
      { type: 'STOP_LIMIT', stop: big(99), limit: big(99.5) },
      100,
      null,
    ],
    ['market if touched waits above', { type: 'MIT', stop: big(99) }, 100, null],
    ['market if touched triggers', { type: 'MIT', stop: big(101) }, 100, '100@100'],
  ] as const)('%s', (_name, patch, last, expected) => {
    expect(fillOf(order(patch), quote(last))).toBe(expected);
  });

  it('takes no more than is displayed', () => {
    expect(fillOf(order({ type: 'MKT', quantity: big(800) }), quote(100))).toBe('500@100');
  });

  it('trails a rising price, never back, and sells when it turns', () => {
    let trailing = order({ type: 'TRAIL', side: 'SELL', trail: { amount: big(2), percent: false } });
    for (const last of [100, 103, 102]) {
      const result = matchOrder(trailing, quote(last), null);
      expect(result.fill).toBeNull();
      trailing = { ...trailing, ...result.patch };
    }
    expect(trailing.trailStop?.toFixed()).toBe('101');
    expect(fillOf(trailing, quote(101))).toBe('100@100.99');
  });

  it('holds on-close orders until the close', () => {
    expect(fillOf(order({ type: 'MOC' }), quote(100))).toBeNull();
    expect(fillOf(order({ type: 'MOC' }), quote(100), 100)).toBe('100@100');
    expect(fillOf(order({ type: 'LOC', limit: big(99) }), quote(100), 100)).toBeNull();
  });
});
