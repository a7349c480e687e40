// Seam: a link lost at 01:00 of a region is probably maintenance, in summer and in winter; at other hours it is not said.
import { expect, it } from 'vitest';
import { inMaintenanceHours } from './maintenance';

it.each([
  ['New York, winter', '2026-11-28T06:00:00Z', true],
  ['New York, summer', '2026-07-01T05:10:00Z', true],
  ['Zug, winter', '2026-11-28T00:29:00Z', true],
  ['Zug, summer', '2026-06-30T23:05:00Z', true],
  ['Hong Kong', '2026-11-28T17:00:00Z', true],
  ['a minute before', '2026-11-28T05:59:00Z', false],
  ['half an hour after', '2026-11-28T06:30:00Z', false],
  ['midnight in New York', '2026-11-28T05:00:00Z', false],
  ['noon in Zug', '2026-11-28T11:00:00Z', false],
])('%s', (_, iso, expected) => {
  expect(inMaintenanceHours(Date.parse(iso))).toBe(expected);
});
