import { useMemo } from 'react';
import type { Intent, IntentState } from '../../../shared/domain/intent';
import type { OrderBook } from '../../../shared/domain/order';
import { unknownText } from '../../format/number-text';
import { ContractTime } from '../../live/contract-time';
import { showInstrument } from '../../state/workspace-store';
import { DataGrid } from '../../ui/data-grid';
import { useMoney, type MoneyText } from '../../ui/discreet';
import { EmptyState } from '../../ui/empty-state';
import type { GridColumn } from '../../ui/grid-model';
import { RowButton } from '../../ui/row-button';

/** Every decision sent from here and what became of it, those without an order of their own included. */
export function SentTable({
  book,
  onTimeline,
}: {
  readonly book: OrderBook;
  readonly onTimeline: (intent: Intent) => void;
}) {
  const rows = useMemo(
    () => [...book.intents].sort((a, b) => (b.sentAtMs ?? b.changedAtMs) - (a.sentAtMs ?? a.changedAtMs)),
    [book.intents],
  );
  const { words } = useMoney();
  const columns = useMemo(() => [...facts(words), timelineColumn(onTimeline, words)], [onTimeline, words]);
  return (
    <DataGrid
      label="Orders and changes sent from Portico"
      rows={rows}
      columns={columns}
      rowId={(intent) => intent.intentId}
      onOpen={(intent) => showInstrument(intent.conid, intent.symbol)}
      empty={
        <EmptyState title="Nothing was sent from here today.">
          <p>Each order and each change you confirm appears here, whatever becomes of it.</p>
        </EmptyState>
      }
    />
  );
}

const stateWords = {
  journaled: 'Preparing',
  sending: 'Sending',
  question: 'IBKR asks',
  answering: 'Answering',
  declining: 'Declining',
  acknowledged: 'Acknowledged',
  working: 'Working',
  filled: 'Filled',
  cancelled: 'Cancelled',
  rejected: 'Rejected',
  'not-sent': 'Not sent',
  unknown: 'Outcome unknown',
} as const satisfies Record<IntentState, string>;

const facts = (words: MoneyText['words']): ReadonlyArray<GridColumn<Intent>> => [
  {
    id: 'time',
    header: 'Time',
    width: 100,
    sortBy: (intent) => intent.sentAtMs,
    cell: (intent) => (
      <span className="muted">
        {intent.sentAtMs === null ? (
          unknownText
        ) : (
          <ContractTime conid={intent.conid} timeMs={intent.sentAtMs} />
        )}
      </span>
    ),
  },
  {
    id: 'kind',
    header: 'What',
    width: 58,
    sortBy: (intent) => intent.kind,
    cell: (intent) => (intent.kind === 'place' ? 'Order' : 'Change'),
  },
  {
    id: 'sentence',
    header: 'Confirmed as',
    width: 320,
    hint: (intent) => words(intent.sentence),
    cell: (intent) => words(intent.sentence),
  },
  {
    id: 'state',
    header: 'Became',
    width: 118,
    sortBy: (intent) => stateWords[intent.state],
    hint: (intent) => (intent.reason === null ? undefined : words(intent.reason)),
    cell: (intent) => (
      <span className={intent.state === 'unknown' ? 'sent-unknown' : undefined}>
        {stateWords[intent.state]}
      </span>
    ),
  },
  {
    id: 'order',
    header: 'Order',
    width: 96,
    hideBelow: 700,
    cell: (intent) => <span className="mono muted">{intent.orderId ?? unknownText}</span>,
  },
];

const timelineColumn = (
  onTimeline: (intent: Intent) => void,
  words: MoneyText['words'],
): GridColumn<Intent> => ({
  id: 'timeline',
  header: 'Timeline',
  headerHidden: true,
  width: 76,
  align: 'end',
  cell: (intent) => (
    <RowButton
      name={`Timeline of ${words(intent.sentence)}`}
      disabled={false}
      onPress={() => onTimeline(intent)}
    >
      Timeline
    </RowButton>
  ),
});
