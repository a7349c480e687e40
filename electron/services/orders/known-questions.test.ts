// Seam: what we add to IBKR's question is about the order asked about, or it is not said.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { accountIdSchema, conidSchema } from '../../../shared/domain/ids';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import { describeQuestion } from './known-questions';

const draft: OrderDraft = {
  accountId: accountIdSchema.parse('DU1'),
  conid: conidSchema.parse(265598),
  side: 'BUY',
  quantity: decimal('10'),
  orderType: 'LMT',
  limitPrice: decimal('100'),
  stopPrice: null,
  tif: 'DAY',
  outsideRth: false,
};
const market = {
  bid: decimal('199'),
  ask: decimal('200'),
  last: decimal('200'),
  notional: null,
  currency: 'USD',
};

it('says how far this order’s price is from the market', () => {
  expect(describeQuestion(['o163'], { draft, ...market }).explanation).toContain('100');
});

it('says nothing about prices when the question may be about an exit', () => {
  const bracket = {
    ...draft,
    stopLoss: { stopPrice: decimal('90'), limitPrice: null, tif: 'GTC' as const, outsideRth: false },
  };
  expect(describeQuestion(['o163'], { draft: bracket, ...market })).toEqual({
    heading: 'Price is far from the market',
    explanation: '',
  });
});

it.each<[string, Partial<OrderDraft>, string]>([
  ['o163', {}, 'Your price 100 GBX is 50.0 % below the market (200 GBX at review)'],
  ['o10288', {}, '199 bid, 200 ask (GBX)'],
  ['o10331', { stopPrice: decimal('210') }, 'Once it trades at 210 GBX'],
  ['o403', { stopPrice: decimal('210') }, 'Your stop is 210 GBX, the last price 200 GBX'],
])('a price in pence says so: %s', (id, change, expected) => {
  const facts = { draft: { ...draft, ...change }, ...market, priceUnit: 'GBX' };
  expect(describeQuestion([id], facts).explanation).toContain(expected);
});
