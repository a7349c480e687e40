// Seam: the table of a chain shows what is listed on that day, where the price stands, and never more than was asked for.
import { expect, it } from 'vitest';
import type { ChainContract } from '../../../shared/domain/chain';
import { decimal } from '../../../shared/domain/decimal';
import { conidSchema } from '../../../shared/domain/ids';
import type { Quote } from '../../../shared/domain/quote';
import { chainColumns } from './chain-columns';
import { chainLines, classesOf, isInTheMoney, middleOf, strikesOf, strikesWithin } from './chain-lines';
import { daysTo, expiryChoices, isMonthly } from './expiries';
import { mostActive, spreadToFront } from './futures-figures';

const strikes = ['90', '95', '97.5', '100', '105', '110'].map(decimal);
let next = 1;
const contract = (strike: string, right: 'C' | 'P', over: Partial<ChainContract> = {}): ChainContract => ({
  conid: conidSchema.parse(next++),
  ...{ right, strike: decimal(strike), expiry: '20261218', tradingClass: 'X' },
  ...{ multiplier: decimal('100'), exchange: 'SMART', words: null, ...over },
});

it('joins both sides’ strikes in order', () => {
  expect(strikesOf({ calls: ['100', '9.5'].map(decimal), puts: ['100', '50'].map(decimal) })).toEqual([
    '9.5',
    '50',
    '100',
  ]);
});

it('is cut around the price by count or by distance, around the middle while no price is known', () => {
  expect(middleOf(strikes, decimal('98'))).toBe(3);
  expect(middleOf(strikes, decimal('200'))).toBe(6);
  expect(strikesWithin(strikes, decimal('98'), 'strikes-1')).toEqual(['97.5', '100']);
  expect(strikesWithin(strikes, null, 'strikes-2')).toEqual(['95', '97.5', '100', '105']);
  expect(strikesWithin(strikes, decimal('100'), 'percent-5')).toEqual(['95', '97.5', '100', '105']);
  expect(strikesWithin(strikes, decimal('100'), 'all')).toEqual(strikes);
});

it('leaves out what is not listed on the day, keeps what is not known yet, and marks the price between', () => {
  const [call, put] = [contract('95', 'C'), contract('95', 'P')];
  const found = new Map([
    [decimal('95'), [call, put]],
    [decimal('97.5'), [contract('97.5', 'C', { expiry: '20261204' })]],
  ]);
  const lines = chainLines(
    strikes.slice(0, 4),
    found,
    { expiry: '20261218', tradingClass: null },
    decimal('96'),
  );
  expect(lines.map(({ id }) => id)).toEqual(['90', '95', 'spot', '100']);
  expect(lines[0]).toMatchObject({ call: null, put: null, known: false });
  expect(lines[1]).toMatchObject({ call, put, known: true });
});

it('gives several contracts of one side lines of their own, and one class alone where it is chosen', () => {
  const two = [contract('95', 'C'), contract('95', 'C', { tradingClass: 'XW' })];
  const found = new Map([[decimal('95'), two]]);
  const of = (tradingClass: string | null) =>
    chainLines([decimal('95')], found, { expiry: '20261218', tradingClass }, null);
  expect(of(null)).toHaveLength(2);
  expect(of('XW')).toHaveLength(1);
  expect(classesOf(found.values(), '20261218')).toEqual(['X', 'XW']);
});

it('knows the side that pays, and nothing without a price', () => {
  expect(isInTheMoney('C', decimal('95'), decimal('100'))).toBe(true);
  expect(isInTheMoney('P', decimal('95'), decimal('100'))).toBe(false);
  expect(isInTheMoney('P', decimal('105'), decimal('100'))).toBe(true);
  expect(isInTheMoney('C', decimal('100'), decimal('100'))).toBe(false);
  expect(isInTheMoney('C', decimal('95'), null)).toBe(false);
});

it('mirrors the columns around the strike, bid left of ask on either side, the last left out first', () => {
  const { calls, puts } = chainColumns(['bid', 'ask', 'last', 'delta'], 96 + 2 * 64 * 3);
  expect(calls.map(({ figure }) => figure)).toEqual(['last', 'bid', 'ask']);
  expect(puts.map(({ figure }) => figure)).toEqual(['bid', 'ask', 'last']);
});

it('names a month until its days are known, tells weeklies from monthlies and counts days', () => {
  const chain = { kind: 'OPT' as const, months: ['DEC26', 'JAN27'], exchanges: ['SMART'], expiries: [] };
  expect(expiryChoices(chain, new Map([['DEC26', ['20261218', '20261204']]]))).toEqual([
    { month: 'DEC26', expiry: '20261204' },
    { month: 'DEC26', expiry: '20261218' },
    { month: 'JAN27', expiry: null },
  ]);
  expect(['20261204', '20261218', '20270415', '20261217'].map(isMonthly)).toEqual([false, true, true, true]);
  const lateEvening = Date.UTC(2026, 11, 17, 23, 59);
  expect([daysTo('20261218', lateEvening), daysTo('20261217', lateEvening)]).toEqual([1, 0]);
});

it('futures: the spread to the front and the most active month are unknown until every part is known', () => {
  const future = (conid: number) =>
    ({ conid: conidSchema.parse(conid) }) as Parameters<typeof mostActive>[0][number];
  const quote = (last: string | null, volume: string | null) =>
    ({
      last: last === null ? null : decimal(last),
      volume: volume === null ? null : decimal(volume),
    }) as Quote;
  const [front, back] = [future(1), future(2)];
  const known = new Map([
    [front.conid, quote('100.25', '10')],
    [back.conid, quote('101', '500')],
  ]);
  expect(spreadToFront(back, front, known)).toBe('0.75');
  expect(spreadToFront(front, front, known)).toBeNull();
  expect(spreadToFront(back, front, new Map([...known, [front.conid, quote(null, '10')]]))).toBeNull();
  expect(mostActive([front, back], known)).toBe(back.conid);
  expect(mostActive([front, back], new Map([...known, [front.conid, quote('1', null)]]))).toBeNull();
});
