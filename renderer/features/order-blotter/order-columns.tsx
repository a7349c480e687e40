import type { OrderId } from '../../../shared/domain/ids';
import { canChange, type Order } from '../../../shared/domain/order';
import { ContractTime } from '../../live/contract-time';
import { Money } from '../../ui/discreet';
import type { GridColumn } from '../../ui/grid-model';
import { RowButton } from '../../ui/row-button';
import { OrderPrice } from './order-price';
import { orderName, phaseWords } from './order-lists';

const facts: ReadonlyArray<GridColumn<Order>> = [
  {
    id: 'time',
    header: 'Time',
    width: 100,
    hideBelow: 728,
    sortBy: (order) => order.updatedMs,
    cell: (order) => (
      <span className="muted">
        <ContractTime conid={order.conid} timeMs={order.updatedMs} />
      </span>
    ),
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
        <Money value={order.filled} as="quantity" />
        <span className="muted">
          {' '}
          / <Money value={order.quantity} as="quantity" />
        </span>
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
    ...(name === 'limitPrice' ? {} : { hideBelow: name === 'averagePrice' ? 980 : 760 }),
    sortBy: (order: Order) => order[name],
    cell: (order: Order) => <OrderPrice price={order[name]} conid={order.conid} currency={order.currency} />,
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
    width: 92,
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
];

/** Side, symbol and status are what an order is; the rest may be left out. */
const fixed: ReadonlySet<string> = new Set(['side', 'symbol', 'status']);
export const choosable = facts.filter(({ id }) => !fixed.has(id));

export interface OrderActions {
  readonly canAct: boolean;
  readonly onModify: (order: Order) => void;
  readonly onCancel: (order: Order) => void;
  /** `null` in lists where nothing can be cancelled. */
  readonly ticks: {
    readonly ids: ReadonlySet<OrderId>;
    readonly onTick: (id: OrderId, on: boolean) => void;
  } | null;
}

export const columnsOf = (
  { canAct, onModify, onCancel, ticks }: OrderActions,
  hidden: ReadonlyArray<string>,
): ReadonlyArray<GridColumn<Order>> => [
  ...(ticks === null ? [] : [tickColumn(ticks)]),
  ...facts.filter(({ id }) => !hidden.includes(id)),
  ...(['Modify', 'Cancel'] as const).map((verb): GridColumn<Order> => ({
    id: verb,
    header: verb,
    headerHidden: true,
    width: 58,
    align: 'end',
    cell: (order) =>
      canChange(order) && (
        <RowButton
          name={`${verb} order ${orderName(order)}`}
          disabled={!canAct}
          onPress={() => (verb === 'Modify' ? onModify : onCancel)(order)}
        >
          {verb}
        </RowButton>
      ),
  })),
];

const tickColumn = ({ ids, onTick }: NonNullable<OrderActions['ticks']>): GridColumn<Order> => ({
  id: 'tick',
  header: 'Select',
  headerHidden: true,
  width: 28,
  cell: (order) =>
    canChange(order) && (
      <input
        type="checkbox"
        tabIndex={-1}
        className="row-tick"
        aria-label={`Select order ${orderName(order)}`}
        checked={ids.has(order.orderId)}
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => onTick(order.orderId, event.target.checked)}
      />
    ),
});
