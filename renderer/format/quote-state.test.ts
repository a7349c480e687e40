// Seam: a price that is not live never passes for one.
import { expect, it } from 'vitest';
import type { Quote } from '../../shared/domain/quote';
import { quoteLook, quoteStateOf, quoteStateWords } from './quote-state';

const quote = (part: Partial<Quote>): Quote =>
  ({ availability: 'live', lastMark: null, feed: 'line', ...part }) as Quote;

it.each([
  [quote({}), true, 'live'],
  [quote({}), false, 'stale'],
  [null, true, 'waiting'],
  [quote({ feed: 'no-line' }), true, 'no-line'],
  [quote({ feed: 'refused', lastMark: 'halted' }), true, 'refused'],
  [quote({ lastMark: 'halted', availability: 'delayed' }), true, 'halted'],
  [quote({ lastMark: 'close', availability: 'frozen' }), true, 'frozen'],
  [quote({ lastMark: 'close' }), true, 'close'],
  [quote({ availability: 'not-subscribed' }), true, 'not-subscribed'],
] as const)('%#', (given, streaming, state) => {
  expect(quoteStateOf(given, streaming)).toBe(state);
});

it('each state but the live one looks different and has its own word', () => {
  const states = Object.keys(quoteStateWords) as Array<keyof typeof quoteStateWords>;
  const badges = states.flatMap((state) => quoteStateWords[state].text ?? []);
  expect(new Set(badges).size).toBe(badges.length);
  const looks = states.flatMap((state) => quoteLook(state) ?? []);
  expect(new Set(looks).size).toBe(states.length - 2);
});
