// Seam: prices as IBKR decorates them become exact decimals, and nothing unknown becomes a number.
import { expect, it } from 'vitest';
import { conidSchema } from '../../../shared/domain/ids';
import { toQuote } from './to-quote';

const conid = conidSchema.parse(265598);
const quoteOf = (fields: Record<string, unknown>) => toQuote(conid, fields, 1_700_000_000_000);

it('strips the marks of close and halt', () => {
  expect(quoteOf({ '31': 'C168.42' })).toMatchObject({ last: '168.42', lastMark: 'close' });
  expect(quoteOf({ '31': 'H0.95' })).toMatchObject({ last: '0.95', lastMark: 'halted' });
  expect(quoteOf({ '31': '1,204.10' })).toMatchObject({ last: '1204.10', lastMark: null });
});

it('keeps the unknown unknown', () => {
  expect(quoteOf({ '84': '', '83': 'n/a' })).toMatchObject({
    last: null,
    bid: null,
    changePercent: null,
    availability: 'unknown',
  });
});

it.each([
  ['RpB', 'live'],
  ['DPB', 'delayed'],
  ['ZB', 'frozen'],
  ['Y', 'frozen-delayed'],
  ['NpB', 'not-subscribed'],
  ['O', 'unsigned'],
  ['?', 'unknown'],
])('reads availability %s as %s', (letters, state) => {
  expect(quoteOf({ '6509': letters }).availability).toBe(state);
});

it('accepts a percent change as number or text', () => {
  expect(quoteOf({ '83': -0.42 }).changePercent).toBe('-0.42');
  expect(quoteOf({ '83': '1.2%' }).changePercent).toBe('1.2');
});
