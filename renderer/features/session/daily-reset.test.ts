// Seam: the announcement of IBKR's nightly reset, in three places, winter and summer.
import { expect, it } from 'vitest';
import { dailyResets, untilText } from './daily-reset';

const inMinutes = (iso: string) =>
  Object.fromEntries(dailyResets(Date.parse(iso)).map(({ place, inMs }) => [place, inMs / 60_000]));

it('counts to midnight where the login may live', () => {
  expect(inMinutes('2026-11-22T21:00:00Z')).toEqual({ Zug: 120, 'New York': 480, 'Hong Kong': 1140 });
  expect(inMinutes('2026-07-01T21:00:00Z')).toEqual({ Zug: 60, 'New York': 420, 'Hong Kong': 1140 });
});

it('names the nearest first, in hours and minutes', () => {
  expect(dailyResets(Date.parse('2026-11-22T21:00:00Z'))[0]?.place).toBe('Zug');
  expect([untilText(20_000), untilText(59 * 60_000), untilText(192 * 60_000)]).toEqual([
    'in 1 min',
    'in 59 min',
    'in 3 h 12 min',
  ]);
});
