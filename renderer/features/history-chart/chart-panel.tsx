import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conid } from '../../../shared/domain/ids';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useQuote, useQuoteStream } from '../../live/quote-store';
import { useReady } from '../../live/session-feed';
import { chartPeriods } from '../../state/workspace';
import { showPeriod, useWorkspace } from '../../state/workspace-store';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { QuoteBadge } from '../../ui/quote-badge';
import { PriceChart } from './price-chart';
import { periodPlans } from './periods';
import './history-chart.css';

/** The active symbol's price over time. */
export function ChartPanel() {
  const conid = useWorkspace((workspace) => workspace.conid);
  const symbol = useWorkspace((workspace) => workspace.symbol);
  const [asTable, setAsTable] = useState(false);
  if (conid === null) {
    return (
      <Panel name="Chart">
        <EmptyState title="No symbol chosen.">
          <p>
            Choose one in the watchlist, or press <kbd className="key">/</kbd> and search.
          </p>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      name="Chart"
      title={<ChartTitle conid={conid} symbol={symbol ?? String(conid)} />}
      actions={
        <>
          <PeriodButtons />
          <button
            type="button"
            className="button button-quiet"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            Table
          </button>
        </>
      }
      state={<ChartState conid={conid} />}
    >
      <PriceChart key={conid} conid={conid} symbol={symbol ?? String(conid)} asTable={asTable} />
    </Panel>
  );
}

function ChartTitle({ conid, symbol }: { readonly conid: Conid; readonly symbol: string }) {
  const ready = useReady();
  const { data: instrument } = useQuery({ ...contractsQueries.instrument(conid), enabled: ready });
  return (
    <p className="chart-title">
      <span className="symbol-chip">{symbol}</span>
      <span className="muted">
        {instrument === undefined
          ? ''
          : [instrument.name, instrument.exchange, instrument.currency].filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}

function PeriodButtons() {
  const period = useWorkspace((workspace) => workspace.period);
  return (
    <div role="group" aria-label="Period" className="chart-periods">
      {chartPeriods.map((choice) => (
        <button
          key={choice}
          type="button"
          className="button button-quiet"
          aria-pressed={choice === period}
          title={periodPlans[choice].words}
          onClick={() => showPeriod(choice)}
        >
          {choice}
        </button>
      ))}
    </div>
  );
}

function ChartState({ conid }: { readonly conid: Conid }) {
  useQuoteStream([conid]);
  const quote = useQuote(conid);
  return quote === null ? null : <QuoteBadge quote={quote} />;
}
