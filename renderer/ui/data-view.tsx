import type { ReactNode } from 'react';
import type { AppError } from '../../shared/app-error';
import { ErrorState } from './error-state';
import { Skeleton } from './skeleton';

/**
 * The states of something asked for: waiting, failed with nothing to show, or shown. A failure after the first
 * answer keeps the answer, drawn as stale; its panel says how old it is.
 */
export function DataView<T>({
  data,
  failure,
  onRetry,
  stale,
  rows = 5,
  label,
  children,
}: {
  readonly data: T | undefined;
  readonly failure: AppError | null;
  readonly onRetry: () => void;
  readonly stale: boolean;
  readonly rows?: number;
  readonly label: string;
  readonly children: (data: T) => ReactNode;
}) {
  if (data !== undefined) return <div className={stale ? 'view stale' : 'view'}>{children(data)}</div>;
  if (failure !== null) return <ErrorState failure={failure} onRetry={onRetry} />;
  return <Skeleton rows={rows} label={label} />;
}
