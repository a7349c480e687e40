import { QueryClient } from '@tanstack/react-query';
import type { AppErrorCode } from '../../shared/app-error';
import { CallFailure } from '../ipc/client';

// Failures that pass by themselves; the rest wait for a person.
const passing: ReadonlySet<AppErrorCode> = new Set(['pacing', 'timeout', 'unavailable', 'not-known-yet']);

/** Reads are repeated a little; writes never. The network is main's business, not the browser's. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5000,
      gcTime: 60 * 60_000,
      retry: (failures, cause) =>
        failures < 3 && cause instanceof CallFailure && passing.has(cause.error.code),
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
