import { clockText } from '../../format/time-text';
import { DataGrid } from '../../ui/data-grid';
import { EmptyState } from '../../ui/empty-state';
import type { Chosen } from './console-panel';
import { type ConsoleRun, forgetRuns } from './run-history';

/** What was run in this window, newest first; Enter opens the form with the same arguments. */
export function HistoryPage({
  runs,
  onChoose,
}: {
  readonly runs: ReadonlyArray<ConsoleRun>;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  return (
    <article className="console-page" aria-label="History">
      <div className="console-title console-history-head">
        <h3>What was run here</h3>
        <span className="muted">kept until this window closes, never on disk</span>
        <button
          type="button"
          className="button button-small"
          disabled={runs.length === 0}
          onClick={forgetRuns}
        >
          Clear
        </button>
      </div>
      <DataGrid
        label="Runs"
        rows={runs}
        rowId={(run) => String(run.number)}
        onOpen={({ answer }) =>
          onChoose({ kind: 'method', name: answer.method, argumentsJson: answer.argumentsJson })
        }
        columns={[
          { id: 'time', header: 'Time', width: 96, cell: ({ answer }) => clockText(answer.atMs) },
          { id: 'method', header: 'Method', width: 190, cell: ({ answer }) => answer.method },
          {
            id: 'answer',
            header: 'Answer',
            width: 110,
            cell: ({ answer }) => (answer.failure === null ? 'answered' : answer.failure.code),
          },
          { id: 'took', header: 'ms', width: 60, align: 'end', cell: ({ answer }) => answer.tookMs },
          {
            id: 'arguments',
            header: 'Arguments',
            width: 320,
            cell: ({ answer }) => answer.argumentsJson.replace(/\s+/g, ' '),
          },
        ]}
        empty={
          <EmptyState title="Nothing was run yet">
            <p>Choose a method, fill its form, press Run.</p>
          </EmptyState>
        }
      />
    </article>
  );
}
