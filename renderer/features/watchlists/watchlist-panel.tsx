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
import { useSaveWatchlist, withConid, withoutConid } from './watchlist-mutations';
import { WatchlistTable } from './watchlist-table';
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
  const save = useSaveWatchlist();
  useFirstSymbol(one.data);

  const change = (list: Watchlist, conids: ReturnType<typeof withConid>): void =>
    save.mutate({ watchlistId: list.watchlistId, name: list.name, conids });
  const failure = failureOf(save.error) ?? failureOf(lists.error) ?? failureOf(one.error);

  return (
    <Panel
      name="Watchlist"
      className="watchlist"
      actions={
        watchlistId !== null &&
        lists.data !== undefined && (
          <div className="watchlist-choice">
            <SelectInput
              label="Choose a watchlist"
              labelHidden
              value={watchlistId}
              options={lists.data.map((list) => ({ value: list.watchlistId, text: list.name }))}
              onValue={showWatchlist}
            />
          </div>
        )
      }
      state={ready && !streaming ? <span className="age-stale">quotes not live</span> : null}
    >
      {lists.data?.length === 0 ? (
        <EmptyState title="No watchlist at the gateway yet.">
          <p>Lists made in Trader Workstation or Client Portal appear here.</p>
        </EmptyState>
      ) : (
        <DataView
          data={one.data}
          failure={failure}
          onRetry={() => void (lists.isError ? lists.refetch() : one.refetch())}
          stale={!streaming}
          down={down}
          rows={9}
          label="Loading the watchlist"
        >
          {(list) => (
            <>
              <WatchlistTable list={list} onRemove={(conid) => change(list, withoutConid(list, conid))} />
              {failure !== null && (
                <p role="alert" className="field-note watchlist-failure">
                  {failure.message} {failure.action}
                </p>
              )}
              <div className="watchlist-add">
                {searchBox((match) => change(list, withConid(list, match.conid)))}
              </div>
            </>
          )}
        </DataView>
      )}
    </Panel>
  );
}

/** A desk with nothing chosen yet looks at the first line of its list. */
function useFirstSymbol(list: Watchlist | undefined): void {
  const chosen = useWorkspace((workspace) => workspace.conid !== null);
  const first = list?.rows[0];
  useEffect(() => {
    if (!chosen && first !== undefined) showInstrument(first.conid, first.symbol ?? String(first.conid));
  }, [chosen, first]);
}
