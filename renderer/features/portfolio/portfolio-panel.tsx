import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
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
import { TabList, TabPanel } from '../../ui/tabs';
import { AllocationView, prepareAllocation } from './allocation-view';
import { CashTable } from './cash-table';
import { PerformanceView } from './performance-view';
import { PortfolioTiles } from './portfolio-tiles';
import { isOpen } from './position-figures';
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

type PortfolioTab = 'positions' | 'allocation' | 'performance' | 'cash';

function AccountPortfolio({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const down = useDown();
  const tabs = useId();
  const [tab, setTab] = useState<PortfolioTab>('positions');
  useEffect(prepareAllocation, []);
  usePnlStream(accountId);
  const pnl = usePnl(accountId);
  const summary = useQuery({ ...portfolioQueries.summary(accountId), enabled: ready });
  const positions = useQuery({ ...portfolioQueries.positions(accountId), enabled: ready });
  // What is not looked at is not asked for.
  const ledger = useQuery({ ...portfolioQueries.ledger(accountId), enabled: ready && tab === 'cash' });
  const allocation = useQuery({
    ...portfolioQueries.allocation(accountId),
    enabled: ready && tab === 'allocation',
  });
  const performance = useQuery({
    ...portfolioQueries.performance(accountId),
    enabled: ready && tab === 'performance',
  });
  const shown = { positions, allocation, performance, cash: ledger }[tab];

  return (
    <Panel
      name="Portfolio"
      title={
        <TabList
          group={tabs}
          label="Portfolio views"
          active={tab}
          onActive={setTab}
          tabs={[
            {
              id: 'positions',
              name: 'Positions',
              count: positions.data?.positions.filter(isOpen).length ?? null,
            },
            { id: 'allocation', name: 'Allocation' },
            { id: 'performance', name: 'Performance' },
            { id: 'cash', name: 'Cash' },
          ]}
        />
      }
      state={
        <>
          {tab === 'positions' && positions.data?.complete === false && (
            <span className="age-stale">IBKR is still filling in the positions</span>
          )}
          <Age asOfMs={shown.data?.asOfMs ?? null} stale={shown.isError || !ready} />
        </>
      }
    >
      <div className="portfolio-tiles">
        <DataView {...viewOf(summary, ready, down)} compact rows={2} label="Loading the account's figures">
          {(figures) => <PortfolioTiles summary={figures} pnl={pnl} />}
        </DataView>
      </div>
      <TabPanel group={tabs} active={tab}>
        {tab === 'positions' && (
          <DataView {...viewOf(positions, ready, down)} label="Loading the positions">
            {(list) => (
              <PositionsTable
                list={list}
                netLiquidation={pnl?.netLiquidation ?? summary.data?.netLiquidation ?? null}
              />
            )}
          </DataView>
        )}
        {tab === 'allocation' && (
          <DataView {...viewOf(allocation, ready, down)} label="Loading the allocation">
            {(slices) => <AllocationView allocation={slices} currency={summary.data?.baseCurrency ?? null} />}
          </DataView>
        )}
        {tab === 'performance' && (
          <DataView {...viewOf(performance, ready, down)} label="Loading the performance">
            {(days) => <PerformanceView performance={days} />}
          </DataView>
        )}
        {tab === 'cash' && (
          <DataView {...viewOf(ledger, ready, down)} label="Loading the cash">
            {(rows) => <CashTable ledger={rows} />}
          </DataView>
        )}
      </TabPanel>
    </Panel>
  );
}
