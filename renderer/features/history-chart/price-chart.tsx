import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Bar } from '../../../shared/domain/bar';
import type { Conid } from '../../../shared/domain/ids';
import { contractsQueries } from '../../ipc/contracts-queries';
import { viewOf } from '../../ipc/query-view';
import { useQuote } from '../../live/quote-store';
import { useDown, useReady, useStreaming } from '../../live/session-feed';
import { useLook } from '../../state/preferences';
import { useWorkspace } from '../../state/workspace-store';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { BarsTable } from './bars-table';
import { ChartLegend } from './chart-legend';
import { inOrder } from './chart-points';
import { historyQueries } from './history-queries';
import { liveBar } from './live-bar';
import { periodPlans } from './periods';

// The chart library is half a megabyte: the desk is drawn before it arrives.
const CandleChart = lazy(() =>
  import('./candle-chart').then(({ CandleChart: chart }) => ({ default: chart })),
);

/** History from the gateway, its last bar moved by the stream; as candles or as a table. */
export function PriceChart({
  conid,
  symbol,
  asTable,
}: {
  readonly conid: Conid;
  readonly symbol: string;
  readonly asTable: boolean;
}) {
  const ready = useReady();
  const down = useDown();
  const streaming = useStreaming();
  const period = useWorkspace((workspace) => workspace.period);
  const look = useLook();
  const history = useQuery({ ...historyQueries.bars(conid, period), enabled: ready });
  const instrument = useQuery({ ...contractsQueries.instrument(conid), enabled: ready });
  const quote = useQuote(conid);
  const [hoverMs, setHoverMs] = useState<number | null>(null);
  const { barMs, daily, words } = periodPlans[period];
  const bars = useMemo(() => inOrder(history.data?.bars ?? []), [history.data]);
  const moving = streaming ? liveBar(bars.at(-1), quote, barMs) : null;
  const digits = instrument.data?.rules.priceDigits ?? 2;

  return (
    <DataView {...viewOf(history, ready, down)} rows={9} label="Loading the price history">
      {() =>
        bars.length === 0 ? (
          <EmptyState title="IBKR has no bars for this period.">
            <p>Try a longer one.</p>
          </EmptyState>
        ) : asTable ? (
          <BarsTable bars={bars} daily={daily} digits={digits} />
        ) : (
          <div className="chart-stage">
            <ChartLegend bar={barAt(bars, moving, hoverMs)} daily={daily} digits={digits} />
            <Suspense fallback={null}>
              <CandleChart
                bars={bars}
                last={moving}
                daily={daily}
                digits={digits}
                look={look}
                label={`${symbol}, ${words}. The same figures stand in the table view.`}
                onHover={setHoverMs}
              />
            </Suspense>
          </div>
        )
      }
    </DataView>
  );
}

function barAt(bars: ReadonlyArray<Bar>, moving: Bar | null, hoverMs: number | null): Bar | null {
  if (hoverMs === null || hoverMs === moving?.timeMs) return moving ?? bars.at(-1) ?? null;
  return bars.find((bar) => bar.timeMs === hoverMs) ?? bars.at(-1) ?? null;
}
