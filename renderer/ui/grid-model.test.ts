// Seam: tables order by the exact value, not by its text.
import { expect, it } from 'vitest';
import { compareValues } from './grid-model';

it('orders decimals by value, words as words', () => {
  expect(['9.5', '-1200', '10', '100000000000000000000.01'].sort(compareValues)).toEqual([
    '-1200',
    '9.5',
    '10',
    '100000000000000000000.01',
  ]);
  expect(['MSFT', 'AAPL'].sort(compareValues)).toEqual(['AAPL', 'MSFT']);
  expect([30, 4].sort(compareValues)).toEqual([4, 30]);
});
