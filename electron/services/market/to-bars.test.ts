// Seam: what the chart draws is what the gateway sent, once per bar and never made up.
import { expect, it } from 'vitest';
import { toBars } from './to-bars';

it('orders bars, drops repeats and scales volume', () => {
  const bars = toBars({
    volumeFactor: 100,
    data: [
      { o: 2, h: 3, l: 1, c: 2.5, v: 1.5, t: 2000 },
      { o: 1, h: 2, l: 0.5, c: 1.5, v: 7, t: 1000 },
      { o: 2, h: 3, l: 1, c: 2.6, v: 2, t: 2000 },
    ],
  });
  expect(bars.map(({ timeMs, close, volume }) => [timeMs, close, volume])).toEqual([
    [1000, '1.5', '700'],
    [2000, '2.6', '200'],
  ]);
});

it('leaves a gap where a price is missing', () => {
  expect(toBars({ data: [{ o: 1, h: 1, l: 1, t: 1000 }] })).toEqual([]);
});
