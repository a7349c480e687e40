// Seam: what the dialog sends are the limits that were read, or nothing.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { limitsForm, limitsOf } from './limits-form';

const limits = {
  priceSoftPercent: 3,
  priceHardPercent: 20,
  valueSoft: decimal('100000'),
  valueSoftPercentOfWorth: 10,
  valueHardPercentOfWorth: 50,
  ordersPerMinute: 10,
  ordersPerDay: 200,
};

it('goes there and back', () => {
  expect(limitsOf(limitsForm(limits))).toEqual(limits);
});

it('never guesses', () => {
  expect(limitsOf({ ...limitsForm(limits), valueSoft: '1,5' })).toMatch(/needs a number/);
  expect(limitsOf({ ...limitsForm(limits), ordersPerDay: '1.5' })).toMatch(/whole number/);
  expect(limitsOf({ ...limitsForm(limits), priceHardPercent: '2' })).toMatch(/before the block/);
});
