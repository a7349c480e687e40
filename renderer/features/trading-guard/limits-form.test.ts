// Seam: what the dialog sends are the limits that were read, or nothing.
import { expect, it } from 'vitest';
import { defaultLimits, type TradingLimits } from '../../../shared/domain/trading-limits';
import { decimal } from '../../../shared/domain/decimal';
import { limitsForm, limitsOf } from './limits-form';

const limits: TradingLimits = { ...defaultLimits, dailyLoss: decimal('1500.5') };

it('goes there and back', () => {
  expect(limitsOf(limitsForm(limits))).toEqual(limits);
});

it('never guesses', () => {
  expect(limitsOf({ ...limitsForm(limits), valueSoft: '1,5' })).toMatch(/needs a number/);
  expect(limitsOf({ ...limitsForm(limits), ordersPerDay: '1.5' })).toMatch(/whole number/);
  expect(limitsOf({ ...limitsForm(limits), dailyLoss: ' ' })).toMatchObject({ dailyLoss: null });
  expect(limitsOf({ ...limitsForm(limits), priceHardPercent: '2' })).toMatch(/before the block/);
});
