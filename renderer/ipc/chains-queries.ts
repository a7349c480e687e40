import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ChainPart } from '../../shared/domain/chain';
import type { Conid } from '../../shared/domain/ids';
import { call } from './client';

const hour = 60 * 60_000;

export const chainsQueries = {
  all: () => ['chains'] as const,
  /** From an option to its underlying the chain stays on the screen while it is traced. */
  underlying: (conid: Conid) =>
    queryOptions({
      queryKey: [...chainsQueries.all(), 'underlying', conid],
      queryFn: () => call('chains.underlying', { conid }),
      staleTime: hour,
      placeholderData: keepPreviousData,
    }),
  strikes: (part: ChainPart) =>
    queryOptions({
      queryKey: [...chainsQueries.all(), 'strikes', part],
      queryFn: () => call('chains.strikes', { ...part, renew: false }),
      staleTime: hour,
    }),
  futures: (underlying: Conid, symbol: string) =>
    queryOptions({
      queryKey: [...chainsQueries.all(), 'futures', underlying, symbol],
      queryFn: () => call('chains.futures', { underlying, symbol }),
      staleTime: hour,
    }),
};
