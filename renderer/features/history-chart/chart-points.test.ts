// Seam: what is drawn by time stands at its time on every bar size, between bars and beyond them.
import type { UTCTimestamp } from 'lightweight-charts';
import { expect, it } from 'vitest';
import { zoneOf } from '../../format/zoned-time';
import { indexOfTime, timeOfIndex } from './chart-points';
import { breaksOf } from './overlay-layer';

const at = (...seconds: number[]) => seconds.map((time) => ({ time: time as UTCTimestamp }));
const minute = 60_000;

it.each([
  [60_000, 0],
  [90_000, 0.5],
  [120_000, 1],
  [0, -1],
  [360_000, 5],
])('%d ms is index %d, and back', (timeMs, index) => {
  const points = at(60, 120, 180);
  expect(indexOfTime(points, timeMs, minute)).toBe(index);
  expect(timeOfIndex(points, index, minute)).toBe(timeMs);
});

it('marks days and what is missing inside one', () => {
  const day = 86_400;
  const points = at(day + 60, day + 120, day + 300, 2 * day + 60);
  expect(breaksOf(points, zoneOf('UTC'), minute)).toEqual([[3], [2]]);
});
