import { useState } from 'react';
import { changePositionsView, usePositionsView } from '../../state/positions-view';
import { Dialog } from '../../ui/dialog';
import type { GridColumn } from '../../ui/grid-model';
import { TextInput } from '../../ui/text-input';
import { columnPresets } from './column-presets';
import type { PositionRow } from './position-row';

/** Which columns the positions show, and in what order. Moving is by buttons here, by dragging heads in the table. */
export function PositionColumnsDialog({
  columns,
  shown,
  onClose,
}: {
  readonly columns: ReadonlyArray<GridColumn<PositionRow>>;
  /** Ids as shown now, in order. */
  readonly shown: ReadonlyArray<string>;
  readonly onClose: () => void;
}) {
  const chosen = usePositionsView().columns;
  const [words, setWords] = useState('');
  const order = [
    ...shown.flatMap((id) => columns.find((column) => column.id === id) ?? []),
    ...columns.filter(({ id }) => !shown.includes(id)),
  ].filter(({ header }) => header.toLowerCase().includes(words.toLowerCase()));
  const set = (ids: ReadonlyArray<string> | null): void => changePositionsView({ columns: ids });
  const move = (id: string, step: -1 | 1): void => {
    const at = shown.indexOf(id);
    const next = shown.filter((other) => other !== id);
    next.splice(Math.max(0, Math.min(next.length, at + step)), 0, id);
    set(next);
  };
  return (
    <Dialog name="Columns of the positions" onClose={onClose} className="cancel-dialog">
      <header className="dialog-head">
        <h2>Columns</h2>
      </header>
      <div className="dialog-body">
        <div className="preset-row" role="group" aria-label="Presets">
          {columnPresets.map(({ name, columns: preset }) => (
            <button
              key={name}
              type="button"
              className="button button-quiet"
              aria-pressed={JSON.stringify(preset) === JSON.stringify(chosen)}
              onClick={() => set(preset)}
            >
              {name}
            </button>
          ))}
        </div>
        <TextInput
          label="Find a column"
          labelHidden
          placeholder="Find a column"
          text={words}
          onText={setWords}
        />
        <ul className="column-list" aria-label="Columns">
          {order.map(({ id, header }) => {
            const at = shown.indexOf(id);
            return (
              <li key={id}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={at >= 0}
                    disabled={id === 'symbol'}
                    onChange={(event) =>
                      set(event.target.checked ? [...shown, id] : shown.filter((other) => other !== id))
                    }
                  />
                  {header}
                </label>
                {at > 0 && (
                  <span>
                    <button
                      type="button"
                      className="button button-quiet"
                      aria-label={`Move ${header} to the left`}
                      disabled={at === 1}
                      onClick={() => move(id, -1)}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      className="button button-quiet"
                      aria-label={`Move ${header} to the right`}
                      disabled={at === shown.length - 1}
                      onClick={() => move(id, 1)}
                    >
                      ↓
                    </button>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button button-primary" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
