import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AccountId } from '../../shared/domain/ids';
import type { Intent } from '../../shared/domain/intent';
import type { OrderBook } from '../../shared/domain/order';
import { watch } from '../ipc/client';
import { portfolioQueries } from '../ipc/portfolio-queries';

const bookKey = (accountId: AccountId | null) => ['orders', accountId, 'book'] as const;

/** Fills come in bursts: the holdings are read again once for all of a moment. */
const gatherMs = 400;

/** Pushes the account's orders into the query cache as they happen; a new fill makes the holdings stale. */
export function useOrderStream(accountId: AccountId | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (accountId === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = watch('orders.watch', { accountId }, (book) => {
      const before = client.getQueryData<OrderBook>(bookKey(accountId));
      client.setQueryData(bookKey(accountId), book);
      if (before === undefined || before.executions.length === book.executions.length) return;
      timer ??= setTimeout(() => {
        timer = null;
        void client.invalidateQueries({ queryKey: portfolioQueries.all(accountId) });
      }, gatherMs);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [accountId, client]);
}

/** The account's orders; `undefined` until the first event. */
export const useOrderBook = (accountId: AccountId | null): OrderBook | undefined =>
  useQuery<OrderBook>({
    queryKey: bookKey(accountId),
    queryFn: skipToken,
    gcTime: Infinity,
  }).data;

/** Main's answer to a press may arrive before the stream's next event: whichever is newer is shown. */
export function showIntent(client: QueryClient, intent: Intent): void {
  client.setQueryData<OrderBook>(bookKey(intent.accountId), (book) => withIntent(book, intent));
}

export function withIntent(book: OrderBook | undefined, intent: Intent): OrderBook {
  if (book === undefined) {
    return {
      accountId: intent.accountId,
      known: false,
      orders: [],
      executions: [],
      intents: [intent],
      alarms: [],
      positionCheck: { state: 'unknown', checkedMs: null },
      asOfMs: null,
    };
  }
  const known = book.intents.find(({ intentId }) => intentId === intent.intentId);
  if (known === undefined) return { ...book, intents: [...book.intents, intent] };
  if (known.changedAtMs > intent.changedAtMs) return book;
  return { ...book, intents: book.intents.map((other) => (other === known ? intent : other)) };
}
