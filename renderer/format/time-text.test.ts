// Seam: ages and stamps read the same everywhere on the desk.
import { expect, it } from 'vitest';
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
