import { useMemo, useState } from 'react';
import type { OrderId } from '../../../shared/domain/ids';
import type { Intent } from '../../../shared/domain/intent';
import { canChange, type Order, type OrderBook } from '../../../shared/domain/order';
import { useBlotterRequest } from '../../state/blotter-requests';
import { type BlotterFilter, noFilter } from './blotter-filter';
import { type BlotterTab, homeOf, ordersIn } from './order-lists';

export type BlotterDialog =
  | { readonly kind: 'cancel-one'; readonly order: Order }
  | { readonly kind: 'cancel-many'; readonly orderIds: ReadonlyArray<OrderId> | null }
  | { readonly kind: 'timeline'; readonly intent: Intent; readonly name: string }
  | { readonly kind: 'unknown'; readonly intent: Intent }
  | { readonly kind: 'columns' };

/** Which list is shown, what is ticked, which order the keyboard stands on, and which dialog is open. */
export function useBlotter(book: OrderBook | undefined) {
  const { number, request } = useBlotterRequest();
  const [seen, setSeen] = useState(number);
  const [tab, setTab] = useState<BlotterTab>('working');
  const [filter, setFilter] = useState<BlotterFilter>(noFilter);
  /** The order another panel pointed at. */
  const [shownId, setShownId] = useState<OrderId | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<OrderId>>(new Set());
  const [currentId, setCurrentId] = useState<OrderId | null>(null);
  const [dialog, setDialog] = useState<BlotterDialog | null>(null);

  const working = useMemo(
    () => (book === undefined ? [] : ordersIn(book, 'working').filter(canChange)),
    [book],
  );
  // An order that ended while it was ticked is not part of any selection.
  const selected = working.filter(({ orderId }) => ticked.has(orderId));
  const cancelSelected = (): void => {
    const [only] = selected;
    const order = selected.length === 1 ? only : working.find(({ orderId }) => orderId === currentId);
    if (selected.length > 1)
      setDialog({ kind: 'cancel-many', orderIds: selected.map(({ orderId }) => orderId) });
    else if (order !== undefined) setDialog({ kind: 'cancel-one', order });
  };
  if (seen !== number) {
    // React's own way to follow a changed input: set during render, before anything is painted.
    setSeen(number);
    if (request?.kind === 'cancel-all' && working.length > 0)
      setDialog({ kind: 'cancel-many', orderIds: null });
    if (request?.kind === 'cancel-selected') cancelSelected();
    if (request?.kind === 'cancel') setDialog({ kind: 'cancel-one', order: request.order });
    if (request?.kind === 'show') {
      setTab(homeOf[request.order.phase]);
      setFilter(noFilter);
      setShownId(request.order.orderId);
    }
  }

  return {
    tab,
    setTab: (next: BlotterTab): void => {
      setTab(next);
      setShownId(null);
    },
    filter,
    setFilter,
    shownId,
    dialog,
    setDialog,
    working,
    selected,
    cancelSelected,
    currentId,
    setCurrent: (order: Order): void => setCurrentId(order.orderId),
    ticks: useMemo(
      () => ({
        ids: ticked,
        onTick: (id: OrderId, on: boolean): void =>
          setTicked((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id))),
        tickAll: (ids: ReadonlyArray<OrderId>): void => setTicked(new Set(ids)),
      }),
      [ticked],
    ),
    closeDialog: (): void => {
      setDialog(null);
      setTicked(new Set());
    },
  };
}
