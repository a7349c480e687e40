// Seam: an answer to a press and the stream race each other; the newer state of an intent is what is shown.
import { expect, it } from 'vitest';
import type { Intent } from '../../shared/domain/intent';
import type { OrderBook } from '../../shared/domain/order';
import { withIntent } from './order-feed';

const intent = (intentId: string, state: string, changedAtMs: number): Intent =>
  ({ intentId, state, changedAtMs, accountId: 'DU1' }) as unknown as Intent;
const book = (...intents: Intent[]): OrderBook =>
  ({ accountId: 'DU1', known: true, orders: [], executions: [], intents, asOfMs: 1 }) as unknown as OrderBook;

it('keeps the newer of two reports', () => {
  const old = intent('a', 'sending', 10);
  expect(withIntent(book(old), intent('a', 'working', 20)).intents).toEqual([intent('a', 'working', 20)]);
  expect(withIntent(book(intent('a', 'filled', 30)), intent('a', 'working', 20)).intents[0]?.state).toBe(
    'filled',
  );
});

it('shows an intent before the first book, without claiming to know the orders', () => {
  const first = withIntent(undefined, intent('a', 'unknown', 10));
  expect([first.known, first.intents.length]).toEqual([false, 1]);
});

it('adds what the book does not have yet', () => {
  expect(withIntent(book(intent('b', 'filled', 1)), intent('a', 'question', 2)).intents).toHaveLength(2);
});
