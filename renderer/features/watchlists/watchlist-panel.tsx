import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import type { Watchlist } from '../../../shared/domain/watchlist';
import { failureOf } from '../../ipc/client';
import { useDown, useReady, useStreaming } from '../../live/session-feed';
import { showInstrument, showWatchlist, useWorkspace } from '../../state/workspace-store';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { SelectInput } from '../../ui/select-input';
import { ListMenu } from './list-menu';
import { useListActions } from './use-list-actions';
import { UndoLine, WatchlistBody } from './watchlist-body';
import { watchlistsQueries } from './watchlists-queries';
import './watchlist.css';

/** One of the gateway's watchlists with live quotes. The search box is lent by the desk. */
export function WatchlistPanel({
  searchBox,
}: {
  readonly searchBox: (onPick: (match: InstrumentMatch) => void) => ReactNode;
}) {
  const ready = useReady();
  const down = useDown();
  const streaming = useStreaming();
  const lists = useQuery({ ...watchlistsQueries.list(), enabled: ready });
  const chosen = useWorkspace((workspace) => workspace.watchlistId);
  const watchlistId =
    (lists.data?.find((list) => list.watchlistId === chosen) ?? lists.data?.[0])?.watchlistId ?? null;
  const one = useQuery({
    ...watchlistsQueries.one(watchlistId ?? '0'),
    enabled: ready && watchlistId !== null,
  });
  const list = watchlistId === null ? undefined : one.data;
  const actions = useListActions(list);
  useFirstSymbol(list);

  return (
    <Panel
      name="Watchlist"
      className="watchlist"
      actions={
        <>
          {watchlistId !== null && lists.data !== undefined && (
            <div className="watchlist-choice">
              <SelectInput
                label="Choose a watchlist"
                labelHidden
                value={watchlistId}
                options={lists.data.map((each) => ({ value: each.watchlistId, text: each.name }))}
                onValue={showWatchlist}
              />
            </div>
          )}
          {ready && <ListMenu items={actions.items} />}
        </>
      }
      state={list !== undefined && !streaming ? <span className="age-stale">stale</span> : null}
    >
      {lists.data?.length === 0 ? (
        <>
          <EmptyState title="No watchlist at IBKR yet.">
            <p>Lists made here are kept at IBKR: TWS and Client Portal show them too.</p>
            <button type="button" className="button" onClick={actions.askNew}>
              New watchlist…
            </button>
          </EmptyState>
          <UndoLine />
        </>
      ) : (
        <DataView
          data={list}
          failure={failureOf(lists.error) ?? failureOf(one.error)}
          onRetry={() => void (lists.isError ? lists.refetch() : one.refetch())}
          stale={!streaming}
          down={down}
          rows={9}
          label="Loading the watchlist"
        >
          {(shown) => <WatchlistBody list={shown} actions={actions} searchBox={searchBox} />}
        </DataView>
      )}
      {actions.dialog}
    </Panel>
  );
}

/** A desk with nothing chosen yet looks at the first line of its list. */
function useFirstSymbol(list: Watchlist | undefined): void {
  const chosen = useWorkspace((workspace) => workspace.conid !== null);
  const first = list?.rows.find((row) => row.kind === 'instrument');
  useEffect(() => {
    if (!chosen && first !== undefined) showInstrument(first.conid, first.symbol ?? String(first.conid));
  }, [chosen, first]);
}
