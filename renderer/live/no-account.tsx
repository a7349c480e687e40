import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { useDown } from './session-feed';

/** A panel before any account is known: on its way, or not before somebody mends the connection. */
export function NoAccount({ rows }: { readonly rows: number }) {
  return useDown() ? (
    <EmptyState title="No account known yet.">Comes with the connection to IBKR.</EmptyState>
  ) : (
    <Skeleton rows={rows} label="Waiting for the account" />
  );
}
