import { useId, useMemo, useState } from 'react';
import type { ConsoleAnswer } from '../../../shared/domain/console';
import { clockText } from '../../format/time-text';
import { saveText } from '../../ipc/files';
import { copyText } from '../../ui/copy-text';
import { DataGrid } from '../../ui/data-grid';
import { TabList, TabPanel } from '../../ui/tabs';
import { type AnswerRow, rowsOf } from './answer-rows';
import { JsonTree } from './json-tree';

type View = 'tree' | 'json' | 'table' | 'request';
const jsonLimit = 300_000;

/** What came back, as a tree, as text, as a table; what was asked; and both for the clipboard. */
export function AnswerView({ answer }: { readonly answer: ConsoleAnswer }) {
  const [view, setView] = useState<View>('tree');
  const [said, setSaid] = useState('');
  const group = useId();
  const data = useMemo(() => parsed(answer.dataJson), [answer.dataJson]);
  const rows = useMemo(() => rowsOf(data), [data]);
  const text = useMemo(() => (data === undefined ? '' : JSON.stringify(data, null, 2)), [data]);
  const copy = (what: string, words: string): void =>
    setSaid(copyText(words) ? `${what} copied` : `${what} could not be copied`);

  return (
    <section className="console-answer" aria-label="Answer">
      <header className="console-answer-head">
        <span className={answer.failure === null ? 'badge' : 'badge badge-warn'} role="status">
          {answer.failure === null ? 'answered' : answer.failure.code}
        </span>
        <span className="muted">
          {clockText(answer.atMs)} · {answer.tookMs} ms
          {answer.notKnownYet && ' · IBKR has not said that this is all'}
        </span>
        <TabList
          group={group}
          label="Answer as"
          active={view}
          onActive={setView}
          tabs={[
            { id: 'tree', name: 'Tree' },
            { id: 'json', name: 'JSON' },
            ...(rows === null ? [] : [{ id: 'table' as const, name: 'Table', count: rows.rows.length }]),
            { id: 'request', name: 'Request' },
          ]}
        />
        <span className="console-copies">
          <span className="muted" role="status">
            {said}
          </span>
          <CopyButton name="JSON" words={text} onCopy={copy} />
          <CopyButton name="curl" words={answer.curl} onCopy={copy} />
          <CopyButton name="CLI call" words={answer.cli} onCopy={copy} />
          <button
            type="button"
            className="button button-small"
            disabled={text === ''}
            onClick={() => void saveText(`${answer.method}.json`, text)}
          >
            Save …
          </button>
        </span>
      </header>
      <TabPanel group={group} active={view}>
        {view === 'request' ? (
          <RequestView answer={answer} />
        ) : answer.failure !== null ? (
          <div className="console-text" role="alert">
            <p>{answer.failure.message}</p>
            <p className="mono muted selectable">{answer.failure.detail}</p>
          </div>
        ) : view === 'table' && rows !== null ? (
          <DataGrid<AnswerRow>
            label="Answer as a table"
            rows={rows.rows}
            rowId={(row) => String(row.at)}
            columns={rows.columns.map((column) => ({
              id: column === '' ? 'key' : column,
              header: column === '' ? 'key' : column,
              width: 110,
              sortBy: (row) => row.cells[column] ?? '',
              cell: (row) => row.cells[column] ?? '',
            }))}
          />
        ) : view === 'json' ? (
          <pre className="console-text mono selectable" tabIndex={0}>
            {text.length > jsonLimit ? `${text.slice(0, jsonLimit)}\n… save it to see the rest` : text}
          </pre>
        ) : (
          <div className="console-text" tabIndex={0}>
            <JsonTree value={data} />
          </div>
        )}
      </TabPanel>
    </section>
  );
}

function CopyButton({
  name,
  words,
  onCopy,
}: {
  readonly name: string;
  readonly words: string;
  readonly onCopy: (name: string, words: string) => void;
}) {
  return (
    <button
      type="button"
      className="button button-small"
      aria-label={`Copy as ${name}`}
      disabled={words === ''}
      onClick={() => onCopy(name, words)}
    >
      {name}
    </button>
  );
}

function RequestView({ answer: { request, curl, cli } }: { readonly answer: ConsoleAnswer }) {
  return (
    <div className="console-text mono selectable" tabIndex={0}>
      {request === null ? (
        <p className="muted">Nothing went to the gateway by this call itself.</p>
      ) : (
        <>
          <p>
            {request.verb} {request.url}
          </p>
          {request.bodyJson !== null && <pre>{JSON.stringify(parsed(request.bodyJson), null, 2)}</pre>}
          <p className="muted">{curl}</p>
        </>
      )}
      <p className="muted">{cli}</p>
    </div>
  );
}

function parsed(json: string | null): unknown {
  return json === null ? undefined : (JSON.parse(json) as unknown);
}
