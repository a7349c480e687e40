// Seam: toasts and the log tell no amount while amounts are hidden, and stay useful.
import { expect, it } from 'vitest';
import type { ActivityEntry } from '../../../shared/domain/activity';
import { entryWords } from './entry-words';

const entry: ActivityEntry = {
  ...{ id: 'fill:1', atMs: 0, kind: 'fill', level: 'good', accountId: null },
  ...{ title: 'Bought 10 AAPL', text: 'commission 1.02' },
};
const hidden = { words: (text: string) => text.replaceAll(/\d[\d.]*/g, '•••') };

it.each(['fill', 'order', 'rejection', 'notice'] as const)('%s', (kind) => {
  expect(entryWords({ ...entry, kind }, hidden)).toEqual(['Bought ••• AAPL', 'commission •••']);
});

it('the times of the session stay', () => {
  const told = { ...entry, kind: 'session' as const, title: 'Login ends in 10 minutes', text: 'At 23:45.' };
  expect(entryWords(told, hidden)).toEqual(['Login ends in 10 minutes', 'At 23:45.']);
});
