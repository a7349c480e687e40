import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IntentId } from '../../shared/domain/ids';
import type { Intent } from '../../shared/domain/intent';
import { call } from '../ipc/client';
import { showIntent } from './order-feed';

/** For an unknown outcome: look again, or the human's own verdict. Neither places anything. */
export function useUnknownActions(intentId: IntentId) {
  const client = useQueryClient();
  const options = { retry: false, onSuccess: (intent: Intent) => showIntent(client, intent) } as const;
  return {
    check: useMutation({ ...options, mutationFn: () => call('orders.checkNow', { intentId }) }),
    resolve: useMutation({
      ...options,
      mutationFn: (exists: boolean) => call('orders.resolve', { intentId, exists }),
    }),
  };
}
