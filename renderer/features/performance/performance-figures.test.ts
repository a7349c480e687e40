// Seam: the return shown for a range is the return of that range, whatever IBKR counted before it.
import { expect, it } from 'vitest';
import { decimal, toFixed } from '../../../shared/domain/decimal';
import { accountIdSchema } from '../../../shared/domain/ids';
import type { Performance } from '../../../shared/domain/portfolio';
import { performanceOf } from './performance-figures';

const day = 86_400_000;
const performance: Performance = {
  accountId: accountIdSchema.parse('DU1'),
  currency: 'USD',
  asOfMs: 0,
  points: [
    { timeMs: 0, nav: decimal('100'), cumulativeReturn: decimal('0.10') },
    { timeMs: 100 * day, nav: decimal('100'), cumulativeReturn: decimal('0.10') },
    { timeMs: 120 * day, nav: decimal('210'), cumulativeReturn: decimal('0.21') },
  ],
};

it('keeps IBKR’s own figures over its whole range', () => {
  expect(performanceOf(performance, '1Y').map((point) => point.returnPercent)).toEqual(['10', '10', '21']);
});

it('chains the return from the first day of a shorter range', () => {
  const shown = performanceOf(performance, '1M');
  expect(shown).toHaveLength(2);
  expect(
    shown.map((point) => (point.returnPercent === null ? null : toFixed(point.returnPercent, 6))),
  ).toEqual(['0.000000', '10.000000']);
});

it('keeps a missing day unknown', () => {
  const holed = {
    ...performance,
    points: performance.points.map((point) => ({ ...point, cumulativeReturn: null })),
  };
  expect(performanceOf(holed, '1M').every((point) => point.returnPercent === null)).toBe(true);
  expect(performanceOf({ ...performance, points: [] }, '1M')).toEqual([]);
});
