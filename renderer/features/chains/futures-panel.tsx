import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ChainUnderlying, Future, Futures } from '../../../shared/domain/chain';
import type { Conid } from '../../../shared/domain/ids';
import { failureOf } from '../../ipc/client';
import { chainsQueries } from '../../ipc/chains-queries';
import { useAddToWatchlist } from '../../live/add-to-watchlist';
import { quotesNow, useQuoteStream } from '../../live/quote-store';
import { useDown, useReady, useStreaming } from '../../live/session-feed';
import { useHeldOf } from '../../live/trade-actions';
import { type LinkedInstrument, useInstrument, useShowInstrument } from '../../state/linked-instrument';
import { showPanel } from '../../state/panel-requests';
import { useNow } from '../../ui/clock';
import { DataGrid } from '../../ui/data-grid';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { contractItems } from './contract-items';
import { futureFields, futureName, futuresColumns } from './futures-columns';
import { mostActive } from './futures-figures';
import './chains.css';

/** The futures of the linked symbol's root, month by month. */
export function FuturesPanel() {
  const instrument = useInstrument();
  if (instrument === null)
    return (
      <Panel name="Futures">
        <EmptyState title="No symbol chosen.">
          <p>
            Choose one in the watchlist, or press <kbd className="key">/</kbd> and search: ES, CL, GC …
          </p>
        </EmptyState>
      </Panel>
    );
  return <FuturesOf instrument={instrument} />;
}

function FuturesOf({ instrument }: { readonly instrument: LinkedInstrument }) {
  const ready = useReady();
  const down = useDown();
  const streaming = useStreaming();
  const root = useQuery({ ...chainsQueries.underlying(instrument.conid), enabled: ready });
  const { conid, symbol } = root.data ?? instrument;
  const futures = useQuery({
    ...chainsQueries.futures(conid, symbol.slice(0, 20)),
    enabled: ready && root.isSuccess,
  });
  return (
    <Panel
      name="Futures"
      title={
        <>
          <span className="symbol">{symbol}</span>
          <span className="muted chain-name">{root.data?.name}</span>
        </>
      }
      state={futures.data !== undefined && !streaming ? <span className="age-stale">stale</span> : null}
    >
      <DataView
        data={root.data === undefined ? undefined : futures.data}
        failure={failureOf(root.error) ?? failureOf(futures.error)}
        onRetry={() => void (root.isError ? root.refetch() : futures.refetch())}
        stale={!streaming}
        down={down}
        label="Loading the futures"
      >
        {(found) =>
          root.data === undefined ? null : (
            <FuturesTable root={root.data} found={found} linked={instrument.conid} />
          )
        }
      </DataView>
    </Panel>
  );
}

function FuturesTable({
  root,
  found: { futures, elsewhere },
  linked,
}: {
  readonly root: ChainUnderlying;
  readonly found: Futures;
  readonly linked: Conid;
}) {
  const show = useShowInstrument();
  const heldOf = useHeldOf();
  const { mutate: add } = useAddToWatchlist();
  const nowMs = useNow();
  const [seen, setSeen] = useState<ReadonlyArray<Conid>>([]);
  const onVisible = useCallback((rows: ReadonlyArray<Future>) => setSeen(rows.map(({ conid }) => conid)), []);
  useQuoteStream(seen, futureFields);
  const [front] = futures;
  // Looked at once a second: which contract is the most active changes a few times a year.
  const activeConid = mostActive(futures, quotesNow());
  const today = Math.floor(nowMs / 86_400_000);
  const columns = useMemo(
    () => futuresColumns(front, activeConid, today * 86_400_000),
    [front, activeConid, today],
  );
  const options = root.chains.some(({ kind }) => kind === 'FOP' || kind === 'OPT');
  return (
    <>
      <DataGrid
        label={`Futures on ${root.symbol}`}
        rows={futures}
        columns={columns}
        rowId={({ conid }) => String(conid)}
        selectedId={String(linked)}
        onOpen={(future) => show(future.conid, futureName(future))}
        onVisible={onVisible}
        menu={{
          nameOf: futureName,
          itemsOf: (future) => [
            ...contractItems({ conid: future.conid, symbol: futureName(future) }, { show, heldOf, add }),
            {
              name: 'Options on it',
              newGroup: true,
              obstacle: options ? null : `IBKR lists no options on ${root.symbol}.`,
              onPick: () => {
                show(future.conid, futureName(future));
                showPanel('options');
              },
            },
          ],
        }}
        empty={
          <EmptyState title={`No futures on ${root.symbol}.`}>
            <p>IBKR lists none on {root.name || 'this contract'}.</p>
            {elsewhere !== null && (
              <button type="button" className="button" onClick={() => show(elsewhere, root.symbol)}>
                Show the futures called {root.symbol}
              </button>
            )}
          </EmptyState>
        }
      />
      {futures.length > 0 && (
        <p className="futures-note">
          IBKR’s web API has no continuous contract: each month stands for itself.
        </p>
      )}
    </>
  );
}
