import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Connection } from '../../shared/domain/connection';
import { call } from './client';

export const connectionQueries = {
  current: () =>
    queryOptions({
      queryKey: ['connection', 'current'] as const,
      queryFn: () => call('connection.current', {}),
      staleTime: Infinity,
    }),
  /** Read anew each time it is looked at. */
  certificate: () =>
    queryOptions({
      queryKey: ['connection', 'certificate'] as const,
      queryFn: () => call('connection.certificate', {}),
      staleTime: 0,
      gcTime: 0,
      retry: false,
    }),
};

/** A change of profiles or trust; what main answers is what is shown. */
export function useConnectionChange<Input>(change: (input: Input) => Promise<Connection>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (connection) => client.setQueryData(connectionQueries.current().queryKey, connection),
  });
}
