// Seam: the announcement of IBKR's nightly reset, in three places, winter and summer.
import { expect, it } from 'vitest';
import { dailyResets, sessionEnding, untilText } from './daily-reset';

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

it('announces the reset a quarter of an hour before, and a login that ends all the same', () => {
  const at = (iso: string, loginEndsMs: number | null = null) =>
    sessionEnding({ status: 'ready', loginEndsMs }, Date.parse(iso))?.text ?? null;
  expect(at('2026-11-22T22:44:00Z')).toBe(null);
  expect(at('2026-11-22T22:46:00Z')).toBe('Zug reset in 14 min');
  expect(at('2026-11-23T04:50:00Z')).toBe('New York reset in 10 min');
  expect(at('2026-11-22T12:00:00Z', Date.parse('2026-11-22T12:02:00Z'))).toBe('login ends in 2 min');
  expect(
    sessionEnding({ status: 'not-logged-in', loginEndsMs: null }, Date.parse('2026-11-22T22:50:00Z')),
  ).toBe(null);
});
