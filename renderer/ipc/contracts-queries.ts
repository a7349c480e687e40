import { queryOptions } from '@tanstack/react-query';
import type { Conid } from '../../shared/domain/ids';
import type { SearchKind } from '../../shared/domain/instrument';
import type { Side } from '../../shared/domain/order-draft';
import { call } from './client';

export const contractsQueries = {
  all: () => ['contracts'] as const,
  /** With the rules of one side: types and ticks may differ between buying and selling. */
  instrument: (conid: Conid, side: Side = 'BUY') =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'instrument', conid, side],
      queryFn: () => call('contracts.instrument', { conid, side }),
      staleTime: 60 * 60_000,
    }),
  algos: (conid: Conid) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'algos', conid],
      queryFn: () => call('contracts.algos', { conid }),
      staleTime: 60 * 60_000,
    }),
  search: (text: string, kind: SearchKind = 'all', byName = false) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'search', text, kind, byName],
      queryFn: () => call('contracts.search', { text, kind, byName }),
      staleTime: 5 * 60_000,
    }),
  bondIssuers: (text: string) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'bond-issuers', text],
      queryFn: () => call('contracts.bondIssuers', { text }),
      staleTime: 60 * 60_000,
    }),
  bondFilters: (issuerId: string) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'bond-filters', issuerId],
      queryFn: () => call('contracts.bondFilters', { issuerId }),
      staleTime: 60 * 60_000,
    }),
  bonds: (issuerId: string) =>
    queryOptions({
      queryKey: [...contractsQueries.all(), 'bonds', issuerId],
      queryFn: () => call('contracts.bonds', { issuerId }),
      staleTime: 60 * 60_000,
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
