// Seam: BEHAVIOUR §12 — bars with names and dates; one odd bar fails its own series only.
import { expect, it } from 'vitest';
import { historyWire, isLive, namedBars } from './history';

const bar = { o: 1, h: 2, l: 0, c: 1, v: 5, t: 1698796800000 };
const named = { open: 1, high: 2, low: 0, close: 1, volume: 5, date: '2023-11-01T00:00:00.000Z' };

it.each([
  ['bars', [bar], [named]],
  ['none', [], []],
  ['order and doubles as received', [bar, { ...bar, o: 3 }, bar], [named, { ...named, open: 3 }, named]],
  ['text prices', [{ ...bar, c: '1.5' }], [{ ...named, close: '1.5' }]],
])('%s', (_, data, value) => expect(namedBars(historyWire.parse({ data }))).toEqual({ ok: true, value }));

it.each(['o', 'h', 'l', 'c', 'v', 't'])('a bar without %s is no bar', (key) => {
  const rest = { ...bar, [key]: undefined };
  expect(namedBars(historyWire.parse({ data: [rest] }))).toMatchObject({ error: { code: 'bad-answer' } });
});

it.each([
  ['S', true],
  ['RpB', true],
  ['DPB', false],
  ['D', false],
  ['p', false],
  ['', false],
  [undefined, true],
  [7, true],
])('%s is live: %s', (availability, live) => expect(isLive(availability)).toBe(live));
