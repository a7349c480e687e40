// Seam: the human is stopped or asked exactly where ORDER_ENTRY §7 says.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { accountIdSchema, conidSchema } from '../../../shared/domain/ids';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { Quote } from '../../../shared/domain/quote';
import { defaultLimits } from '../../../shared/domain/trading-limits';
import { orderWarnings, passiveNote, type WarningFacts } from './warnings';

const quote: Quote = {
  ...{ conid: conidSchema.parse(1), symbol: 'X', last: decimal('100'), lastMark: null, bid: decimal('99.9') },
  ...{ ask: decimal('100'), bidSize: null, askSize: null, change: null, changePercent: null, open: null },
  ...{ high: null, low: null, previousClose: null, volume: null, availability: 'live', asOfMs: 1_000 },
  ...{ feed: 'line', more: {} },
};
const draft: OrderDraft = {
  ...{ accountId: accountIdSchema.parse('DU1'), conid: quote.conid, side: 'BUY', quantity: decimal('10') },
  ...{ orderType: 'LMT', limitPrice: decimal('100'), stopPrice: null, tif: 'DAY', outsideRth: false },
};
const facts: WarningFacts = {
  ...{
    draft,
    symbol: 'X',
    currency: 'USD',
    priceUnit: null,
    quote,
    notional: decimal('1000'),
    effect: 'adds',
    nowMs: 2_000,
  },
  worth: {
    netLiquidation: decimal('100000'),
    grossPositionValue: null,
    baseCurrency: 'USD',
    rateToBase: decimal('1'),
  },
  sizes: { ownMedian: null, averageVolume: null },
};
const market: Partial<OrderDraft> = { orderType: 'MKT', limitPrice: null };
const found = (change: Partial<WarningFacts>, order: Partial<OrderDraft> = {}) =>
  orderWarnings({ ...facts, ...change, draft: { ...draft, ...order } }, defaultLimits).map(
    ({ id, severity }) => `${id}:${severity}`,
  );

it('says nothing about an ordinary order', () => {
  expect(found({})).toEqual([]);
  expect(found({}, { limitPrice: decimal('50') }), 'far on the waiting side').toEqual([]);
  expect(passiveNote({ draft: { ...draft, limitPrice: decimal('50') }, quote })).toContain(
    '50.0 % below the market',
  );
  expect(passiveNote({ draft: { ...draft, limitPrice: decimal('98') }, quote })).toBeNull();
});

it.each<[string, Partial<WarningFacts>, Partial<OrderDraft>, string[]]>([
  ['3 % above is fine', {}, { limitPrice: decimal('103') }, []],
  ['just over 3 %', {}, { limitPrice: decimal('103.01') }, ['price-far:soft']],
  ['just over 20 %', {}, { limitPrice: decimal('120.01') }, ['price-too-far:hard']],
  ['a seller below the bid', {}, { side: 'SELL', limitPrice: decimal('79') }, ['price-too-far:hard']],
  ['no quote', { quote: null }, {}, ['no-quote:soft']],
  ['delayed', { quote: { ...quote, availability: 'delayed' } }, {}, ['quote-not-live:soft']],
  ['five seconds old', { nowMs: 6_000 }, {}, []],
  ['older', { nowMs: 6_001 }, {}, ['quote-old:soft']],
  ['a limit order a minute later', { nowMs: 61_001 }, {}, ['quote-old:soft']],
  ['a market order at a minute', { nowMs: 61_000 }, market, ['quote-old:soft']],
  ['a market order above a minute', { nowMs: 61_001 }, market, ['quote-old:hard']],
  [
    'a delayed price ages too',
    { nowMs: 61_001, quote: { ...quote, availability: 'delayed' } },
    market,
    ['quote-not-live:soft', 'quote-old:hard'],
  ],
  [
    'a frozen one says that it is from the close',
    { nowMs: 61_001, quote: { ...quote, availability: 'frozen' } },
    market,
    ['quote-not-live:soft'],
  ],
  [
    'not traded today: the market may be closed',
    { nowMs: 61_001, quote: { ...quote, lastMark: 'close' } },
    market,
    ['quote-old:soft'],
  ],
  [
    'buy stop below the market',
    {},
    { orderType: 'STP', limitPrice: null, stopPrice: decimal('99') },
    ['stop-wrong-side:soft'],
  ],
  [
    'sell stop below the market',
    {},
    { side: 'SELL', orderType: 'STP', limitPrice: null, stopPrice: decimal('99') },
    [],
  ],
  [
    'market order outside hours',
    {},
    { orderType: 'MKT', limitPrice: null, outsideRth: true },
    ['market-outside-rth:hard'],
  ],
  [
    'market order when halted',
    { quote: { ...quote, lastMark: 'halted' } },
    { orderType: 'MKT', limitPrice: null },
    ['halted:hard'],
  ],
  ['limit order when halted', { quote: { ...quote, lastMark: 'halted' } }, {}, ['halted:soft']],
  ['more than a tenth of the account', { notional: decimal('10001') }, {}, ['value-share:soft']],
  ['more than half of the account', { notional: decimal('50001') }, {}, ['value-too-large:hard']],
  ['closing a large position', { notional: decimal('50001'), effect: 'closes' }, {}, []],
  ['above the money limit', { notional: decimal('100001'), effect: 'closes' }, {}, ['value-large:soft']],
  [
    'no exchange rate',
    {
      worth: {
        netLiquidation: decimal('1'),
        grossPositionValue: null,
        baseCurrency: 'USD',
        rateToBase: null,
      },
    },
    {},
    ['value-unchecked:soft'],
  ],
  ['flip', { effect: 'flips' }, {}, ['flips:soft']],
  ['short by accident', { effect: 'opens' }, { side: 'SELL' }, ['opens-short:soft']],
  ['position unknown', { effect: 'unknown' }, {}, ['position-unknown:soft']],
])('%s', (_, change, order, expected) => {
  expect(found(change, order)).toEqual(expected);
});

it.each<[string, Partial<OrderDraft>, string]>([
  ['limit', { limitPrice: decimal('110') }, 'Your limit 110 GBX is 10.0 % above the market for X (100 GBX)'],
  ['stop', { ...market, orderType: 'STP', stopPrice: decimal('99') }, 'at 99 GBX (last 100 GBX) it triggers'],
  ['spread', market, '(90 – 100 GBX)'],
])('a price in pence says so: %s', (_, order, expected) => {
  const texts = orderWarnings(
    {
      ...facts,
      ...{ priceUnit: 'GBX', draft: { ...draft, ...order }, quote: { ...quote, bid: decimal('90') } },
    },
    defaultLimits,
  ).map(({ text }) => text);
  expect(texts.join()).toContain(expected);
});
