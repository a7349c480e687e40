import { useQuery } from '@tanstack/react-query';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useReady } from '../../live/session-feed';
import { type LinkedInstrument, useInstrument } from '../../state/linked-instrument';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import type { SearchBox } from './compare-strip';
import { PriceChart } from './price-chart';
import './history-chart.css';

/** The price over time of the instrument this panel shows. */
export function ChartPanel({ searchBox }: { readonly searchBox: SearchBox }) {
  const shown = useInstrument();
  if (shown === null) {
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
  return <PriceChart key={shown.conid} {...shown} title={<ChartTitle {...shown} />} searchBox={searchBox} />;
}

function ChartTitle({ conid, symbol }: LinkedInstrument) {
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
