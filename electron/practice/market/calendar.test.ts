// Promise to session handling: real hours follow New York through summer time, holidays and half days.
import { expect, it } from 'vitest';
import { createCalendar } from './calendar';

const us = createCalendar('us-equity', 'real');

it.each([
  ['2026-11-23T14:29:00Z', 'pre'],
  ['2026-11-23T14:30:00Z', 'regular'],
  ['2026-11-23T20:59:00Z', 'regular'],
  ['2026-11-23T21:00:00Z', 'after'],
  ['2026-11-24T01:00:00Z', 'overnight'],
  ['2026-11-24T08:49:00Z', 'overnight'],
  ['2026-11-24T08:50:00Z', 'closed'],
  ['2026-11-23T00:59:00Z', 'closed'],
  ['2026-11-23T01:00:00Z', 'overnight'],
  ['2026-11-21T01:00:00Z', 'closed'],
  ['2026-11-26T01:00:00Z', 'closed'],
  ['2026-11-27T01:00:00Z', 'overnight'],
  ['2026-07-15T13:30:00Z', 'regular'],
  ['2026-07-15T13:29:00Z', 'pre'],
  ['2026-11-22T15:00:00Z', 'closed'],
  ['2026-11-26T15:00:00Z', 'closed'],
  ['2026-11-27T17:59:00Z', 'regular'],
  ['2026-11-27T18:00:00Z', 'after'],
])('%s is %s in New York', (time, state) => {
  expect(us.state(Date.parse(time))).toBe(state);
});

it('is always open in practice hours, whatever the venue', () => {
  const always = createCalendar('us-equity', 'always');
  for (let hour = 0; hour < 24 * 7; hour++)
    expect(always.state(Date.UTC(2026, 10, 21, hour))).toBe('regular');
});
