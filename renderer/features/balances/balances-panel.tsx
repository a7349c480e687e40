import { useQuery } from '@tanstack/react-query';
import type { AccountId } from '../../../shared/domain/ids';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { viewOf } from '../../ipc/query-view';
import { AmountsChoice, useAmountsIn } from '../../live/amounts-choice';
import { NoAccount } from '../../live/no-account';
import { useDown, useReady } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { Age } from '../../ui/age';
import { DataView } from '../../ui/data-view';
import { Panel } from '../../ui/panel';
import { BalancesFigures } from './balances-figures';
import { CashTable } from './cash-table';
import { ClassTable } from './class-table';
import { doubtsAbout } from './ledger-figures';
import { MarginTable } from './margin-table';
import './balances.css';

/** Cash by currency and what margin leaves of it. */
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
  const margin = useQuery({ ...portfolioQueries.margin(accountId), enabled: ready });
  const base = margin.data?.baseCurrency ?? null;
  const inBase = useAmountsIn() === 'base';
  return (
    <Panel
      name="Balances"
      actions={
        <>
          <AmountsChoice base={base} />
          <button
            type="button"
            className="button button-quiet"
            disabled={!ready || ledger.isFetching || margin.isFetching}
            onClick={() => void Promise.all([ledger.refetch(), margin.refetch()])}
          >
            Refresh
          </button>
        </>
      }
      state={<Age asOfMs={ledger.data?.asOfMs ?? null} stale={ledger.isError || !ready} />}
    >
      <DataView {...viewOf(ledger, ready, down)} label="Loading the cash">
        {(rows) => (
          <div className="balances-frame">
            <BalancesFigures ledger={rows} margin={margin.data} />
            <div className="balances">
              <section className="balances-cash">
                {doubtsAbout(rows).map((doubt) => (
                  <p key={doubt} className="balances-doubt" role="note">
                    {doubt}
                  </p>
                ))}
                <CashTable ledger={rows} inBase={inBase} baseCurrency={base} />
                <ClassTable ledger={rows} baseCurrency={base} />
              </section>
              <section className="balances-margin" aria-label="Margin">
                <DataView {...viewOf(margin, ready, down)} label="Loading the margin">
                  {(figures) => <MarginTable margin={figures} />}
                </DataView>
              </section>
            </div>
          </div>
        )}
      </DataView>
    </Panel>
  );
}
