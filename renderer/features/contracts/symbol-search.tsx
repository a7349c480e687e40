import { Combobox, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useEffect, useState } from 'react';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import { contractsQueries } from '../../ipc/contracts-queries';
import { failureOf } from '../../ipc/client';
import { useReady } from '../../live/session-feed';
import { noteFound } from '../../state/recent-instruments';
import { assetClassWord } from '../../format/asset-class';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import './symbol-search.css';

const settleMs = 180;
// Inside the page's main landmark, and above every panel's edge.
const floating = { target: '#floating' };

/** Finds a contract by symbol or name. Exchange, currency and kind stand in every line: one ticker has many homes. */
export function SymbolSearch({
  label,
  placeholder,
  onPick,
  inputRef,
  hint,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly onPick: (match: InstrumentMatch) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The key that leads here. */
  readonly hint?: string;
}) {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), settleMs);
  const ready = useReady();
  const query = useQuery({ ...contractsQueries.search(settled), enabled: ready && settled !== '' });
  const matches = text.trim() === '' ? [] : (query.data ?? []);
  const store = useCombobox({ onDropdownClose: () => store.resetSelectedOption() });
  const { selectFirstOption } = store;
  const first = matches[0]?.conid;
  // The answer comes after the key: Enter takes its first line.
  useEffect(() => {
    if (first !== undefined) selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Mantine makes the function anew at each rendering
  }, [first]);

  const pick = (conid: string): void => {
    const match = matches.find((candidate) => String(candidate.conid) === conid);
    if (match === undefined) return;
    setText('');
    store.closeDropdown();
    noteFound(match);
    onPick(match);
  };
  const failure = failureOf(query.error);
  const message = !ready
    ? 'Search needs the connection to IBKR.'
    : (failure?.message ??
      (query.isPending || settled !== text.trim() ? 'Searching' : 'Nothing by that name.'));

  return (
    <div className="symbol-search">
      <Combobox
        store={store}
        onOptionSubmit={pick}
        position="bottom-start"
        width={360}
        offset={4}
        portalProps={floating}
      >
        <Combobox.Target withExpandedAttribute>
          <input
            ref={inputRef}
            className="input"
            role="combobox"
            type="text"
            aria-label={label}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            placeholder={placeholder}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              store.openDropdown();
              store.selectFirstOption();
            }}
            onFocus={() => text !== '' && store.openDropdown()}
            onBlur={() => store.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              setText('');
              event.currentTarget.blur();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown tabIndex={-1} hidden={text.trim() === ''} className="symbol-list">
          <Combobox.Options aria-label={label}>
            {matches.map((match, index) => (
              <Combobox.Option
                key={match.conid}
                value={String(match.conid)}
                selected={index === 0}
                className="symbol-option"
              >
                <Match match={match} />
              </Combobox.Option>
            ))}
            {matches.length === 0 && <Combobox.Empty className="symbol-none">{message}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {hint !== undefined && text === '' && (
        <kbd className="key symbol-hint" aria-hidden="true">
          {hint}
        </kbd>
      )}
    </div>
  );
}

function Match({ match }: { readonly match: InstrumentMatch }) {
  return (
    <>
      <span className="symbol">{match.symbol}</span>
      <span className="symbol-option-name">{match.name}</span>
      <span className="symbol-option-home">
        {[match.exchange, assetClassWord(match.assetClass), match.currency].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
