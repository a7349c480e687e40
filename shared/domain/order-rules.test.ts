// Seam: ticket and main judge a draft by the same rules, and nothing typed is altered.
import fc from 'fast-check';
import { assert, expect, it } from 'vitest';
import { abs, compare, decimal, toMultiple, type Decimal } from './decimal';
import { accountIdSchema, conidSchema } from './ids';
import type { OrderRules } from './instrument';
import type { OrderDraft } from './order-draft';
import {
  aggressivePercent,
  draftProblems,
  effectOf,
  notionalOf,
  tickAt,
  tickSuggestions,
} from './order-rules';
import { attachedOrders } from './attached-orders';
import { actionLabel, changeSentence, orderSentence } from './order-sentence';

const rules: OrderRules = {
  orderTypes: ['limit', 'market', 'stop', 'stop_limit'],
  orderTypesOutside: ['limit'],
  tifs: ['DAY', 'GTC', 'IOC'],
  tickRules: [
    { lowerEdge: decimal('1'), increment: decimal('0.01') },
    { lowerEdge: decimal('0'), increment: decimal('0.0001') },
  ],
  priceDigits: 2,
  sizeIncrement: decimal('1'),
  defaultSize: null,
  ...{ fractionTypes: [], fractionDigits: 0, algoTypes: ['limit'], previewForced: false },
};
const draft: OrderDraft = {
  accountId: accountIdSchema.parse('DU1'),
  conid: conidSchema.parse(265598),
  side: 'BUY',
  quantity: decimal('100'),
  orderType: 'LMT',
  limitPrice: decimal('190.00'),
  stopPrice: null,
  tif: 'DAY',
  outsideRth: false,
};
const problems = (change: Partial<OrderDraft>) =>
  draftProblems({ ...draft, ...change }, { symbol: 'AAPL', rules, routes: ['SMART', 'NYSE'] }).map(
    (problem) => problem.message,
  );

it('takes a good draft as it is', () => {
  expect(problems({})).toEqual([]);
});

it('suggests ticks, the safe side first', () => {
  expect(problems({ limitPrice: decimal('190.013') })).toEqual(['AAPL trades in 0.01 steps here.']);
  expect(tickSuggestions(decimal('190.013'), rules.tickRules, 'SELL')).toEqual(['190.02', '190.01']);
});

it('steps by the band the price is in, the edge included', () => {
  expect(tickAt(decimal('0.9999'), rules.tickRules)).toBe('0.0001');
  expect(tickAt(decimal('1'), rules.tickRules)).toBe('0.01');
  expect(problems({ limitPrice: decimal('0.9999') })).toEqual([]);
  expect(problems({ limitPrice: decimal('1.0001') })).toHaveLength(1);
});

it('suggests valid prices on both sides of any invalid one', () => {
  const price = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => decimal((n / 10 ** 5).toFixed(5)));
  fc.assert(
    fc.property(price, fc.constantFrom('BUY' as const, 'SELL' as const), (typed, side) => {
      const suggestions = tickSuggestions(typed, rules.tickRules, side);
      const tick = tickAt(typed, rules.tickRules);
      assert(tick !== null);
      if (suggestions.length === 0) expect(compare(toMultiple(typed, tick, 'down'), typed)).toBe(0);
      const [first, second] = suggestions;
      if (first === undefined || second === undefined) return;
      expect(compare(first, second)).toBe(side === 'BUY' ? -1 : 1);
      for (const each of suggestions) expect(compare(abs(each), decimal('0')) >= 0).toBe(true);
    }),
  );
});

it.each<[Partial<OrderDraft>, string]>([
  [{ limitPrice: null }, 'A limit price is needed.'],
  [{ orderType: 'MKT' }, 'This order type takes no limit price.'],
  [{ orderType: 'STP', limitPrice: null }, 'A stop price is needed.'],
  [{ quantity: decimal('0') }, 'The quantity must be greater than zero.'],
  [{ quantity: decimal('-5') }, 'The quantity must be greater than zero.'],
  [{ quantity: decimal('1.5') }, 'IBKR takes AAPL in whole units only.'],
  [{ tif: 'OPG' }, 'IBKR does not take "OPG" for AAPL.'],
  [
    { orderType: 'STOP_LIMIT', limitPrice: decimal('189'), stopPrice: decimal('190') },
    'A buy stop-limit needs its limit at or above its stop, or it cannot fill once triggered.',
  ],
  [
    { orderType: 'STP', limitPrice: null, stopPrice: decimal('190'), outsideRth: true },
    'Stop orders for AAPL only run in regular hours.',
  ],
])('%j is refused', (change, message) => {
  expect(problems(change)).toEqual([message]);
});

