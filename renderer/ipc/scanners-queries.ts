import { queryOptions } from '@tanstack/react-query';
import type { Scan, ScanSource } from '../../shared/domain/scanner';
import { call } from './client';

export const scannersQueries = {
  parameters: (source: ScanSource) =>
    queryOptions({
      queryKey: ['scanners', 'parameters', source] as const,
      queryFn: () => call('scanners.parameters', { source, renew: false }),
      staleTime: Infinity,
      retry: false,
    }),
  /** A run is an action: it happens when asked for, or on its schedule, never because a window came back. */
  run: (scan: Scan) =>
    queryOptions({
      queryKey: ['scanners', 'run', scan] as const,
      queryFn: () => call('scanners.run', { scan }),
      staleTime: Infinity,
      retry: false,
    }),
};
