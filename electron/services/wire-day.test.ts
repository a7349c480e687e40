// Seam: every way IBKR writes a day becomes that day, in whatever zone this computer stands.
import { expect, it } from 'vitest';
import { dayOf, instantOf } from './wire-day';

it.each([
  ['20260302', '2026-03-02'],
  [20260302, '2026-03-02'],
  ['2026-03-02', '2026-03-02'],
  ['2026-04-02 20:32:11', '2026-04-02'],
  ['Tue Mar 31 00:00:00 EDT 2026', '2026-03-31'],
  ['Wed Nov 05 00:00:00 EST 2025', '2025-11-05'],
  ['Mon Jan 1 00:00:00 JST 2024', '2024-01-01'],
  ['202602', '2026-02-28'],
  ['202612', '2026-12-31'],
  [1702270800000, '2023-12-11'],
  [1702270800, '2023-12-11'],
  ['1702270800.0', '2023-12-11'],
  // Midnight in Tokyo, and a moment late in the New York evening.
  [Date.UTC(2024, 2, 4, 15), '2024-03-05'],
  [Date.UTC(2024, 2, 4, 21, 30, 5), '2024-03-04'],
])('%s is %s', (wire, day) => {
  expect(new Date(dayOf(wire) ?? 0).toISOString()).toBe(`${day}T00:00:00.000Z`);
});

it.each([null, undefined, '', 'soon', '20261399', '20260231', 0, -1, {}])('%s is no day', (wire) => {
  expect(dayOf(wire)).toBeNull();
});

it('tells seconds from milliseconds', () => {
  expect(instantOf(1775161930)).toBe(1775161930000);
  expect(instantOf('1775161929000')).toBe(1775161929000);
  expect([instantOf(''), instantOf(null), instantOf(0), instantOf('x')]).toEqual([null, null, null, null]);
});
