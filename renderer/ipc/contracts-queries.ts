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
  details: (conid: Conid) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'details', conid],
      queryFn: () => call('contracts.details', { conid }),
      staleTime: 60 * 60_000,
    }),
  schedule: (conid: Conid) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'schedule', conid],
      queryFn: () => call('contracts.schedule', { conid }),
      staleTime: 60 * 60_000,
    }),
  exchangeRate: (source: string, target: string) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'rate', source, target],
      queryFn: () => call('contracts.exchangeRate', { source, target }),
      staleTime: 60_000,
    }),
};
