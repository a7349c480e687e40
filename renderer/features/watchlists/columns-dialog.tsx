import { useState } from 'react';
import { fieldGroups, marketFieldOf, marketFields } from '../../../shared/domain/market-field';
import { columnSets, showWatchlistColumns, useWatchlistColumns } from '../../state/watchlist-view';
import { Dialog } from '../../ui/dialog';
import { TextInput } from '../../ui/text-input';

/** Which figures the list shows, in which order: sets for a purpose, or every field by its words. */
export function ColumnsDialog({ onClose }: { readonly onClose: () => void }) {
  const shown = useWatchlistColumns();
  const [wanted, setWanted] = useState('');
  const found = marketFields.filter(({ name, short }) =>
    `${name} ${short}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  const shift = (id: string, by: number): void => {
    const from = shown.indexOf(id);
    const others = shown.filter((other) => other !== id);
    showWatchlistColumns([...others.slice(0, from + by), id, ...others.slice(from + by)]);
  };
  return (
    <Dialog name="Columns of the watchlist" onClose={onClose} className="columns-dialog">
      <header className="dialog-head">
        <h2>Columns</h2>
      </header>
      <div className="dialog-body columns-body">
        <div className="columns-sets" role="group" aria-label="Column sets">
          {columnSets.map(({ name, columns }) => (
            <button
              key={name}
              type="button"
              className="button button-small"
              aria-pressed={columns.join() === shown.join()}
              onClick={() => showWatchlistColumns(columns)}
            >
              {name}
            </button>
          ))}
        </div>
        <section aria-label="Shown, in order" className="columns-shown">
          <h3 className="field-label">Shown, in order</h3>
          <ol className="columns-order">
            {shown.map((id, at) => {
              const name = marketFieldOf(id)?.name ?? id;
              return (
                <li key={id}>
                  <span>{name}</span>
                  <button
                    type="button"
                    className="button button-quiet"
                    disabled={at === 0}
                    aria-label={`${name}: earlier`}
                    onClick={() => shift(id, -1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    className="button button-quiet"
                    disabled={at === shown.length - 1}
                    aria-label={`${name}: later`}
                    onClick={() => shift(id, 1)}
                  >
                    ↓
                  </button>
                  <button
                    type="button"
                    className="button button-quiet"
                    disabled={shown.length === 1}
                    aria-label={`${name}: leave out`}
                    onClick={() => showWatchlistColumns(shown.filter((other) => other !== id))}
                  >
                    ×
                  </button>
                </li>
              );
            })}
          </ol>
        </section>
        <section aria-label="All figures" className="columns-all">
          <TextInput
            label="Find a figure"
            text={wanted}
            onText={setWanted}
            placeholder="volatility, dividend …"
          />
          <div className="figure-list">
            {fieldGroups.map((group) => {
              const fields = found.filter((field) => field.group === group);
              return (
                fields.length > 0 && (
                  <fieldset key={group}>
                    <legend className="field-label">{group}</legend>
                    {fields.map(({ id, name }) => (
                      <label key={id} className="check">
                        <input
                          type="checkbox"
                          checked={shown.includes(id)}
                          disabled={shown.length === 1 && shown.includes(id)}
                          onChange={(event) =>
                            showWatchlistColumns(
                              event.target.checked ? [...shown, id] : shown.filter((other) => other !== id),
                            )
                          }
                        />
                        {name}
                      </label>
                    ))}
                  </fieldset>
                )
              );
            })}
            {found.length === 0 && <p className="muted">No figure by that name.</p>}
          </div>
        </section>
      </div>
      <footer className="dialog-foot">
        <span className="muted">What IBKR does not send for a contract stays “—”.</span>
        <button type="button" className="button button-primary" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
