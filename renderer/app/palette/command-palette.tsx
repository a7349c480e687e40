import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog } from '../../ui/dialog';
import type { DeskHands } from '../actions/desk-actions';
import { keyText } from '../actions/key-text';
import type { PaletteItem } from './palette-item';
import { usePaletteItems } from './use-palette-items';
import './palette.css';

/** Everything by name: actions, panels, layouts, symbols, and orders typed as a sentence, which fill the ticket. */
export function CommandPalette({
  hands,
  onClose,
}: {
  readonly hands: DeskHands;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { items, message } = usePaletteItems(text, hands);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(at, Math.max(0, items.length - 1));
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current, items]);

  const pick = (item: PaletteItem | undefined): void => {
    if (item === undefined || item.obstacle != null) return;
    // The dialog gives the focus back first: what is run may want it.
    onClose();
    requestAnimationFrame(item.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (event.key === 'Enter' && !event.repeat) pick(items[current]);
    else if (step !== undefined && items.length > 0)
      setAt(
        Math.abs(step) === 1
          ? (current + step + items.length) % items.length
          : clamp(current + step, items.length),
      );
    else return;
    event.preventDefault();
  };

  return (
    <Dialog name="Command palette" onClose={onClose} className="palette">
      <input
        className="palette-input"
        role="combobox"
        type="text"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        aria-label="Command, symbol or order"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={items.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        placeholder="Type a command, a symbol, or an order: buy 100 aapl lmt 190 day"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="What it can mean" className="palette-list">
        {items.map((item, index) => (
          <div
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            aria-disabled={item.obstacle != null}
            className="palette-item"
            onPointerMove={() => setAt(index)}
            onClick={() => pick(item)}
          >
            <span className="palette-name">{item.name}</span>
            <span className="palette-detail">{item.obstacle ?? item.detail}</span>
            {item.key != null && <kbd className="key">{keyText(item.key)}</kbd>}
            <span className="palette-group">{item.group}</span>
          </div>
        ))}
      </div>
      <p className="palette-foot" role="status">
        {message ??
          (text === '' ? 'An order fills the ticket. Nothing is sent from here.' : countOf(items.length))}
      </p>
    </Dialog>
  );
}

const clamp = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at));
const countOf = (count: number): string => (count === 1 ? '1 result' : `${count} results`);
