import { queryOptions } from '@tanstack/react-query';
import { call } from './client';

export const accountsQueries = {
  all: () => ['accounts'] as const,
  list: () =>
    queryOptions({
      queryKey: [...accountsQueries.all(), 'list'],
      queryFn: () => call('accounts.list', {}),
      staleTime: 5 * 60_000,
    }),
};
