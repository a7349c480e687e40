import { queryOptions } from '@tanstack/react-query';
import { call } from './client';

export const consoleQueries = {
  catalogue: (accountId: string | null) =>
    queryOptions({
      queryKey: ['console', 'catalogue', accountId] as const,
      queryFn: () => call('console.catalogue', { accountId }),
      staleTime: Infinity,
    }),
};
