import { queryOptions } from '@tanstack/react-query';
import { call } from './client';

/** Who an advisor's orders can go to; empty for other logins. Groups change rarely, and never by themselves. */
export const allocationQueries = {
  targets: () =>
    queryOptions({
      queryKey: ['accounts', 'allocation-targets'],
      queryFn: () => call('accounts.allocationTargets', {}),
      staleTime: 10 * 60_000,
      retry: false,
    }),
};
