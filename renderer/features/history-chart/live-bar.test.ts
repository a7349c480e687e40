// Seam: the stream may move the last candle, and never with a price that is not a live trade.
import { expect, it } from 'vitest';
import type { Bar } from '../../../shared/domain/bar';
import { decimal } from '../../../shared/domain/decimal';
import type { Quote } from '../../../shared/domain/quote';
import { carriedOver, liveBar } from './live-bar';

const minute = 60_000;
const grid = { barMs: minute, perSession: false, outsideRth: false, sessions: [] };
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
  expect(liveBar(bar, quote({}), grid)).toEqual({ ...bar, high: '13', close: '13' });
});

it('opens the next bar on its own grid', () => {
  const next = liveBar(bar, quote({ asOfMs: 12 * minute + 1 }), grid);
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
  expect(liveBar(bar, quote(over), grid)).toBeNull();
});

const session = { openMs: 20 * minute, closeMs: 30 * minute };

it('opens a session’s first bar with the session, however long the night was', () => {
  const next = liveBar(bar, quote({ asOfMs: 21.5 * minute }), { ...grid, sessions: [session] });
  expect(next?.timeMs).toBe(21 * minute);
});

it('leaves bars of regular hours alone outside them', () => {
  expect(liveBar(bar, quote({}), { ...grid, sessions: [session] })).toBeNull();
  expect(liveBar(bar, quote({}), { ...grid, sessions: [session], outsideRth: true })).not.toBeNull();
});

it('a daily bar is the session’s, also across a change of clocks, with the volume of the day', () => {
  const daily = { barMs: 1440 * minute, perSession: true, outsideRth: false, sessions: [session] };
  expect(
    liveBar({ ...bar, timeMs: 20 * minute }, quote({ asOfMs: 29 * minute, volume: decimal('900') }), daily),
  ).toMatchObject({ timeMs: 20 * minute, volume: '900' });
  // The last bar began less than 24 hours before this session did.
  expect(liveBar(bar, quote({ asOfMs: 21 * minute }), daily)?.timeMs).toBe(20 * minute);
});

it('opens no day that the venue has not named: a Saturday gets no bar', () => {
  const daily = { barMs: 1440 * minute, perSession: true, outsideRth: true, sessions: [] };
  expect(liveBar(bar, quote({ asOfMs: 10 * minute + 1500 * minute }), daily)).toBeNull();
  expect(liveBar(bar, quote({ asOfMs: 10 * minute + 1400 * minute }), daily)?.timeMs).toBe(bar.timeMs);
});

it('keeps the extremes of the stream over a reread', () => {
  const held = { ...bar, high: decimal('15'), low: decimal('8') };
  expect(carriedOver(held, bar)).toMatchObject({ high: '15', low: '8', close: '11' });
  expect(carriedOver(held, { ...bar, timeMs: 11 * minute })).toMatchObject({ high: '12' });
});
