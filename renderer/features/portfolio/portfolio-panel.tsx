import { useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { AccountId, Conid } from '../../../shared/domain/ids';
import { accountsQueries } from '../../ipc/accounts-queries';
import { tryCall } from '../../ipc/client';
import { NoAccount } from '../../live/no-account';
import { useDayPath } from '../../live/pnl-feed';
import { useDown, useReady } from '../../live/session-feed';
import { usePositionsView } from '../../state/positions-view';
import { useWorkspace } from '../../state/workspace-store';
import { Age } from '../../ui/age';
import { DataView } from '../../ui/data-view';
import { Panel } from '../../ui/panel';
import { TextInput } from '../../ui/text-input';
import { PortfolioTiles } from './portfolio-tiles';
import { PortfolioTools } from './portfolio-tools';
import { passes } from './position-names';
import { isOpen } from './position-row';
import { PositionsView } from './positions-view';
import { type Scope, ScopeChoice, scopeOf } from './scope-choice';
import { useHoldings } from './use-holdings';
import { usePositionRows } from './use-position-rows';
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

const noConids: ReadonlyArray<Conid> = [];

function AccountPortfolio({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const down = useDown();
  const [scope, setScope] = useState<Scope>('account');
  const { data: accounts = [] } = useQuery({ ...accountsQueries.list(), enabled: ready });
  const { accountIds, model } = useMemo(
    () => scopeOf(scope, accountId, accounts),
    [scope, accountId, accounts],
  );
  const holdings = useHoldings(accountIds, model);
  const [seen, setSeen] = useState(noConids);
  const rows = usePositionRows(holdings.lists, seen);
  const path = useDayPath(accountId);
  const [typed, setTyped] = useState('');
  // Typing stays fluid over ten thousand rows: the table follows when it can.
  const words = useDeferredValue(typed.trim());
  const [choosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const view = usePositionsView();
  const { figures, lists } = holdings;
  const complete = !holdings.loading && lists.every((list) => list.complete);
  const accountName = useCallback(
    (id: string) => accounts.find((account) => account.accountId === id)?.title ?? id,
    [accounts],
  );
  const refresh = async (): Promise<void> => {
    setProblem(null);
    for (const id of accountIds) {
      const result = await tryCall('portfolio.refresh', { accountId: id });
      if (!result.ok) setProblem(`${result.error.message} ${result.error.action}`);
    }
    holdings.refetch();
  };

  return (
    <Panel
      name="Portfolio"
      className="portfolio-panel"
      title={
        <>
          <ScopeChoice accountId={accountId} accounts={accounts} scope={scope} onScope={setScope} />
          <div className="quick-filter">
            <TextInput
              label="Filter the positions"
              labelHidden
              placeholder="Filter"
              text={typed}
              onText={setTyped}
            />
          </div>
        </>
      }
      actions={
        <PortfolioTools
          base={figures.baseCurrency}
          rows={() =>
            rows.filter((row) => (view.showClosed || isOpen(row)) && passes(row, words, view.filter))
          }
          about={accountIds.join(', ')}
          onColumns={() => setChoosing(true)}
          onRefresh={() => void refresh()}
          onProblem={setProblem}
        />
      }
      state={
        <>
          {problem !== null && <span className="age-stale">{problem}</span>}
          {lists.some((list) => list.reading && !list.detailed) && <span>reading pages</span>}
          <Age asOfMs={holdings.asOfMs} stale={holdings.stale} />
        </>
      }
    >
      <div className={holdings.stale ? 'stale' : undefined}>
        <PortfolioTiles
          figures={figures}
          ledgerMs={holdings.ledgerMs}
          path={scope === 'account' ? path : []}
          rows={complete ? rows : null}
        />
      </div>
      <DataView
        data={lists.length > 0 ? lists : undefined}
        failure={holdings.failure}
        onRetry={holdings.refetch}
        stale={holdings.stale}
        down={down}
        label="Loading the positions"
      >
        {(heads) => (
          <PositionsView
            rows={rows}
            heads={holdings.loading ? heads.map((head) => ({ ...head, complete: false })) : heads}
            base={figures.baseCurrency}
            netLiquidation={figures.netLiquidation}
            accountName={accountName}
            words={words}
            choosing={choosing}
            onChoosing={setChoosing}
            onSeen={setSeen}
          />
        )}
      </DataView>
    </Panel>
  );
}
