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
