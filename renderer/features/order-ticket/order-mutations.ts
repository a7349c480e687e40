import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Intent } from '../../../shared/domain/intent';
import type { OrderPreview } from '../../../shared/domain/order-preview';
import type { InputOf } from '../../../shared/ipc/define';
import type { PorticoContract } from '../../../shared/ipc/contract';
import { call } from '../../ipc/client';
import { showIntent } from '../../live/order-feed';

type Input<K extends keyof PorticoContract> = InputOf<PorticoContract, K>;

/** Asks main to check and freeze a draft. Sends nothing to the market. */
export const usePreview = () =>
  useMutation({
    mutationFn: (input: Input<'orders.preview'>): Promise<OrderPreview> => call('orders.preview', input),
    retry: false,
  });

/** The confirming press. Never retried; main gives a second press the first one's state. */
export function useSubmit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<'orders.submit'>): Promise<Intent> => call('orders.submit', input),
    retry: false,
    onSuccess: (intent) => showIntent(client, intent),
  });
}

/** The answer to IBKR's question. */
export function useAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<'orders.answer'>): Promise<Intent> => call('orders.answer', input),
    retry: false,
    onSuccess: (intent) => showIntent(client, intent),
  });
}
