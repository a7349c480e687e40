import { useState } from 'react';
import { useStreaming } from '../../live/session-feed';
import { useInstrument } from '../../state/linked-instrument';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { TabList, TabPanel } from '../../ui/tabs';
import { PriceLadder } from './price-ladder';
import { QuoteFigures } from './quote-figures';
import { QuoteHead } from './quote-head';
import { RegulatorySnapshot } from './regulatory-snapshot';
import './quote.css';

const tabs = [
  { id: 'figures', name: 'Figures' },
  { id: 'ladder', name: 'Ladder' },
] as const;

/** Everything known of one symbol's price, and how fresh each of it is. */
export function QuotePanel() {
  const instrument = useInstrument();
  const streaming = useStreaming();
  const [tab, setTab] = useState<(typeof tabs)[number]['id']>('figures');
  if (instrument === null)
    return (
      <Panel name="Quote">
        <EmptyState title="No symbol chosen.">
          <p>
            Choose one in the watchlist, or press <kbd className="key">/</kbd> and search.
          </p>
        </EmptyState>
      </Panel>
    );
  return (
    <Panel
      name="Quote"
      title={<TabList group="quote" label="Parts of the quote" tabs={tabs} active={tab} onActive={setTab} />}
      actions={<RegulatorySnapshot key={instrument.conid} {...instrument} />}
      state={streaming ? null : <span className="age-stale">stale</span>}
    >
      <div className="quote">
        <QuoteHead key={instrument.conid} {...instrument} />
        <TabPanel group="quote" active={tab}>
          {tab === 'figures' ? (
            <QuoteFigures conid={instrument.conid} />
          ) : (
            <PriceLadder key={instrument.conid} conid={instrument.conid} />
          )}
        </TabPanel>
      </div>
    </Panel>
  );
}
