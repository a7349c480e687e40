import type { ActivityEntry } from '../../../shared/domain/activity';
import { stampText } from '../../format/time-text';
import { useActivity } from '../../live/activity-feed';
import { useNow } from '../../ui/clock';
import { DataGrid } from '../../ui/data-grid';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import './activity.css';

const kinds: Readonly<Record<ActivityEntry['kind'], string>> = {
  fill: 'Fill',
  order: 'Order',
  rejection: 'Refusal',
  session: 'Session',
  notice: 'IBKR',
};

/** What happened, newest first: fills, refusals, the session, IBKR's notices. */
export function ActivityPanel() {
  const { entries } = useActivity();
  const nowMs = useNow();
  return (
    <Panel name="Activity">
      <DataGrid<ActivityEntry>
        label="Activity"
        rows={entries}
        rowId={(entry) => entry.id}
        columns={[
          {
            ...{ id: 'time', header: 'Time', width: 110 },
            sortBy: ({ atMs }) => atMs,
            cell: ({ atMs }) => stampText(atMs, nowMs),
          },
          { id: 'kind', header: 'What', width: 70, cell: ({ kind }) => kinds[kind] },
          {
            ...{ id: 'title', header: 'Happened', width: 300, hint: ({ title }) => title },
            cell: ({ title, level }) => <span className={`activity-${level}`}>{title}</span>,
          },
          {
            ...{ id: 'text', header: 'Details', width: 340, hint: ({ text }) => text },
            cell: ({ text }) => <span className="muted">{text.replace(/\s+/g, ' ')}</span>,
          },
          { id: 'account', header: 'Account', width: 90, cell: ({ accountId }) => accountId ?? '' },
        ]}
        empty={
          <EmptyState title="Nothing has happened yet">
            <p>Fills, refusals, changes of the session and IBKR’s notices are listed here and kept.</p>
          </EmptyState>
        }
      />
    </Panel>
  );
}
