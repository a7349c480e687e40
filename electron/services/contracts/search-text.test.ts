// Seam: what a text stands for decides what is asked; a wrong guess hides what was meant.
import { expect, it } from 'vitest';
import { meaningOf } from './search-text';

it.each([
  ['US0378331005', { kind: 'isin' }],
  ['US0378331006', { kind: 'words' }],
  ['de0007164600', { kind: 'isin' }],
  ['EURUSD', { kind: 'pair', base: 'EUR', quote: 'USD' }],
  ['eur.chf', { kind: 'pair', base: 'EUR', quote: 'CHF' }],
  ['GBP/JPY', { kind: 'pair', base: 'GBP', quote: 'JPY' }],
  ['ABCDEF', { kind: 'words' }],
  ['265598', { kind: 'conid', conid: 265598 }],
  ['0700', { kind: 'words' }],
  ['apple', { kind: 'words' }],
])('%s', (text, meaning) => {
  expect(meaningOf(text)).toEqual(meaning);
});
