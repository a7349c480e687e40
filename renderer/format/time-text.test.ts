// Seam: ages and stamps read the same everywhere on the desk.
import { afterEach, expect, it } from 'vitest';
import { setTextStyle, textStyle } from './style';
import {
  ageText,
  clockText,
  dateTimeText,
  minuteText,
  momentText,
  stampText,
  tradingDayText,
} from './time-text';

it.each([
  [-5, 'now'],
  [1999, 'now'],
  [12_400, '12 s'],
  [185_000, '3 min'],
  [7_300_000, '2 h'],
  [4 * 86_400_000, '4 d'],
])('%i ms is %s', (age, text) => {
  expect(ageText(age)).toBe(text);
});

it('names the day only when it is not today', () => {
  const now = Date.UTC(2026, 10, 20, 15);
  expect(stampText(now - 1000, now)).toBe(clockText(now - 1000));
  expect(stampText(now - 3 * 86_400_000, now)).toContain('17 Nov');
});

it('keeps a trading day whatever the zone', () => {
  expect(tradingDayText(Date.UTC(2026, 10, 20, 23, 59))).toBe('20 Nov 2026');
});

const plain = textStyle();
afterEach(() => setTextStyle(plain));

// New York changed its clocks in the night of 8 March 2026.
const before = Date.UTC(2026, 2, 7, 15);
const after = Date.UTC(2026, 2, 9, 15);
const newYork = 'US/Eastern';

it('tells every time in UTC where that is chosen, whatever the contract, and says so', () => {
  setTextStyle({ ...plain, timeZone: 'UTC' });
  expect(clockText(before, newYork)).toBe('15:00:00 UTC');
  expect(minuteText(before)).toBe('15:00 UTC');
  expect(stampText(before, before, newYork)).toBe('15:00:00 UTC');
  expect(stampText(before, after, newYork)).toBe('7 Mar 15:00 UTC');
  expect(dateTimeText(before, newYork)).toBe('7 Mar 2026 15:00 UTC');
  expect(momentText(before, newYork)).toBe('7 Mar 2026 15:00:00 UTC');
});

it('tells a contract’s times where it trades where that is chosen, over a change of the clocks', () => {
  setTextStyle({ ...plain, atExchange: true });
  expect(clockText(before, newYork)).toBe('10:00:00 EST');
  expect(clockText(after, newYork)).toBe('11:00:00 EDT');
  expect(stampText(before, after, newYork)).toBe('7 Mar 10:00 EST');
  expect(momentText(after, newYork)).toBe('9 Mar 2026 11:00:00 EDT');
  // The day is the exchange's too: 22:00 of the 6th in New York.
  expect(dateTimeText(Date.UTC(2026, 2, 7, 3), newYork)).toBe('6 Mar 2026 22:00 EST');
});

it('tells a time of no contract, or of a zone not yet known, in the computer’s own', () => {
  const own = stampText(before, after);
  setTextStyle({ ...plain, atExchange: true });
  expect(stampText(before, after)).toBe(own);
  expect(stampText(before, after, 'Mars/Base')).toContain('UTC');
  setTextStyle(plain);
  expect(stampText(before, after, newYork)).toBe(own);
});

it('keeps the clock of twelve hours whole', () => {
  setTextStyle({ ...plain, timeZone: 'UTC', hour12: true });
  expect(clockText(before).toLowerCase()).toMatch(/^0?3:00:00 pm utc$/);
  expect(minuteText(before).toLowerCase()).toMatch(/^0?3:00 pm utc$/);
});
