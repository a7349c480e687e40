import { useMemo } from 'react';
import { canChange, type Order, type OrderBook } from '../../../shared/domain/order';
import { changeTicket, tradeItems, useHeldOf } from '../../live/trade-actions';
import type { GridMenu } from '../../ui/grid-menu';
import { intentOf, orderName } from './order-lists';
import type { BlotterDialog } from './use-blotter';

/** What can be done with one order, and with what it trades. */
export function useOrderMenu(
  book: OrderBook | undefined,
  canAct: boolean,
  onDialog: (dialog: BlotterDialog) => void,
): GridMenu<Order> {
  const heldOf = useHeldOf();
  return useMemo(
    () => ({
      nameOf: (order) => `order ${orderName(order)}`,
      itemsOf: (order) => {
        const obstacle = !canChange(order)
          ? 'This order is no longer working.'
          : canAct
            ? null
            : 'Not while IBKR is not connected.';
        const intent = book === undefined ? undefined : intentOf(book, order);
        return [
          { name: 'Modify', obstacle, onPick: () => changeTicket(order) },
          { name: 'Cancel…', obstacle, onPick: () => onDialog({ kind: 'cancel-one', order }) },
          {
            name: 'Timeline…',
            obstacle: intent === undefined ? 'Kept only for orders placed by Portico.' : null,
            onPick: () => {
              if (intent !== undefined) onDialog({ kind: 'timeline', intent, name: orderName(order) });
            },
          },
          ...tradeItems(order, heldOf(order.conid)).map((item, at) =>
            at === 0 ? { ...item, newGroup: true } : item,
          ),
        ];
      },
    }),
    [book, canAct, heldOf, onDialog],
  );
}
