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
import { CashTable } from './cash-table';

/** Cash by currency. */
export function BalancesPanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  // The key throws every trace of one account away before another is shown.
  if (accountId !== null) return <AccountBalances key={accountId} accountId={accountId} />;
  return (
    <Panel name="Balances">
      <NoAccount rows={6} />
    </Panel>
  );
}

function AccountBalances({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const down = useDown();
  const ledger = useQuery({ ...portfolioQueries.ledger(accountId), enabled: ready });
  return (
    <Panel
      name="Balances"
      state={<Age asOfMs={ledger.data?.asOfMs ?? null} stale={ledger.isError || !ready} />}
    >
      <DataView {...viewOf(ledger, ready, down)} label="Loading the cash">
        {(rows) => <CashTable ledger={rows} />}
      </DataView>
    </Panel>
  );
}
