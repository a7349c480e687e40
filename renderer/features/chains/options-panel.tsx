import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ChainKind, type ChainUnderlying } from '../../../shared/domain/chain';
import { failureOf } from '../../ipc/client';
import { chainsQueries } from '../../ipc/chains-queries';
import { useDown, useReady } from '../../live/session-feed';
import { type LinkedInstrument, useInstrument } from '../../state/linked-instrument';
import { showPanel } from '../../state/panel-requests';
import { ChoiceGroup } from '../../ui/choice-group';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { ChainView } from './chain-view';
import './chains.css';

const kindNames: Readonly<Record<ChainKind, string>> = {
  OPT: 'Options',
  FOP: 'Future options',
  WAR: 'Warrants',
};

/** The option chain of the linked symbol; of an option, the chain it is part of. */
export function OptionsPanel() {
  const instrument = useInstrument();
  if (instrument === null)
    return (
      <Panel name="Options">
        <EmptyState title="No symbol chosen.">
          <p>
            Choose one in the watchlist, or press <kbd className="key">/</kbd> and search.
          </p>
        </EmptyState>
      </Panel>
    );
  return <OptionsOf instrument={instrument} />;
}

function OptionsOf({ instrument }: { readonly instrument: LinkedInstrument }) {
  const ready = useReady();
  const down = useDown();
  const underlying = useQuery({ ...chainsQueries.underlying(instrument.conid), enabled: ready });
  const [wanted, setWanted] = useState<ChainKind>('OPT');
  const chains = underlying.data?.chains ?? [];
  const chain = chains.find(({ kind }) => kind === wanted) ?? chains[0];
  return (
    <Panel
      name="Options"
      title={
        <>
          <span className="symbol">{underlying.data?.symbol ?? instrument.symbol}</span>
          <span className="muted chain-name">{underlying.data?.name}</span>
        </>
      }
      actions={
        chains.length > 1 && chain !== undefined ? (
          <ChoiceGroup
            label="Kind of chain"
            chosen={chain.kind}
            choices={chains.map(({ kind }) => ({ id: kind, name: kindNames[kind] }))}
            onChoose={setWanted}
          />
        ) : null
      }
    >
      <DataView
        data={underlying.data}
        failure={failureOf(underlying.error)}
        onRetry={() => void underlying.refetch()}
        stale={false}
        down={down}
        rows={12}
        label="Loading the chain"
      >
        {(found) =>
          chain === undefined ? (
            <NoChain underlying={found} />
          ) : (
            <ChainView key={`${found.conid} ${chain.kind}`} underlying={found} chain={chain} />
          )
        }
      </DataView>
    </Panel>
  );
}

function NoChain({ underlying }: { readonly underlying: ChainUnderlying }) {
  return (
    <EmptyState title={`No options on ${underlying.symbol}.`}>
      <p>
        IBKR lists none on {underlying.name || 'this contract'}. Options hang on stocks, indices and futures.
      </p>
      <button type="button" className="button" onClick={() => showPanel('search')}>
        Search another symbol
      </button>
    </EmptyState>
  );
}
