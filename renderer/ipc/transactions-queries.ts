import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AccountId, Conid } from '../../shared/domain/ids';
import type { LedgerFilter } from '../../shared/domain/ledger-entry';
import { call } from './client';
import { portfolioQueries } from './portfolio-queries';

/** As much as a person scrolls through; an export has everything. */
const shownAtMost = 5_000;

/** Our own books. The keys stand below the account's portfolio: a new fill makes them stale with it. */
export const transactionsQueries = {
  all: (accountId: AccountId) => [...portfolioQueries.all(accountId), 'books'] as const,
  ledger: (accountId: AccountId, filter: LedgerFilter) =>
    queryOptions({
      queryKey: [...transactionsQueries.all(accountId), 'ledger', filter],
      queryFn: () => call('transactions.ledger', { accountId, filter, limit: shownAtMost }),
      // Out of our own file: IBKR is not asked.
      refetchInterval: 15_000,
      placeholderData: keepPreviousData,
    }),
  history: (accountId: AccountId, conid: Conid, days: number, currency: string) =>
    queryOptions({
      queryKey: ['transaction-history', accountId, conid, days, currency],
      queryFn: () => call('transactions.history', { accountId, conid, days, currency }),
      staleTime: 60_000,
    }),
  checks: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...transactionsQueries.all(accountId), 'checks'],
      queryFn: () => call('transactions.checks', { accountId }),
      refetchInterval: 30_000,
    }),
};
