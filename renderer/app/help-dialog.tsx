import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { appQueries } from '../ipc/app-queries';
import { changePreferences, usePreference } from '../state/preferences';
import { Dialog } from '../ui/dialog';
import { chordOf, mayBeKey } from './actions/chord';
import { type DeskAction, deskActions } from './actions/desk-actions';
import { chordsOf, conflictsIn } from './actions/key-map';
import { keyText } from './actions/key-text';

const fixed = [
  ['Shift F10', 'What can be done with the row: buy, sell, close, attach a stop'],
  ['Ctrl Enter', 'Review the order in the ticket'],
  ['↑ ↓', 'One tick in a price, one lot in a quantity; with Shift ten'],
  ['Arrows, Home, End', 'Walk the cells of a table; Enter opens the row'],
  ['i', 'In a table of figures: explain this number'],
  ['Esc', 'Back; to IBKR’s question it says no'],
] as const;

/** All keys on one sheet, each to be changed here; and whose work is inside. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: info } = useQuery(appQueries.info());
  const own = usePreference('keys');
  const chords = chordsOf(deskActions, own);
  const conflicts = conflictsIn(chords);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const nameOf = (id: string): string => deskActions.find((action) => action.id === id)?.name ?? id;

  const take = (event: KeyboardEvent, action: DeskAction): void => {
    if (waiting !== action.id) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setWaiting(null);
      return;
    }
    const chord = event.key === 'Delete' || event.key === 'Backspace' ? '' : chordOf(event.nativeEvent);
    if (chord === null) return;
    const holder = deskActions.find(({ id }) => id !== action.id && chord !== '' && chords.get(id) === chord);
    const why =
      chord !== '' && !mayBeKey(chord)
        ? `${keyText(chord)} belongs to typing. Use Ctrl or Alt with it, or a function key.`
        : holder !== undefined
          ? `${keyText(chord)} is “${holder.name}”. Give that another key first.`
          : null;
    setProblem(why);
    if (why !== null) return;
    setWaiting(null);
    void changePreferences({ keys: { ...own, [action.id]: chord } });
  };

  return (
    <Dialog name="Keys and credits" onClose={onClose} className="help">
      <header className="dialog-head">
        <h2>Keys</h2>
      </header>
      <div className="dialog-body">
        <p className="muted help-credits" role="status">
          {problem ??
            (waiting === null
              ? 'Choose a key to change it.'
              : `Press the new key for “${nameOf(waiting)}”; Delete takes it away, Esc leaves it.`)}
          {conflicts.map(
            ([chord, ids]) => ` ${keyText(chord)} is used twice: ${ids.map(nameOf).join(', ')}.`,
          )}
        </p>
        <ul className="help-keys">
          {deskActions.map((action) => {
            const chord = chords.get(action.id) ?? null;
            return (
              <li key={action.id}>
                <button
                  type="button"
                  className="key help-key"
                  aria-label={`Key for ${action.name}: ${chord === null ? 'none' : keyText(chord)}`}
                  aria-pressed={waiting === action.id}
                  onClick={() => {
                    setProblem(null);
                    setWaiting(action.id);
                  }}
                  onKeyDown={(event) => take(event, action)}
                  onBlur={() => setWaiting(null)}
                >
                  {waiting === action.id ? 'press …' : chord === null ? '—' : keyText(chord)}
                </button>
                <span>{action.name}</span>
              </li>
            );
          })}
          {fixed.map(([key, meaning]) => (
            <li key={key}>
              <kbd className="key">{key}</kbd>
              <span>{meaning}</span>
            </li>
          ))}
        </ul>
        <p className="muted help-credits">
          {info !== undefined && `Portico ${info.version} · ${info.profile} · ${info.gatewayUrl}. `}
          Price charts by TradingView Lightweight Charts. Typeface Inter. Not made or endorsed by Interactive
          Brokers.
        </p>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => void changePreferences({ keys: {} })}>
          Reset all keys
        </button>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
