import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import { accountsQueries } from '../../ipc/accounts-queries';
import { performanceQueries } from '../../ipc/performance-queries';
import { viewOf } from '../../ipc/query-view';
import { NoAccount } from '../../live/no-account';
import { useDown, useReady } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { Age } from '../../ui/age';
import { DataView } from '../../ui/data-view';
import { Panel } from '../../ui/panel';
import { AccountChoice } from './account-choice';
import { NextReading } from './next-reading';
import { type PerformanceLook, PerformanceTools } from './performance-tools';
import { PerformanceView } from './performance-view';
import { stepOf } from './period-figures';
import { periodsOf } from './periods';
import { useBenchmark } from './use-benchmark';
import './performance.css';

/** What the account, or several together, have earned. */
export function PerformancePanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  // The key throws every trace of one account away before another is shown.
  if (accountId !== null) return <AccountsPerformance key={accountId} accountId={accountId} />;
  return (
    <Panel name="Performance">
      <NoAccount rows={6} />
    </Panel>
  );
}

function AccountsPerformance({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const down = useDown();
  const [chosen, setChosen] = useState<ReadonlyArray<AccountId>>([accountId]);
  const accounts = useQuery({ ...accountsQueries.list(), enabled: ready });
  const performance = useQuery({ ...performanceQueries.of(chosen), enabled: ready });
  const { data } = performance;
  const [wanted, setWanted] = useState('1Y');
  const [look, setLook] = useState<PerformanceLook>({ measure: 'return', asTable: false });
  const benchmark = useBenchmark();
  const periods = useMemo(() => (data === undefined ? [] : periodsOf(data)), [data]);
  const period = periods.find(({ id }) => id === wanted) ?? periods.at(-1);
  return (
    <Panel
      name="Performance"
      title={
        accounts.data !== undefined &&
        accounts.data.length > 1 && (
          <AccountChoice accounts={accounts.data} chosen={chosen} onChoose={setChosen} />
        )
      }
      actions={
        period !== undefined && (
          <PerformanceTools look={look} onLook={setLook} step={stepOf(period)} benchmark={benchmark} />
        )
      }
      state={
        <>
          {data !== undefined && <NextReading nextMs={data.nextMs} />}
          <Age asOfMs={data?.asOfMs ?? null} stale={performance.isError || !ready} />
        </>
      }
    >
      <DataView {...viewOf(performance, ready, down)} label="Loading the performance">
        {(shown) => (
          <PerformanceView
            performance={shown}
            periods={periods}
            period={period}
            onPeriod={setWanted}
            look={look}
            benchmark={benchmark}
          />
        )}
      </DataView>
    </Panel>
  );
}
