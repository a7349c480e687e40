// Seam: arrow keys and the mid button only ever produce prices the contract can trade at.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { OrderRules } from '../../../shared/domain/instrument';
import { midPrice, stepped, steppedQuantity } from './price-steps';

const rules = {
  priceDigits: 4,
  tickRules: [
    { lowerEdge: decimal('0'), increment: decimal('0.0001') },
    { lowerEdge: decimal('1'), increment: decimal('0.01') },
  ],
} as unknown as OrderRules;

it.each([
  ['190.00', 1, '190.0100'],
  ['190.013', 1, '190.0200'],
  ['190.013', -1, '190.0100'],
  ['190.00', 10, '190.1000'],
  ['0.9999', 1, '1.0000'],
  ['0.5', -1, '0.4999'],
  ['0.01', -1, '0.0099'],
])('%s by %i is %s', (price, steps, next) => {
  expect(stepped(decimal(price), steps, rules)).toBe(next);
});

it('never steps a price to nothing', () => {
  expect(stepped(decimal('0.0001'), -1, rules)).toBe('0.0001');
});

it('rounds the middle to the side of the user', () => {
  expect(midPrice(decimal('190.00'), decimal('190.01'), 'BUY', rules)).toBe('190.0000');
  expect(midPrice(decimal('190.00'), decimal('190.01'), 'SELL', rules)).toBe('190.0100');
  expect(midPrice(null, decimal('190.01'), 'SELL', rules)).toBeNull();
});

it('steps quantities by the lot', () => {
  expect(steppedQuantity(decimal('100'), 1, decimal('1'))).toBe('101');
  expect(steppedQuantity(decimal('1'), -1, decimal('1'))).toBe('1');
});
