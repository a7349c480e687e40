import { queryOptions } from '@tanstack/react-query';
import type { AccountId } from '../../shared/domain/ids';
import { call } from './client';

/** The key holds every account that was asked for: one and several never share a figure. */
export const performanceQueries = {
  of: (accountIds: ReadonlyArray<AccountId>) =>
    queryOptions({
      queryKey: ['performance', ...accountIds],
      queryFn: () => call('performance.read', { accountIds: [...accountIds] }),
      // Main keeps the answer and asks IBKR once in 15 minutes at most: this only looks at what main has.
      refetchInterval: 60_000,
    }),
};
