import { useQuery } from '@tanstack/react-query';
import type { AccountId } from '../../../shared/domain/ids';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { viewOf } from '../../ipc/query-view';
import { NoAccount } from '../../live/no-account';
import { useDown, useReady } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { Age } from '../../ui/age';
import { DataView } from '../../ui/data-view';
import { Panel } from '../../ui/panel';
import { PerformanceView } from './performance-view';

/** What the account has earned. */
export function PerformancePanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  if (accountId !== null) return <AccountPerformance key={accountId} accountId={accountId} />;
  return (
    <Panel name="Performance">
      <NoAccount rows={6} />
    </Panel>
  );
}

function AccountPerformance({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const down = useDown();
  const performance = useQuery({ ...portfolioQueries.performance(accountId), enabled: ready });
  return (
    <Panel
      name="Performance"
      state={<Age asOfMs={performance.data?.asOfMs ?? null} stale={performance.isError || !ready} />}
    >
      <DataView {...viewOf(performance, ready, down)} label="Loading the performance">
        {(days) => <PerformanceView performance={days} />}
      </DataView>
    </Panel>
  );
}
