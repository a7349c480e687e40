// Seam: whatever limit is asked for, the stricter of old and new holds at once, each by itself.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { defaultLimits, type TradingLimits } from '../../../shared/domain/trading-limits';
import { looserParts, tighterOf } from './limit-change';

const current: TradingLimits = {
  ...{ ...defaultLimits, valueHard: decimal('5'), quantityHard: decimal('5'), dailyLoss: decimal('5') },
};
const names = Object.keys(current) as Array<keyof TradingLimits>;
const changed = (name: keyof TradingLimits, by: 1 | -1): TradingLimits => {
  const value = current[name];
  // The longer time asks more often, so there more is stricter.
  const step = name === 'duplicateSeconds' ? -by : by;
  const next = Number(value) + step / 2;
  return { ...current, [name]: typeof value === 'number' ? next : decimal(String(next)) };
};

it.each(names)('%s', (name) => {
  const [stricter, looser] = [changed(name, -1), changed(name, 1)];
  expect(tighterOf(current, stricter)).toEqual(stricter);
  expect(looserParts(current, stricter)).toBe(false);
  expect(tighterOf(current, looser)).toEqual(current);
  expect(looserParts(current, looser)).toBe(true);
});
