import { Combobox, useCombobox } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import './pick-input.css';

export interface PickOption {
  readonly value: string;
  readonly text: string;
  /** Said beside it and searched too: the path of a place, a code. */
  readonly note?: string;
  /** Steps to the right: a tree laid flat. */
  readonly depth?: number;
}

// More lines than anybody reads; a list of thousands opens as fast as one of ten.
const mostShown = 100;
const floating = { target: '#floating' };

/** One of very many: typed words narrow the list, arrows walk it, Enter picks. Shows the choice while not typed in. */
export function PickInput({
  label,
  value,
  options,
  placeholder,
  onPick,
}: {
  readonly label: string;
  /** `null`: nothing chosen. */
  readonly value: string | null;
  readonly options: ReadonlyArray<PickOption>;
  readonly placeholder?: string;
  readonly onPick: (value: string) => void;
}) {
  const id = useId();
  /** `null` while nobody types. */
  const [typed, setTyped] = useState<string | null>(null);
  const store = useCombobox({ onDropdownClose: () => store.resetSelectedOption() });
  const chosen = options.find((option) => option.value === value);
  const words = typed?.trim() ?? '';
  const found = useMemo(() => matching(options, words), [options, words]);
  const shown = found.slice(0, mostShown);
  const close = (): void => {
    setTyped(null);
    store.closeDropdown();
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Combobox
        store={store}
        onOptionSubmit={(picked) => {
          close();
          onPick(picked);
        }}
        position="bottom-start"
        width={320}
        offset={4}
        portalProps={floating}
      >
        <Combobox.Target withExpandedAttribute>
          <input
            id={id}
            aria-label={label}
            className="input pick-input"
            role="combobox"
            type="text"
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            placeholder={chosen?.text ?? placeholder}
            title={chosen?.note}
            value={typed ?? chosen?.text ?? ''}
            onChange={(event) => {
              setTyped(event.target.value);
              store.openDropdown();
              store.selectFirstOption();
            }}
            onClick={() => {
              setTyped('');
              store.openDropdown();
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') close();
              else if (event.key === 'ArrowDown' && typed === null) setTyped('');
            }}
            onBlur={close}
          />
        </Combobox.Target>
        <Combobox.Dropdown tabIndex={-1} className="pick-list">
          <Combobox.Options aria-label={label}>
            {shown.map((option) => (
              <Combobox.Option
                key={option.value}
                value={option.value}
                active={option.value === value}
                className="pick-option"
                data-depth={words === '' ? (option.depth ?? 0) : 0}
              >
                <span>{option.text}</span>
                {option.note !== undefined && <span className="pick-note">{option.note}</span>}
              </Combobox.Option>
            ))}
            {found.length === 0 && (
              <Combobox.Empty className="pick-more">Nothing by that name.</Combobox.Empty>
            )}
          </Combobox.Options>
          {found.length > mostShown && (
            <p className="pick-more">{found.length - mostShown} more: type to narrow.</p>
          )}
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}

/** Every word somewhere in the line; lines that begin with the words come first. */
export function matching(options: ReadonlyArray<PickOption>, words: string): ReadonlyArray<PickOption> {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return options;
  const begins: PickOption[] = [];
  const holds: PickOption[] = [];
  for (const option of options) {
    const line = `${option.text} ${option.note ?? ''} ${option.value}`.toLowerCase();
    if (!parts.every((part) => line.includes(part))) continue;
    (line.startsWith(parts.join(' ')) ? begins : holds).push(option);
  }
  return [...begins, ...holds];
}