it.each([
  ['BUY', '100', '0', '0', 'opens'],
  ['BUY', '100', '50', '0', 'adds'],
  ['SELL', '20', '120', '0', 'reduces'],
  ['SELL', '120', '120', '0', 'closes'],
  ['SELL', '121', '120', '0', 'flips'],
  ['SELL', '120', '120', '50', 'flips'],
  ['SELL', '70', '120', '50', 'closes'],
  ['BUY', '10', '-10', '0', 'closes'],
] as const)('%s %s at position %s with %s working %s', (side, quantity, position, working, effect) => {
  const holding = { position: decimal(position), workingSameSide: decimal(working) };
  expect(effectOf(side, decimal(quantity), holding)).toBe(effect);
});

it('says nothing of a position it does not know', () => {
  expect(effectOf('BUY', decimal('1'), null)).toBe('unknown');
});

it('values contracts and pence exactly', () => {
  const of = (quantity: string, price: string, multiplier: string | null, priceMagnifier: string) =>
    notionalOf(decimal(quantity), decimal(price), {
      multiplier: multiplier as Decimal | null,
      priceMagnifier: decimal(priceMagnifier),
    });
  expect(of('3', '0.1', null, '1')).toBe('0.3');
  expect(of('2', '4500.25', '50', '1')).toBe('450025');
  expect(of('100', '1234.5', null, '100')).toBe('1234.5');
});

it('measures distance on the side that costs', () => {
  expect(aggressivePercent('BUY', decimal('103'), decimal('100'))).toBe('3');
  expect(aggressivePercent('SELL', decimal('103'), decimal('100'))).toBe('-3');
});

it('says the whole order', () => {
  const names = { symbol: 'AAPL', exchange: 'NASDAQ', currency: 'USD', mode: 'paper' as const };
  expect(orderSentence(draft, names)).toBe(
    'BUY 100 AAPL (NASDAQ, USD) LIMIT 190.00 or lower, for today, regular hours only, account DU1 (PAPER)',
  );
  expect(actionLabel(draft, 'AAPL', false)).toBe('Buy 100 AAPL @ 190.00');
  expect(changeSentence(draft, { ...draft, limitPrice: decimal('189.50') })).toBe('limit 190.00 → 189.50');
});

it('names pence where a price is in pence', () => {
  const names = { symbol: 'VOD', exchange: 'LSE', currency: 'GBP', mode: 'paper' as const, priceUnit: 'GBX' };
  const pence = { ...draft, limitPrice: decimal('95.06') };
  expect(orderSentence(pence, names)).toContain('(LSE, GBP) LIMIT 95.06 GBX or lower');
  expect(actionLabel(pence, 'VOD', false, 'GBX')).toBe('Buy 100 VOD @ 95.06 GBX');
  expect(changeSentence(pence, { ...pence, limitPrice: decimal('95.00') }, 'GBX')).toBe(
    'limit 95.06 GBX → 95.00 GBX',
  );
  const trailing = {
    ...pence,
    orderType: 'TRAIL' as const,
    limitPrice: null,
    trail: { unit: 'percent' as const, value: decimal('5') },
  };
  expect(orderSentence(trailing, names)).toContain('TRAILING STOP 5 % above');
  const stopped = {
    ...pence,
    stopLoss: { stopPrice: decimal('90'), limitPrice: null, tif: 'GTC' as const, outsideRth: false },
  };
  const pound = { currency: 'GBP', multiplier: null, priceMagnifier: decimal('100') };
  expect(attachedOrders(stopped, pound, null)[0]).toMatchObject({
    sentence: expect.stringContaining('at or below 90 GBX') as string,
    gain: '-5.06',
  });
});
