import type { ReactNode } from 'react';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import type { Watchlist } from '../../../shared/domain/watchlist';
import { maxWatchlistRows } from '../../../shared/domain/watchlist-rows';
import { failureOf } from '../../ipc/client';
import { useWatchlistColumns } from '../../state/watchlist-view';
import { LineBudget } from './line-budget';
import type { ListActions } from './use-list-actions';
import { dismissUndo, useUndo, useUndoLast } from './watchlist-mutations';
import { withFound } from './watchlist-rows';
import { WatchlistTable } from './watchlist-table';

/** The rows, what can be undone, and the box that adds. */
export function WatchlistBody({
  list,
  actions,
  searchBox,
}: {
  readonly list: Watchlist;
  readonly actions: ListActions;
  readonly searchBox: (onPick: (match: InstrumentMatch) => void) => ReactNode;
}) {
  const columnIds = useWatchlistColumns();
  const failure = failureOf(actions.failure);
  const full = list.rows.length >= maxWatchlistRows;
  return (
    <>
      <WatchlistTable list={list} columnIds={columnIds} edits={actions.edits} />
      {failure !== null && (
        <p role="alert" className="field-note watchlist-failure">
          {failure.message} {failure.meaning} {failure.action}
        </p>
      )}
      <UndoLine />
      {list.obstacle !== null ? (
        <p className="watchlist-failure muted">{list.obstacle}</p>
      ) : (
        <div className="watchlist-add">
          {full ? (
            <p className="muted">A list holds {maxWatchlistRows} rows at most.</p>
          ) : (
            searchBox((match) => actions.change(list, withFound(list.rows, [match])))
          )}
          <LineBudget />
        </div>
      )}
    </>
  );
}

/** What was done last, and the way back. */
export function UndoLine() {
  const undo = useUndo();
  const undoLast = useUndoLast();
  const failure = failureOf(undoLast.error);
  if (undo === null) return null;
  return (
    <div className="watchlist-undo" role="status">
      <span>{failure === null ? undo.words : `${failure.message} ${failure.action}`}</span>
      <button
        type="button"
        className="link-button"
        disabled={undoLast.isPending}
        onClick={() => undoLast.mutate(undo)}
      >
        Undo
      </button>
      <button type="button" className="button button-quiet" aria-label="Dismiss" onClick={dismissUndo}>
        ×
      </button>
    </div>
  );
}
