import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderEstimate } from '../../../shared/domain/order-preview';
import { call, failureOf } from '../../ipc/client';

/** Typing pauses for this long before IBKR is asked. Source: ORDER_ENTRY §4. */
const debounceMs = 400;

export interface LiveEstimate {
  /** Of exactly the order in the ticket; `null` while that is still asked about. */
  readonly estimate: OrderEstimate | null;
  readonly failure: AppError | null;
  readonly asking: boolean;
}

/**
 * IBKR's what-if for the order as it is typed. It freezes nothing and its answer is shown only while the draft it
 * was asked for still stands in the ticket, so a figure never belongs to another order.
 */
export function useLiveEstimate(draft: OrderDraft | null, wanted: boolean): LiveEstimate {
  const text = draft === null || !wanted ? null : JSON.stringify(draft);
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), debounceMs);
    return () => clearTimeout(timer);
  }, [text]);
  const current = text !== null && settled === text && draft !== null;
  const query = useQuery<OrderEstimate>({
    queryKey: ['orders', 'estimate', settled],
    queryFn: current ? () => call('orders.estimate', { draft, modifies: null }) : skipToken,
    staleTime: 30_000,
    gcTime: 30_000,
    retry: (count, error) => count < 3 && failureOf(error)?.code === 'not-ready',
    retryDelay: 1_200,
  });
  return {
    estimate: current ? (query.data ?? null) : null,
    failure: current ? failureOf(query.error) : null,
    asking: text !== null && (!current || query.isFetching),
  };
}
