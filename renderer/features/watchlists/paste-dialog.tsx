import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import type { WatchlistRow } from '../../../shared/domain/watchlist';
import { assetClassWord } from '../../format/asset-class';
import { call, failureOf } from '../../ipc/client';
import { Dialog } from '../../ui/dialog';
import { readWatchlistText } from './watchlist-csv';

const maxSymbols = 100;

/** Many symbols at once. One ticker has many homes: where IBKR knows several, the human says which. */
export function PasteDialog({
  initial,
  onFound,
  onClose,
}: {
  /** What a file held; empty for a paste. */
  readonly initial: string;
  readonly onFound: (certain: ReadonlyArray<WatchlistRow>, chosen: ReadonlyArray<InstrumentMatch>) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(initial);
  const [choices, setChoices] = useState<Readonly<Record<string, number>>>({});
  const imported = readWatchlistText(text);
  const symbols = imported.symbols.slice(0, maxSymbols);
  const resolve = useMutation({
    mutationFn: () => call('contracts.resolve', { symbols }),
    retry: false,
  });
  const failure = failureOf(resolve.error);
  const results = resolve.data ?? [];
  const ambiguous = results.filter(({ matches }) => matches.length > 1);
  const unknown = results.filter(({ matches }) => matches.length === 0);
  const chosen = results.flatMap(({ symbol, matches }) => {
    const only = matches.length === 1 ? matches[0] : matches.find(({ conid }) => conid === choices[symbol]);
    return only === undefined ? [] : [only];
  });
  const asked = resolve.isSuccess || (symbols.length === 0 && imported.rows.length > 0);
  const total = imported.rows.filter(({ kind }) => kind === 'instrument').length + chosen.length;
  const open = ambiguous.filter(({ symbol }) => choices[symbol] === undefined).length;
  return (
    <Dialog name="Paste symbols" onClose={onClose} className="paste-dialog">
      <header className="dialog-head">
        <h2>Paste symbols</h2>
      </header>
      <div className="dialog-body">
        {!resolve.isSuccess && (
          <>
            <textarea
              className="input watchlist-text"
              aria-label="Symbols or a table"
              autoFocus
              placeholder="AAPL, MSFT, SAP …  or a table with a column “symbol” or “conid”"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <p className="muted">
              {imported.rows.length > 0 && `${imported.rows.length} rows by contract id. `}
              {imported.symbols.length} {imported.symbols.length === 1 ? 'symbol' : 'symbols'} to look up
              {imported.symbols.length > maxSymbols && `; the first ${maxSymbols} of them at once`}.
            </p>
          </>
        )}
        {failure !== null && (
          <p role="alert" className="field-note">
            {failure.message} {failure.action}
          </p>
        )}
        {ambiguous.length > 0 && <p>Several contracts carry these symbols. Which do you mean?</p>}
        <div className="paste-choices">
          {ambiguous.map(({ symbol, matches }) => (
            <fieldset key={symbol}>
              <legend className="symbol">{symbol}</legend>
              {matches.map((match) => (
                <label key={match.conid} className="check">
                  <input
                    type="radio"
                    name={`paste-${symbol}`}
                    checked={choices[symbol] === match.conid}
                    onChange={() => setChoices({ ...choices, [symbol]: match.conid })}
                  />
                  <span>
                    {match.name} <span className="muted">{homeOf(match)}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        {unknown.length > 0 && (
          <p className="field-note">
            IBKR knows nothing by: {unknown.map(({ symbol }) => symbol).join(', ')}
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Back
        </button>
        {asked ? (
          <button
            type="button"
            className="button button-primary"
            disabled={total === 0 && imported.rows.length === 0}
            onClick={() => onFound(imported.rows, chosen)}
          >
            {open === 0 ? `Add ${total}` : `Add ${total}, leave out ${open}`}
          </button>
        ) : (
          <button
            type="button"
            className="button button-primary"
            disabled={symbols.length === 0 || resolve.isPending}
            aria-busy={resolve.isPending}
            onClick={() => resolve.mutate()}
          >
            Look up
          </button>
        )}
      </footer>
    </Dialog>
  );
}

const homeOf = ({ exchange, assetClass, currency }: InstrumentMatch): string =>
  [exchange, assetClassWord(assetClass), currency].filter(Boolean).join(' · ');
