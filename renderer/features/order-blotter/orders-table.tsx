import { useMemo } from 'react';
import type { Order } from '../../../shared/domain/order';
import { priceText, quantityText } from '../../format/number-text';
import { stampText } from '../../format/time-text';
import { askTicket } from '../../state/ticket-requests';
import { showInstrument } from '../../state/workspace-store';
import { currentMs } from '../../ui/clock';
import { DataGrid } from '../../ui/data-grid';
import { EmptyState } from '../../ui/empty-state';
import type { GridColumn } from '../../ui/grid-model';
import { RowButton } from '../../ui/row-button';
import { canChange, orderName, phaseWords } from './order-lists';

export function OrdersTable({
  label,
  orders,
  canAct,
  onCancel,
  empty,
}: {
  readonly label: string;
  readonly orders: ReadonlyArray<Order>;
  /** Orders can be sent now. */
  readonly canAct: boolean;
  readonly onCancel: (order: Order) => void;
  readonly empty: string;
}) {
  const columns = useMemo(() => columnsOf(canAct, onCancel), [canAct, onCancel]);
  return (
    <DataGrid
      label={label}
      rows={orders}
      columns={columns}
      rowId={(order) => order.orderId}
      onOpen={(order) => showInstrument(order.conid, order.symbol)}
      empty={
        <EmptyState title={empty}>
          <p>Orders placed here, in TWS or on the phone appear within seconds.</p>
        </EmptyState>
      }
    />
  );
}

const columnsOf = (canAct: boolean, onCancel: (order: Order) => void): ReadonlyArray<GridColumn<Order>> => [
  {
    id: 'time',
    header: 'Time',
    width: 106,
    sortBy: (order) => order.updatedMs,
    cell: (order) => <span className="muted">{stampText(order.updatedMs, currentMs())}</span>,
  },
  {
    id: 'side',
    header: 'Side',
    width: 46,
    sortBy: (order) => order.side,
    cell: (order) => (
      <span className={`side-${order.side.toLowerCase()}`}>{order.side === 'BUY' ? 'Buy' : 'Sell'}</span>
    ),
  },
  {
    id: 'symbol',
    header: 'Symbol',
    width: 70,
    sortBy: (order) => order.symbol,
    hint: (order) => order.description ?? undefined,
    cell: (order) => <span className="symbol">{order.symbol}</span>,
  },
  {
    id: 'filled',
    header: 'Filled',
    width: 88,
    align: 'end',
    sortBy: (order) => order.filled,
    cell: (order) => (
      <>
        {quantityText(order.filled)}
        <span className="muted"> / {quantityText(order.quantity)}</span>
      </>
    ),
  },
  {
    id: 'type',
    header: 'Type',
    width: 82,
    sortBy: (order) => order.orderType,
    cell: (order) => order.orderType,
  },
  ...(
    [
      ['limitPrice', 'Limit'],
      ['stopPrice', 'Stop'],
      ['averagePrice', 'Avg fill'],
    ] as const
  ).map(([name, header]) => ({
    id: name,
    header,
    width: 78,
    align: 'end' as const,
    ...(name === 'limitPrice' ? {} : { hideBelow: 760 }),
    sortBy: (order: Order) => order[name],
    cell: (order: Order) => priceText(order[name], null),
  })),
  {
    id: 'life',
    header: 'Life',
    width: 70,
    hideBelow: 700,
    sortBy: (order) => order.tif,
    cell: (order) => (
      <span className="muted">
        {order.tif}
        {order.outsideRth === true && ' · ext'}
      </span>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    width: 104,
    sortBy: (order) => phaseWords[order.phase],
    hint: (order) => `IBKR says: ${order.status}`,
    cell: (order) => phaseWords[order.phase],
  },
  {
    id: 'origin',
    header: 'Placed',
    width: 70,
    hideBelow: 1100,
    sortBy: (order) => (order.placedHere ? 'here' : 'elsewhere'),
    cell: (order) => <span className="muted">{order.placedHere ? 'here' : 'elsewhere'}</span>,
  },
  {
    id: 'modify',
    header: 'Modify',
    headerHidden: true,
    width: 62,
    align: 'end',
    cell: (order) =>
      canChange(order) && (
        <RowButton
          name={`Modify order ${orderName(order)}`}
          disabled={!canAct}
          onPress={() => {
            showInstrument(order.conid, order.symbol);
            askTicket({ kind: 'modify', order });
          }}
        >
          Modify
        </RowButton>
      ),
  },
  {
    id: 'cancel',
    header: 'Cancel',
    headerHidden: true,
    width: 62,
    align: 'end',
    cell: (order) =>
      canChange(order) && (
        <RowButton
          name={`Cancel order ${orderName(order)}`}
          disabled={!canAct}
          onPress={() => onCancel(order)}
        >
          Cancel
        </RowButton>
      ),
  },
];
