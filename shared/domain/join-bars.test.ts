// Seam: pages join without a bar lost or doubled, and two scales of one history are never joined.
import { expect, it } from 'vitest';
import type { Bar } from './bar';
import { decimal } from './decimal';
import { joinBars, judgeReread } from './join-bars';

const bar = (timeMs: number, price: number): Bar => ({
  timeMs,
  open: decimal(price.toFixed(2)),
  high: decimal((price * 1.02).toFixed(2)),
  low: decimal((price * 0.98).toFixed(2)),
  close: decimal((price * 1.01).toFixed(2)),
  volume: decimal('100'),
});
const run = (from: number, to: number, price = 100): Bar[] =>
  Array.from({ length: to - from }, (_, index) => bar(from + index, price + from + index));

it.each([
  ['a page before', run(0, 5), run(5, 9), 9],
  ['a repeated boundary', run(0, 6), run(5, 9), 9],
  ['a page inside', run(0, 9), run(3, 5), 9],
  ['nothing new', run(0, 3), [], 3],
  ['nothing kept', [], run(0, 3), 3],
])('%s', (_, known, fresh, count) => {
  expect(joinBars(known, fresh).map(({ timeMs }) => timeMs)).toEqual(
    Array.from({ length: count }, (__, index) => index),
  );
});

it('where both have a bar the fresh one stands', () => {
  expect(joinBars([bar(1, 10)], [bar(1, 11)])).toEqual([bar(1, 11)]);
});

it.each([
  ['the same', run(0, 4), run(0, 4), 'same'],
  ['one corrected bar', run(0, 4), [...run(0, 3), bar(3, 103.4)], 'same'],
  ['a split of four', run(0, 4), run(0, 4).map(({ timeMs }) => bar(timeMs, (100 + timeMs) / 4)), 'adjusted'],
  [
    'a dividend of one percent',
    run(0, 4),
    run(0, 4).map(({ timeMs }) => bar(timeMs, (100 + timeMs) * 0.99)),
    'adjusted',
  ],
  ['another market altogether', run(0, 4), [bar(0, 7), bar(1, 19), bar(2, 8), bar(3, 40)], 'changed'],
  ['no bar in common', run(0, 4), run(7, 9), 'same'],
])('%s', (_, kept, fresh, verdict) => expect(judgeReread(kept, fresh)).toBe(verdict));
