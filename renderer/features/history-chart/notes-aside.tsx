import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChartLine } from '../../../shared/domain/chart-line';
import type { Conid } from '../../../shared/domain/ids';
import { priceText } from '../../format/number-text';
import type { Zone } from '../../format/zoned-time';
import { documentsQueries, useSaveDocument } from '../../ipc/documents-queries';
import { lineWords } from './chart-words';
import { barTimeText } from './zoned-axis';

/** What the user keeps about this instrument: a note, and the lines on its chart. Stays on this computer. */
export function NotesAside({
  conid,
  symbol,
  lines,
  onRemove,
  zone,
  digits,
}: {
  readonly conid: Conid;
  readonly symbol: string;
  readonly lines: ReadonlyArray<ChartLine>;
  readonly onRemove: (id: string) => void;
  readonly zone: Zone;
  readonly digits: number;
}) {
  const { data } = useQuery(documentsQueries.list('note'));
  const stored = data?.find((document) => document.id === String(conid))?.value.text;
  return (
    <aside className="chart-notes" aria-label={`Notes on ${symbol}`}>
      {data !== undefined && <Note key={conid} conid={conid} symbol={symbol} stored={stored ?? ''} />}
      <h3 className="field-label">Lines</h3>
      {lines.length === 0 && <p className="muted">None yet. Draw one with the Draw menu.</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <span>
              {lineWords[line.kind]}{' '}
              <span className="muted">
                {line.kind === 'vertical'
                  ? barTimeText(zone, line.from.timeMs, false)
                  : line.kind === 'horizontal'
                    ? priceText(line.from.price, digits)
                    : `${priceText(line.from.price, digits)} → ${priceText(line.to.price, digits)}`}
              </span>
            </span>
            <button
              type="button"
              className="button button-quiet button-small"
              aria-label={`Remove the ${lineWords[line.kind].toLowerCase()} at ${priceText(line.from.price, digits)}`}
              onClick={() => onRemove(line.id)}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Note({
  conid,
  symbol,
  stored,
}: {
  readonly conid: Conid;
  readonly symbol: string;
  readonly stored: string;
}) {
  const [text, setText] = useState(stored);
  const { mutate, isSuccess, isError } = useSaveDocument('note');
  return (
    <label className="field">
      <span className="field-label">
        Note on {symbol}
        <span role="status" className="unit">
          {isError ? 'could not be saved' : isSuccess && text === stored ? 'saved' : ''}
        </span>
      </span>
      <textarea
        className="input"
        rows={6}
        maxLength={10_000}
        value={text}
        placeholder="Only on this computer"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          if (text !== stored) mutate({ id: String(conid), value: { text } });
        }}
      />
    </label>
  );
}
