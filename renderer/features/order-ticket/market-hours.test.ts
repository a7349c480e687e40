// Seam: whoever orders while the market is closed is told so, and when it opens: weekends, half days and hours that
// are only outside the regular ones.
import { afterEach, assert, expect, it } from 'vitest';
import type { TradingSchedule } from '../../../shared/domain/contract-page';
import { setTextStyle, textStyle } from '../../format/style';
import { closedWords, marketHours } from './market-hours';

const at = (text: string): number => Date.parse(`${text}-05:00`);
const span = (open: string, close: string) => ({ openMs: at(open), closeMs: at(close) });
/** Thanksgiving Friday of 2026, a half day, and the Monday after it. */
const schedule: TradingSchedule = {
  timeZone: 'America/New_York',
  days: [
    {
      date: '20261127',
      regular: [span('2026-11-27T09:30', '2026-11-27T13:00')],
      extended: [span('2026-11-27T04:00', '2026-11-27T17:00')],
    },
    { date: '20261128', regular: [], extended: [] },
    {
      date: '20261130',
      regular: [span('2026-11-30T09:30', '2026-11-30T16:00')],
      extended: [span('2026-11-30T04:00', '2026-11-30T20:00')],
    },
  ],
};
const hours = (now: string, outside = false) => marketHours(schedule, outside, at(now));

it.each([
  ['2026-11-27T12:59', false, { state: 'open' }],
  ['2026-11-27T13:00', false, { state: 'closed', outsideNow: true, opensMs: at('2026-11-30T09:30') }],
  ['2026-11-27T13:00', true, { state: 'open' }],
  ['2026-11-28T11:00', false, { state: 'closed', outsideNow: false, opensMs: at('2026-11-30T09:30') }],
  ['2026-11-28T11:00', true, { state: 'closed', outsideNow: false, opensMs: at('2026-11-30T04:00') }],
  ['2026-11-30T21:00', false, { state: 'closed', outsideNow: false, opensMs: null }],
])('at %s, outside hours %s', (now, outside, expected) => {
  expect(hours(now, outside)).toEqual(expected);
});

it('says nothing where no hours are listed', () => {
  const unlisted = { ...schedule, days: [{ date: '20261128', regular: [], extended: [] }] };
  expect(marketHours(unlisted, false, at('2026-11-28T11:00'))).toEqual({ state: 'unknown' });
});

it('names the opening in the exchange’s time, and the way to trade before it', () => {
  const weekend = hours('2026-11-28T11:00');
  assert(weekend.state === 'closed');
  expect(closedWords(weekend, schedule.timeZone, true)).toMatch(
    /^The market is closed\. IBKR holds the order until Mon 30 Nov 09:30 EST/,
  );
  const evening = hours('2026-11-27T14:00');
  assert(evening.state === 'closed');
  expect(closedWords(evening, schedule.timeZone, true)).toContain('Tick “Outside regular hours”');
  expect(closedWords(evening, schedule.timeZone, false)).not.toContain('Tick');
});

const plain = textStyle();
afterEach(() => setTextStyle(plain));

it('tells the opening in the zone the user reads times in, once where both are one', () => {
  const weekend = hours('2026-11-28T11:00');
  assert(weekend.state === 'closed');
  setTextStyle({ ...plain, timeZone: 'UTC' });
  expect(closedWords(weekend, schedule.timeZone, false)).toContain('09:30 EST (Mon 30 Nov 14:30 for you)');
  setTextStyle({ ...plain, atExchange: true });
  expect(closedWords(weekend, schedule.timeZone, false)).not.toContain('for you');
});
