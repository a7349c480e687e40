import { queryOptions } from '@tanstack/react-query';
import type { Conid } from '../../shared/domain/ids';
import type { SearchKind } from '../../shared/domain/instrument';
import { call } from './client';

export const contractsQueries = {
  all: () => ['contracts'] as const,
  instrument: (conid: Conid) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'instrument', conid],
      queryFn: () => call('contracts.instrument', { conid }),
      staleTime: 60 * 60_000,
    }),
  search: (text: string, kind: SearchKind = 'all', byName = false) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'search', text, kind, byName],
      queryFn: () => call('contracts.search', { text, kind, byName }),
      staleTime: 5 * 60_000,
    }),
};
