import type { AppError } from '../../shared/app-error';
import { failureOf } from './client';

/**
 * A query as `DataView` shows it: the last answer stays through a failure and through a lost session, and is
 * called stale then.
 */
export const viewOf = <T>(
  query: { readonly data: T | undefined; readonly error: Error | null; readonly refetch: () => unknown },
  ready: boolean,
  down: boolean,
): {
  readonly data: T | undefined;
  readonly failure: AppError | null;
  readonly onRetry: () => void;
  readonly stale: boolean;
  readonly down: boolean;
} => ({
  data: query.data,
  failure: failureOf(query.error),
  onRetry: () => void query.refetch(),
  stale: query.error !== null || !ready,
  down,
});
