// Seam: ages and stamps read the same everywhere on the desk.
import { afterEach, expect, it } from 'vitest';
import { setTextStyle, textStyle } from './style';
import { ageText, clockText, stampText, tradingDayText } from './time-text';

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

it('tells the time in the chosen zone and says which, over a change of the clocks', () => {
  setTextStyle({ ...plain, timeZone: 'UTC' });
  const now = Date.UTC(2026, 2, 8, 15);
  expect(clockText(now)).toBe('15:00:00');
  expect(stampText(now, now)).toBe('15:00:00 UTC');
  setTextStyle({ ...plain, atExchange: true });
  // New York changed its clocks in the night of 8 March 2026.
  expect(clockText(Date.UTC(2026, 2, 7, 15), 'America/New_York')).toBe('10:00:00');
  expect(clockText(Date.UTC(2026, 2, 9, 15), 'America/New_York')).toBe('11:00:00');
  setTextStyle({ ...plain, timeZone: 'UTC', hour12: true });
  expect(clockText(now).toLowerCase()).toMatch(/^0?3:00:00 pm$/);
});
