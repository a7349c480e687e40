import { useMemo } from 'react';
import { type Decimal, sign } from '../../../shared/domain/decimal';
import type { PositionList } from '../../../shared/domain/portfolio';
import type { Position } from '../../../shared/domain/position';
import { numberText, priceText, quantityText, shareText, unknownText } from '../../format/number-text';
import { tradeItems } from '../../live/trade-actions';
import { showInstrument, useWorkspace } from '../../state/workspace-store';
import { DataGrid } from '../../ui/data-grid';
import { EmptyState } from '../../ui/empty-state';
import type { GridColumn } from '../../ui/grid-model';
import { Change } from '../../ui/change';
import { PriceCell } from '../../ui/price-cell';
import { percentOf } from '../../format/percent-of';
import { gainPercent, isOpen } from './position-figures';

export function PositionsTable({
  list,
  netLiquidation,
}: {
  readonly list: PositionList;
  readonly netLiquidation: Decimal | null;
}) {
  const active = useWorkspace((workspace) => workspace.conid);
  const columns = useMemo(() => columnsOf(netLiquidation), [netLiquidation]);
  const open = useMemo(() => list.positions.filter(isOpen), [list.positions]);
  return (
    <DataGrid
      label="Positions"
      rows={open}
      columns={columns}
      rowId={(row) => String(row.conid)}
      selectedId={active === null ? null : String(active)}
      onOpen={(row) => showInstrument(row.conid, row.symbol)}
      menu={rowMenu}
      empty={
        <EmptyState title="No open positions.">
          <p>What this account buys or sells short appears here within seconds.</p>
        </EmptyState>
      }
    />
  );
}

const rowMenu = {
  nameOf: (row: Position) => row.symbol,
  itemsOf: (row: Position) => tradeItems(row, row.quantity),
};

const columnsOf = (netLiquidation: Decimal | null): ReadonlyArray<GridColumn<Position>> => [
  {
    id: 'symbol',
    header: 'Symbol',
    width: 128,
    sortBy: (row) => row.symbol,
    hint: (row) => row.name ?? undefined,
    cell: (row) => (
      <>
        <span className="symbol">{row.symbol}</span>
        <span className="beside">{[row.exchange, row.currency].filter(Boolean).join(' · ')}</span>
      </>
    ),
  },
  {
    id: 'name',
    header: 'Name',
    width: 150,
    hideBelow: 1080,
    sortBy: (row) => row.name,
    cell: (row) => <span className="muted">{row.name ?? unknownText}</span>,
  },
  {
    id: 'sector',
    header: 'Sector',
    width: 110,
    hideBelow: 1300,
    sortBy: (row) => row.sector,
    cell: (row) => <span className="muted">{row.sector ?? unknownText}</span>,
  },
  {
    id: 'quantity',
    header: 'Quantity',
    width: 76,
    align: 'end',
    sortBy: (row) => row.quantity,
    cell: (row) => (
      <>
        {quantityText(row.quantity)}
        {sign(row.quantity) < 0 && <span className="hidden-text"> short</span>}
      </>
    ),
  },
  {
    id: 'last',
    header: 'Last',
    width: 80,
    align: 'end',
    sortBy: (row) => row.marketPrice,
    cell: (row) => <PriceCell value={row.marketPrice} digits={null} />,
  },
  {
    id: 'average',
    header: 'Avg price',
    width: 80,
    align: 'end',
    hideBelow: 560,
    sortBy: (row) => row.averagePrice,
    cell: (row) => priceText(row.averagePrice, twoOrMore(row.averagePrice)),
  },
  {
    id: 'value',
    header: 'Market value',
    width: 104,
    align: 'end',
    sortBy: (row) => row.marketValue,
    cell: (row) => numberText(row.marketValue, 2),
  },
  {
    id: 'value-base',
    header: 'In base',
    width: 104,
    align: 'end',
    hideBelow: 860,
    hint: () => 'Market value in the account’s base currency',
    sortBy: (row) => row.marketValueBase,
    cell: (row) => numberText(row.marketValueBase, 2),
  },
  {
    id: 'gain',
    header: 'Unrealised',
    width: 106,
    align: 'end',
    sortBy: (row) => row.unrealizedPnl,
    cell: (row) => <Change value={row.unrealizedPnl} />,
  },
  {
    id: 'gain-percent',
    header: 'Unreal. %',
    width: 76,
    align: 'end',
    hideBelow: 640,
    sortBy: gainPercent,
    cell: (row) => <Change value={gainPercent(row)} suffix="%" arrow={false} />,
  },
  {
    id: 'weight',
    header: 'Weight',
    width: 62,
    align: 'end',
    hideBelow: 640,
    sortBy: (row) => percentOf(row.marketValueBase, netLiquidation),
    hint: () => 'Market value in the base currency as a share of net liquidation',
    cell: (row) => shareText(percentOf(row.marketValueBase, netLiquidation)),
  },
];

// IBKR averages carry up to eight digits of noise; two suffice above one unit, four below.
const twoOrMore = (average: Decimal | null): number =>
  average !== null && Math.abs(Number(average)) < 5 ? 4 : 2;
