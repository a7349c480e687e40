import { useMemo } from 'react';
import type { Conid } from '../../../shared/domain/ids';
import type { Watchlist } from '../../../shared/domain/watchlist';
import { useQuoteStream } from '../../live/quote-store';
import { tradeItems, useHeldOf } from '../../live/trade-actions';
import { showInstrument, useWorkspace } from '../../state/workspace-store';
import { DataGrid } from '../../ui/data-grid';
import { EmptyState } from '../../ui/empty-state';
import type { GridColumn } from '../../ui/grid-model';
import { QuoteChange, QuoteLast, QuoteMark } from './quote-cells';

type Row = Watchlist['rows'][number];

export function WatchlistTable({
  list,
  onRemove,
}: {
  readonly list: Watchlist;
  readonly onRemove: (conid: Conid) => void;
}) {
  const active = useWorkspace((workspace) => workspace.conid);
  useQuoteStream(list.rows.map((row) => row.conid));
  const heldOf = useHeldOf();
  const menu = useMemo(
    () => ({
      nameOf: symbolOf,
      itemsOf: (row: Row) => [
        ...tradeItems({ conid: row.conid, symbol: symbolOf(row) }, heldOf(row.conid)),
        { name: 'Remove from the list', onPick: () => onRemove(row.conid), newGroup: true },
      ],
    }),
    [heldOf, onRemove],
  );
  return (
    <DataGrid
      label="Watchlist quotes"
      rows={list.rows}
      columns={columns}
      rowId={(row) => String(row.conid)}
      selectedId={active === null ? null : String(active)}
      onOpen={(row) => showInstrument(row.conid, symbolOf(row))}
      menu={menu}
      empty={
        <EmptyState title="This list is empty.">
          <p>Add a symbol below.</p>
        </EmptyState>
      }
    />
  );
}

const symbolOf = (row: Row): string => row.symbol ?? String(row.conid);

const columns: ReadonlyArray<GridColumn<Row>> = [
  {
    id: 'symbol',
    header: 'Symbol',
    width: 84,
    hint: (row) => row.name ?? undefined,
    cell: (row) => (
      <>
        <span className="symbol">{symbolOf(row)}</span> <QuoteMark conid={row.conid} />
      </>
    ),
  },
  {
    id: 'last',
    header: 'Last',
    width: 68,
    align: 'end',
    cell: (row) => <QuoteLast conid={row.conid} />,
  },
  {
    id: 'change',
    header: 'Change',
    width: 74,
    align: 'end',
    hideBelow: 330,
    cell: (row) => <QuoteChange conid={row.conid} kind="amount" />,
  },
  {
    id: 'percent',
    header: 'Chg %',
    width: 74,
    align: 'end',
    cell: (row) => <QuoteChange conid={row.conid} kind="percent" />,
  },
];
