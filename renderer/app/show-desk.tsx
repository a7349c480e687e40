import { createRoot } from 'react-dom/client';
import type { LastKnown } from '../../shared/ipc/last-known-contract';
import { App } from './app';
import { showLastKnown } from './last-known';
import { Providers } from './providers';
import { queryClient } from './query-client';

/** Draws the desk, with what was known when it was last closed. */
export function showDesk(lastKnown: LastKnown | null): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  if (lastKnown !== null) showLastKnown(queryClient, lastKnown);
  createRoot(root).render(
    <Providers>
      <App />
    </Providers>,
  );
}
