// Seam: the stream may move the last candle, and never with a price that is not a live trade.
import { expect, it } from 'vitest';
import type { Bar } from '../../../shared/domain/bar';
import { decimal } from '../../../shared/domain/decimal';
import type { Quote } from '../../../shared/domain/quote';
import { liveBar } from './live-bar';

const minute = 60_000;
const bar: Bar = {
  timeMs: 10 * minute,
  open: decimal('10'),
  high: decimal('12'),
  low: decimal('9'),
  close: decimal('11'),
  volume: decimal('500'),
};
const quote = (over: Partial<Quote>): Quote =>
  ({
    last: decimal('13'),
    lastMark: null,
    availability: 'live',
    asOfMs: 10 * minute + 5000,
    ...over,
  }) as Quote;

it('stretches the bar it falls into', () => {
  expect(liveBar(bar, quote({}), minute)).toEqual({ ...bar, high: '13', close: '13' });
});

it('opens the next bar on its own grid', () => {
  const next = liveBar(bar, quote({ asOfMs: 12 * minute + 1 }), minute);
  expect(next).toEqual({ timeMs: 12 * minute, open: '13', high: '13', low: '13', close: '13', volume: null });
});

it.each([
  { last: null },
  { lastMark: 'close' as const },
  { lastMark: 'halted' as const },
  { availability: 'delayed' as const },
  { asOfMs: 9 * minute },
  { asOfMs: 60 * minute },
])('leaves the candle alone for %j', (over) => {
  expect(liveBar(bar, quote(over), minute)).toBeNull();
});
