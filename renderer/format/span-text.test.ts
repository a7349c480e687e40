// Seam: trading hours in the exchange's own time, over nights and the change of the clocks.
import { expect, it } from 'vitest';
import { spanText } from './span-text';

const span = (open: string, close: string) => ({ openMs: Date.parse(open), closeMs: Date.parse(close) });

it('writes a session in the zone of the exchange', () => {
  const regular = span('2026-11-20T14:30:00Z', '2026-11-20T21:00:00Z');
  expect(spanText(regular, 'US/Eastern')).toBe('09:30–16:00');
  expect(spanText(regular, 'Europe/Berlin')).toBe('15:30–22:00');
});

it('names the days of a session over night', () => {
  expect(spanText(span('2026-11-19T23:00:00Z', '2026-11-20T22:00:00Z'), 'US/Central')).toBe(
    'Thu 17:00–Fri 16:00',
  );
});

it('ends a day at 24:00, not at 00:00', () => {
  expect(spanText(span('2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'), 'UTC')).toBe('00:00–24:00');
});
