// Seam: an axis is marked at round figures within what is drawn, zero among them where it matters.
import { expect, it } from 'vitest';
import { niceTicks } from './nice-ticks';

it.each([
  [[-0.4, 10.4], true, [0, 5, 10]],
  [[-3.25, 0], true, [-3, -2, -1, 0]],
  [[0.1, 0.3], true, [0, 0.1, 0.2, 0.3]],
  [[512_000, 552_000], false, [520_000, 530_000, 540_000, 550_000]],
  [[5], false, [4, 6]],
])('%j', (values, withZero, ticks) => expect(niceTicks(values, 4, withZero).ticks).toEqual(ticks));

it('nothing to draw has no marks', () => expect(niceTicks([], 4, false).ticks).toEqual([]));
