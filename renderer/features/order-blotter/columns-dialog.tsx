import { hideColumns, useWorkspace } from '../../state/workspace-store';
import { Dialog } from '../../ui/dialog';
import { choosable } from './order-columns';

/** Which columns the order tables show; kept with the desk. */
export function ColumnsDialog({ onClose }: { readonly onClose: () => void }) {
  const hidden = useWorkspace((workspace) => workspace.hiddenOrderColumns);
  return (
    <Dialog name="Columns of the order tables" onClose={onClose} className="cancel-dialog">
      <header className="dialog-head">
        <h2>Columns</h2>
      </header>
      <div className="dialog-body">
        <p className="muted">A narrow panel still leaves out what does not fit.</p>
        <div className="columns-list">
          {choosable.map(({ id, header }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={!hidden.includes(id)}
                onChange={(event) =>
                  hideColumns(event.target.checked ? hidden.filter((other) => other !== id) : [...hidden, id])
                }
              />
              {header}
            </label>
          ))}
        </div>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => hideColumns([])}>
          Show all
        </button>
        <button type="button" className="button button-primary" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
