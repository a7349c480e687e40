import { queryOptions } from '@tanstack/react-query';
import { call } from '../../ipc/client';

export const watchlistsQueries = {
  all: () => ['watchlists'] as const,
  list: () =>
    queryOptions({
      queryKey: [...watchlistsQueries.all(), 'list'],
      queryFn: () => call('watchlists.list', {}),
      staleTime: 60_000,
    }),
  one: (watchlistId: string) =>
    queryOptions({
      queryKey: [...watchlistsQueries.all(), 'one', watchlistId],
      queryFn: () => call('watchlists.get', { watchlistId }),
      staleTime: 60_000,
    }),
};
