import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { viewOf } from '../../ipc/query-view';
import { NoAccount } from '../../live/no-account';
import { useDown, useReady } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { Age } from '../../ui/age';
import { DataView } from '../../ui/data-view';
import { Panel } from '../../ui/panel';
import { AllocationView } from './allocation-view';

/** Where the money stands. */
export function AllocationPanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  if (accountId !== null) return <AccountAllocation key={accountId} accountId={accountId} />;
  return (
    <Panel name="Allocation">
      <NoAccount rows={6} />
    </Panel>
  );
}

function AccountAllocation({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const down = useDown();
  const [asTable, setAsTable] = useState(false);
  const summary = useQuery({ ...portfolioQueries.summary(accountId), enabled: ready });
  const positions = useQuery({ ...portfolioQueries.positions(accountId), enabled: ready });
  const allocation = useQuery({ ...portfolioQueries.allocation(accountId), enabled: ready });
  return (
    <Panel
      name="Allocation"
      actions={
        <button
          type="button"
          className="button button-quiet"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          Table
        </button>
      }
      state={<Age asOfMs={allocation.data?.asOfMs ?? null} stale={allocation.isError || !ready} />}
    >
      <DataView {...viewOf(allocation, ready, down)} label="Loading the allocation">
        {(slices) => (
          <AllocationView
            allocation={slices}
            list={positions.data}
            currency={summary.data?.baseCurrency ?? null}
            asTable={asTable}
          />
        )}
      </DataView>
    </Panel>
  );
}
