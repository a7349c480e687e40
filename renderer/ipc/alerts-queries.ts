import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../shared/domain/ids';
import { call } from './client';

export const alertsQueries = {
  all: () => ['alerts'] as const,
  list: (accountId: AccountId) =>
    queryOptions({
      queryKey: [...alertsQueries.all(), accountId],
      queryFn: () => call('alerts.list', { accountId }),
      staleTime: 30_000,
      // TWS changes them too, and a level that is reached marks them. Each alert costs one request.
      refetchInterval: 2 * 60_000,
    }),
};

/** A change at IBKR, made once; whatever came of it, the list is read again. */
export function useAlertChange<Input>(change: (input: Input) => Promise<{ readonly alertId: string }>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    retry: false,
    onSettled: () => client.invalidateQueries({ queryKey: alertsQueries.all() }),
  });
}
