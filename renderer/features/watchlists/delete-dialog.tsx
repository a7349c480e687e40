import type { AppError } from '../../../shared/app-error';
import type { Watchlist } from '../../../shared/domain/watchlist';
import { Dialog } from '../../ui/dialog';
import { useSettled } from '../../ui/use-settled';

/** Deleting is at IBKR, for TWS too; it can be undone as long as this window stands. */
export function DeleteDialog({
  list,
  busy,
  failure,
  onDelete,
  onClose,
}: {
  readonly list: Watchlist;
  readonly busy: boolean;
  readonly failure: AppError | null;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}) {
  const settled = useSettled();
  const count = list.rows.filter(({ kind }) => kind === 'instrument').length;
  return (
    <Dialog name="Delete the watchlist" role="alertdialog" onClose={onClose} className="watchlist-dialog">
      <header className="dialog-head">
        <h2>Delete “{list.name}”</h2>
      </header>
      <div className="dialog-body">
        <p>
          The list with {count} {count === 1 ? 'symbol' : 'symbols'} is deleted at IBKR: it disappears from
          TWS and Client Portal too. Positions and orders are not touched.
        </p>
        <p className="muted">It can be undone while this window stays open.</p>
        {failure !== null && (
          <p role="alert" className="field-note">
            {failure.message} {failure.action}
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose} autoFocus>
          Keep the list
        </button>
        <button
          type="button"
          className="button button-danger"
          disabled={!settled || busy}
          aria-busy={busy}
          onClick={onDelete}
        >
          Delete the list
        </button>
      </footer>
    </Dialog>
  );
}
