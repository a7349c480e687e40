import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AccountId } from '../../shared/domain/ids';
import { call } from './client';

const minutes = 60_000;

export const accountsQueries = {
  all: () => ['accounts'] as const,
  list: () =>
    queryOptions({
      queryKey: [...accountsQueries.all(), 'list'],
      queryFn: () => call('accounts.list', {}),
      staleTime: 5 * minutes,
    }),
  /** A large structure, page by page: the next one is asked for when it is wanted. */
  pages: () =>
    infiniteQueryOptions({
      queryKey: [...accountsQueries.all(), 'pages'],
      queryFn: ({ pageParam }) => call('accounts.page', { page: pageParam }),
      initialPageParam: 0,
      getNextPageParam: ({ page, isLast }) => (isLast ? undefined : page + 1),
      staleTime: 5 * minutes,
    }),
  owners: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...accountsQueries.all(), 'owners', accountId],
      queryFn: () => call('accounts.owners', { accountId }),
      staleTime: 60 * minutes,
      // Personal data is not kept longer than it is looked at.
      gcTime: 0,
    }),
  models: () =>
    queryOptions({
      queryKey: [...accountsQueries.all(), 'models'],
      queryFn: () => call('accounts.models', {}),
      staleTime: 5 * minutes,
    }),
};
