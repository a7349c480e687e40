// Seam: an instant is shown in the zone asked for on both sides of a change of clocks; a trading day is never shifted.
import { expect, it } from 'vitest';
import { zoneAbbreviation, zonedClock, zonedDate, zonedDay, zoneOf } from './zoned-time';

const newYork = zoneOf('America/New_York');
const hour = 3_600_000;

it('New York leaves summer time on 1 November 2026 at 06:00 UTC', () => {
  const change = Date.UTC(2026, 10, 1, 6);
  expect([-1, 0].map((hours) => zonedClock(newYork, change + hours * hour))).toEqual(['01:00', '01:00']);
  expect([-1, 0].map((hours) => zoneAbbreviation(newYork, change + hours * hour))).toEqual(['EDT', 'EST']);
  expect(zonedClock(newYork, change + hour)).toBe('02:00');
});

it.each([
  [Date.UTC(2026, 9, 30, 13, 30), 'Fri 30 Oct 2026', '09:30'],
  [Date.UTC(2026, 10, 2, 14, 30), 'Mon 2 Nov 2026', '09:30'],
  [Date.UTC(2026, 2, 9, 13, 30), 'Mon 9 Mar 2026', '09:30'],
])('the session opens at half past nine on either side: %d', (timeMs, date, clock) => {
  expect([zonedDate(newYork, timeMs), zonedClock(newYork, timeMs)]).toEqual([date, clock]);
});

it('a bar of Tokyo’s morning is of that day there', () => {
  const tokyo = zoneOf('Asia/Tokyo');
  const open = Date.UTC(2026, 10, 20, 0);
  expect(zonedDate(tokyo, open)).toBe('Fri 20 Nov 2026');
  expect(zonedDay(tokyo, open) - zonedDay(newYork, open)).toBe(1);
});

it('half-hour zones are exact', () => {
  expect(zonedClock(zoneOf('Asia/Kolkata'), Date.UTC(2026, 0, 1, 0, 0))).toBe('05:30');
});
