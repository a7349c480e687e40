import { useQuery } from '@tanstack/react-query';
import type { AccountId } from '../../../shared/domain/ids';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { viewOf } from '../../ipc/query-view';
import { usePnl, usePnlStream } from '../../live/pnl-feed';
import { useDown, useReady } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { Age } from '../../ui/age';
import { NoAccount } from '../../live/no-account';
import { DataView } from '../../ui/data-view';
import { Panel } from '../../ui/panel';
import { PortfolioTiles } from './portfolio-tiles';
import { PositionsTable } from './positions-table';
import './portfolio.css';

/** What the account holds, what it is worth and where it stands. */
export function PortfolioPanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  if (accountId === null) {
    return (
      <Panel name="Portfolio">
        <NoAccount rows={6} />
      </Panel>
    );
  }
  // The key throws every trace of one account away before another is shown.
  return <AccountPortfolio key={accountId} accountId={accountId} />;
}

function AccountPortfolio({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const down = useDown();
  usePnlStream(accountId);
  const pnl = usePnl(accountId);
  const summary = useQuery({ ...portfolioQueries.summary(accountId), enabled: ready });
  const positions = useQuery({ ...portfolioQueries.positions(accountId), enabled: ready });

  return (
    <Panel
      name="Portfolio"
      state={
        <>
          {positions.data?.complete === false && (
            <span className="age-stale">IBKR is still filling in the positions</span>
          )}
          <Age asOfMs={positions.data?.asOfMs ?? null} stale={positions.isError || !ready} />
        </>
      }
    >
      <div className="portfolio-tiles">
        <DataView {...viewOf(summary, ready, down)} compact rows={2} label="Loading the account's figures">
          {(figures) => <PortfolioTiles summary={figures} pnl={pnl} />}
        </DataView>
      </div>
      <DataView {...viewOf(positions, ready, down)} label="Loading the positions">
        {(list) => (
          <PositionsTable
            list={list}
            netLiquidation={pnl?.netLiquidation ?? summary.data?.netLiquidation ?? null}
          />
        )}
      </DataView>
    </Panel>
  );
}
