// Seam: a typed sentence fills a ticket with exactly what was typed, or says what it did not understand.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readOrderSentence } from './order-sentence';

const order = (typed: string) => {
  const read = readOrderSentence(typed);
  return read.kind === 'order' ? read.order : read;
};
const number = (value: string) => ({ kind: 'number', value });
const base = { amounts: [null], orderType: null, prices: [null], tif: null };

it.each([
  [
    'buy 100 aapl lmt 190 day',
    { side: 'BUY', symbol: 'AAPL', amounts: [number('100')], orderType: 'LMT', prices: ['190'], tif: 'DAY' },
  ],
  [
    'BUY 100 AAPL @ 190.50',
    { side: 'BUY', symbol: 'AAPL', amounts: [number('100')], orderType: 'LMT', prices: ['190.50'] },
  ],
  ['sell half tsla', { side: 'SELL', symbol: 'TSLA', amounts: [{ kind: 'share', share: '0.5' }] }],
  [
    'sell 25% tsla mkt',
    { side: 'SELL', symbol: 'TSLA', amounts: [{ kind: 'share', share: '0.25' }], orderType: 'MKT' },
  ],
  [
    's 5 brk.b stp 400 gtc',
    { side: 'SELL', symbol: 'BRK.B', amounts: [number('5')], orderType: 'STP', prices: ['400'], tif: 'GTC' },
  ],
  ['close msft', { side: 'CLOSE', symbol: 'MSFT' }],
  ['buy 1,234.50 eur', { side: 'BUY', symbol: 'EUR', amounts: [number('1234.50')] }],
])('reads %j', (typed, expected) => {
  expect(order(typed)).toEqual({ ...base, ...expected });
});

it('keeps every reading of what could mean two numbers', () => {
  expect(order('buy 1,234 aapl lmt 1,5')).toMatchObject({
    amounts: [number('1.234'), number('1234')],
    prices: ['1.5'],
  });
});

it.each(['buy', 'hello', 'AAPL', '', 'cancel all', 'symbol buy'])('takes %j for no order', (typed) => {
  expect(readOrderSentence(typed).kind).toBe('none');
});

it.each([
  'buy 100',
  'buy 100 aapl lmt 190 190',
  'buy aapl 100 200',
  'close 5 aapl',
  'buy 1 aapl mkt 190',
  'buy -5 aapl',
  'buy 1e5 aapl tomorrow',
  'sell 0% aapl',
  'buy 5 ../x',
])('asks about %j', (typed) => {
  expect(readOrderSentence(typed).kind).toBe('unclear');
});

it('never throws and never changes a digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 9999 }), (quantity, price) => {
      const read = readOrderSentence(`buy ${quantity} aapl lmt ${price}.25`);
      expect(read).toMatchObject({ order: { amounts: [number(String(quantity))], prices: [`${price}.25`] } });
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void readOrderSentence(`buy ${text}`)));
});
