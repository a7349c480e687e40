import type { ReactNode } from 'react';
import type { AppError } from '../../shared/app-error';
import { ErrorState } from './error-state';
import { EmptyState } from './empty-state';
import { Skeleton } from './skeleton';

/**
 * The states of something asked for: waiting, waiting for a connection, failed with nothing to show, or shown. A failure after the first
 * answer keeps the answer, drawn as stale; its panel says how old it is.
 */
export function DataView<T>({
  data,
  failure,
  onRetry,
  stale,
  down,
  rows = 5,
  compact = false,
  label,
  children,
}: {
  readonly data: T | undefined;
  readonly failure: AppError | null;
  readonly onRetry: () => void;
  readonly stale: boolean;
  /** Nothing is on its way: a skeleton would promise what is not coming. */
  readonly down: boolean;
  readonly rows?: number;
  /** A strip has no room for a whole explanation. */
  readonly compact?: boolean;
  readonly label: string;
  readonly children: (data: T) => ReactNode;
}) {
  if (data !== undefined) return <div className={stale ? 'view stale' : 'view'}>{children(data)}</div>;
  if (failure !== null) return <ErrorState failure={failure} onRetry={onRetry} compact={compact} />;
  if (down) return <EmptyState title="Not read yet.">Comes with the connection to IBKR.</EmptyState>;
  return <Skeleton rows={rows} label={label} />;
}
