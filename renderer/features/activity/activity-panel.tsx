import type { ActivityEntry } from '../../../shared/domain/activity';
import { stampText } from '../../format/time-text';
import { useActivity } from '../../live/activity-feed';
import { useNow } from '../../ui/clock';
import { DataGrid } from '../../ui/data-grid';
import { useMoney } from '../../ui/discreet';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { entryWords } from './entry-words';
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
  const money = useMoney();
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
            ...{ id: 'title', header: 'Happened', width: 300, hint: (entry) => entryWords(entry, money)[0] },
            cell: (entry) => <span className={`activity-${entry.level}`}>{entryWords(entry, money)[0]}</span>,
          },
          {
            ...{ id: 'text', header: 'Details', width: 340, hint: (entry) => entryWords(entry, money)[1] },
            cell: (entry) => (
              <span className="muted">{entryWords(entry, money)[1].replace(/\s+/g, ' ')}</span>
            ),
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
