import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../ipc/client';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useDown, useReady } from '../../live/session-feed';
import { type LinkedInstrument, useInstrument } from '../../state/linked-instrument';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { TabList, TabPanel } from '../../ui/tabs';
import { AlgosView } from './algos-view';
import { CurrencyView } from './currency-view';
import { RelatedView } from './related-view';
import { RulesView } from './rules-view';
import { ScheduleView } from './schedule-view';
import './contract-panel.css';

const tabs = [
  { id: 'details', name: 'Details' },
  { id: 'rules', name: 'Rules' },
  { id: 'hours', name: 'Hours' },
  { id: 'related', name: 'Related' },
  { id: 'algos', name: 'Algos' },
  { id: 'currency', name: 'Currency' },
] as const;
type Tab = (typeof tabs)[number]['id'];

/** What a contract is, when it trades, and what may be ordered. */
export function ContractPanel() {
  const instrument = useInstrument();
  const [tab, setTab] = useState<Tab>('details');
  if (instrument === null)
    return (
      <Panel name="Contract">
        <EmptyState title="No symbol chosen.">
          <p>
            Choose one in the watchlist, or press <kbd className="key">/</kbd> and search.
          </p>
        </EmptyState>
      </Panel>
    );
  return (
    <Panel
      name="Contract"
      title={
        <>
          <span className="muted">{instrument.symbol}</span>
          <TabList
            group="contract"
            label="Parts of the contract"
            tabs={tabs}
            active={tab}
            onActive={setTab}
          />
        </>
      }
    >
      <TabPanel group="contract" active={tab}>
        <ContractTab key={instrument.conid} instrument={instrument} tab={tab} />
      </TabPanel>
    </Panel>
  );
}

function ContractTab({ instrument, tab }: { readonly instrument: LinkedInstrument; readonly tab: Tab }) {
  const ready = useReady();
  const down = useDown();
  const { conid } = instrument;
  const details = useQuery({ ...contractsQueries.details(conid), enabled: ready });
  if (tab === 'hours') return <ScheduleView conid={conid} />;
  if (tab === 'related') return <RelatedView {...instrument} />;
  if (tab === 'currency') return <CurrencyView conid={conid} />;
  return (
    <DataView
      data={details.data}
      failure={failureOf(details.error)}
      onRetry={() => void details.refetch()}
      stale={false}
      down={down}
      label="Loading the contract"
    >
      {({ facts, buy, sell, algos }) =>
        tab === 'details' ? (
          <dl className="contract-facts selectable">
            {facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : tab === 'rules' ? (
          <RulesView buy={buy} sell={sell} />
        ) : (
          <AlgosView algos={algos} />
        )
      }
    </DataView>
  );
}
