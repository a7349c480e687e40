import { useMemo } from 'react';
import type { OrderId } from '../../../shared/domain/ids';
import type { Order } from '../../../shared/domain/order';
import { showInstrument, useWorkspace } from '../../state/workspace-store';
import { DataGrid } from '../../ui/data-grid';
import { EmptyState } from '../../ui/empty-state';
import type { GridMenu } from '../../ui/grid-menu';
import { columnsOf, type OrderActions } from './order-columns';

export function OrdersTable({
  label,
  orders,
  actions,
  menu,
  onCurrent,
  shownId,
  empty,
  filtered,
}: {
  readonly label: string;
  readonly orders: ReadonlyArray<Order>;
  readonly actions: OrderActions;
  readonly menu: GridMenu<Order>;
  readonly onCurrent: (order: Order) => void;
  /** The order another panel pointed at. */
  readonly shownId: OrderId | null;
  readonly empty: string;
  /** How many orders the filter hides. */
  readonly filtered: number;
}) {
  const hidden = useWorkspace((workspace) => workspace.hiddenOrderColumns);
  const columns = useMemo(() => columnsOf(actions, hidden), [actions, hidden]);
  return (
    <DataGrid
      label={label}
      rows={orders}
      columns={columns}
      rowId={(order) => order.orderId}
      onOpen={(order) => showInstrument(order.conid, order.symbol)}
      onFocusRow={onCurrent}
      {...(shownId === null ? {} : { selectedId: shownId })}
      menu={menu}
      empty={
        filtered > 0 ? (
          <EmptyState title={`None of ${filtered} orders match the filter.`} />
        ) : (
          <EmptyState title={empty}>
            <p>Orders placed here, in TWS or on the phone appear within seconds.</p>
          </EmptyState>
        )
      }
    />
  );
}
