// Seam: percentages beside money; an unknown part makes an unknown percentage.
import { expect, it } from 'vitest';
import { decimal, toFixed, type Decimal } from '../../../shared/domain/decimal';
import type { Position } from '../../../shared/domain/position';
import { percentOf } from '../../format/percent-of';
import { dayPercent, gainPercent } from './position-figures';

const position = (marketValue: string | null, unrealizedPnl: string | null): Position =>
  ({
    marketValue: marketValue === null ? null : decimal(marketValue),
    unrealizedPnl: unrealizedPnl === null ? null : decimal(unrealizedPnl),
  }) as Position;
const two = (value: Decimal | null): string | null => (value === null ? null : toFixed(value, 2));

it('measures the gain against the cost', () => {
  expect(two(gainPercent(position('1100', '100')))).toBe('10.00');
  expect(two(gainPercent(position('-900', '100')))).toBe('10.00');
  expect(two(gainPercent(position('-1100', '-100')))).toBe('-10.00');
});

it('keeps unknown unknown', () => {
  expect(gainPercent(position(null, '100'))).toBeNull();
  expect(gainPercent(position('100', '100'))).toBeNull();
  expect(percentOf(decimal('1'), null)).toBeNull();
});

it('measures the day against the day before', () => {
  expect(two(dayPercent(decimal('100'), decimal('10100')))).toBe('1.00');
});
