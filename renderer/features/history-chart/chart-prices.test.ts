// Seam: a height on the chart becomes a price that can be traded, on its tick and with its digits.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { OrderRules } from '../../../shared/domain/instrument';
import { percentBetween, tickStep, tradablePrice } from './chart-prices';

const rules = (increment: string, priceDigits: number): OrderRules =>
  ({
    tickRules: [{ lowerEdge: decimal('0'), increment: decimal(increment) }],
    priceDigits,
  }) as unknown as OrderRules;

it.each([
  [190.1234, '0.01', 2, '190.12'],
  [190.1251, '0.01', 2, '190.13'],
  [4501.13, '0.25', 2, '4501.25'],
  [1.083456, '0.00005', 5, '1.08345'],
  [151.7, '1', 0, '152'],
])('%d on ticks of %s', (pixel, tick, digits, price) => {
  expect(tradablePrice(pixel, rules(tick, digits))).toBe(price);
});

it('steps by the tick', () => {
  expect(tickStep(decimal('4501.25'), -2, rules('0.25', 2))).toBe('4500.75');
});

it('says how far in percent, and nothing from zero', () => {
  expect(percentBetween(decimal('190'), decimal('189.5'))).toBe('-0.26');
  expect(percentBetween(decimal('0'), decimal('1'))).toBeNull();
});
