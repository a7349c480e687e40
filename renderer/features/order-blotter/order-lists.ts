import type { Intent } from '../../../shared/domain/intent';
import type { Order, OrderBook, OrderPhase } from '../../../shared/domain/order';

export const blotterTabs = [
  { id: 'working', name: 'Working', label: 'Working orders' },
  { id: 'filled', name: 'Filled', label: 'Filled orders' },
  { id: 'cancelled', name: 'Cancelled', label: 'Cancelled orders' },
  { id: 'all', name: 'All', label: 'All orders' },
  { id: 'executions', name: 'Executions', label: 'Executions' },
  { id: 'sent', name: 'Sent here', label: 'Orders and changes sent from Portico' },
] as const;
export type BlotterTab = (typeof blotterTabs)[number]['id'];
/** Lists of orders, as against fills and decisions. */
export type OrdersTab = Exclude<BlotterTab, 'executions' | 'sent'>;

/** The list in which an order stands. */
export const homeOf = {
  pending: 'working',
  working: 'working',
  partial: 'working',
  cancelling: 'working',
  filled: 'filled',
  cancelled: 'cancelled',
  rejected: 'cancelled',
  inactive: 'cancelled',
} as const satisfies Record<OrderPhase, OrdersTab>;

/** The orders of one tab, the latest first. */
export const ordersIn = (book: OrderBook, tab: OrdersTab): ReadonlyArray<Order> =>
  book.orders
    .filter((order) => tab === 'all' || homeOf[order.phase] === tab)
    .sort((a, b) => b.updatedMs - a.updatedMs);

export const phaseWords = {
  pending: 'Pending',
  working: 'Working',
  partial: 'Partly filled',
  cancelling: 'Cancelling',
  filled: 'Filled',
  cancelled: 'Cancelled',
  rejected: 'Rejected',
  inactive: 'Inactive',
} as const satisfies Record<OrderPhase, string>;

/** "Buy 10 NVDA", for buttons and dialogs. */
export const orderName = ({ side, quantity, symbol }: Order): string =>
  `${side === 'BUY' ? 'Buy' : 'Sell'} ${quantity ?? ''} ${symbol}`.replace('  ', ' ');

/** The decision made here that an order came from; none for those placed elsewhere. */
export const intentOf = ({ intents }: OrderBook, { orderId }: Order): Intent | undefined =>
  intents.find(
    (intent) => intent.orderId === orderId || intent.legs?.some((leg) => leg.orderId === orderId) === true,
  );
