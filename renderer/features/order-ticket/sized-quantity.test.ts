// Seam: an amount becomes whole units, never more than it pays for, and says what it became.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { sizedQuantity, type SizeFacts } from './sized-quantity';

const facts: SizeFacts = {
  price: decimal('190.01'),
  stop: decimal('180.01'),
  held: decimal('-120'),
  unitValue: decimal('1'),
  step: decimal('1'),
  currency: 'USD',
  unit: 'shares',
};

it('passes units as typed', () => {
  expect(sizedQuantity('units', '1,5', facts)).toEqual({ quantity: '1,5', words: '' });
});

it('rounds down to what the amount pays for', () => {
  expect(sizedQuantity('cash', '500', facts)).toEqual({
    quantity: '2',
    words: '500.00 USD → 2 shares (380.02 USD), 119.98 USD left.',
  });
  expect(sizedQuantity('cash', '100', facts).quantity).toBe('');
});

it('takes a share of what is held, long or short', () => {
  expect(sizedQuantity('percent', '33', facts).quantity).toBe('39');
});

it('sizes by the distance to the stop and asks for it', () => {
  expect(sizedQuantity('risk', '205', facts).quantity).toBe('20');
  expect(sizedQuantity('risk', '205', { ...facts, stop: null })).toMatchObject({ quantity: '' });
});

it('never guesses an ambiguous amount', () => {
  expect(sizedQuantity('cash', '1,234', facts).quantity).toBe('');
});
