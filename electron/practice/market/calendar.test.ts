// Promise to session handling: real hours follow New York through summer time, holidays and half days.
import { expect, it } from 'vitest';
import { createCalendar, dateText } from './calendar';
import { dayKind } from './holidays';

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

it('can be traded at any time in practice hours, on the day the gateway is started and after it', () => {
  const always = createCalendar('us-equity', 'always', Date.UTC(2026, 10, 21));
  for (let hour = 0; hour < 24 * 9; hour++)
    expect(always.state(Date.UTC(2026, 10, 21, hour))).toBe('regular');
});

it('gives practice hours the dates of trading days only: a weekend belongs to Friday, Thanksgiving to Wednesday', () => {
  const startMs = Date.parse('2026-11-28T15:00:00Z');
  const dates = (calendar: ReturnType<typeof createCalendar>) =>
    calendar.sessions(Date.UTC(2026, 10, 20), Date.UTC(2026, 10, 30)).map((session) => session.date);
  const us = createCalendar('us-equity', 'always', startMs);
  expect(dates(us)).toEqual(['20261120', '20261123', '20261124', '20261125', '20261127']);
  expect(us.sessionAt(startMs).date).toBe('20261127');
  expect(us.sessionAt(startMs).closeMs).toBe(Date.UTC(2026, 10, 30));
  // Weekends before it was started were quiet.
  expect(us.state(Date.UTC(2026, 10, 21, 12))).toBe('closed');
  expect(dates(createCalendar('always', 'always', startMs))).toContain('20261128');
});

it.each([
  ['us-equity', '20110117 20110221 20110422 20110530 20110704 20110905 20111124 20111226'],
  ['us-equity', '20220117 20220221 20220415 20220530 20220620 20220704 20220905 20221124 20221226'],
  ['us-equity', '20260101 20260119 20260216 20260403 20260525 20260619 20260703 20260907 20261126 20261225'],
  ['us-equity', '20270101 20270118 20270215 20270326 20270531 20270618 20270705 20270906 20271125 20271224'],
  ['europe-equity', '20260101 20260403 20260406 20260501 20261224 20261225 20261231'],
] as const)('knows the holidays of %s by rule: %s', (name, holidays) => {
  const year = Number(holidays.slice(0, 4));
  const found: string[] = [];
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 86_400_000)
    if (dayKind(name, ms) === 'closed' && ![0, 6].includes(new Date(ms).getUTCDay()))
      found.push(dateText(ms));
  expect(found).toEqual(holidays.split(' '));
});
