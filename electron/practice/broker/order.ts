import type { Instrument } from '../market/instrument';
import type { Big } from '../money';
import type { Allocation } from './allocation';

export const orderTypes = [
  'LMT',
  'MKT',
  'STP',
  'STOP_LIMIT',
  'TRAIL',
  'TRAILLMT',
  'MIDPRICE',
  'MIT',
  'LIT',
  'REL',
  'MOC',
  'LOC',
] as const;
export type OrderType = (typeof orderTypes)[number];

export const timesInForce = ['DAY', 'GTC', 'IOC', 'OPG', 'PAX', 'OVT', 'OND', 'FOK'] as const;
export type TimeInForce = (typeof timesInForce)[number];

export type Side = 'BUY' | 'SELL';

/** GATEWAY_FACTS §6.5. */
export type OrderStatus =
  | 'Inactive'
  | 'PendingSubmit'
  | 'PreSubmitted'
  | 'Submitted'
  | 'Filled'
  | 'PendingCancel'
  | 'PreCancelled'
  | 'Cancelled'
  | 'WarnState';

/** What the customer asked for, checked for form. Prices are in quote units (pence in London). */
export interface OrderTicket {
  readonly account: string;
  readonly instrument: Instrument;
  readonly exchange: string;
  readonly side: Side;
  readonly type: OrderType;
  readonly quantity: Big;
  readonly cashQuantity: Big | null;
  readonly limit: Big | null;
  readonly stop: Big | null;
  readonly trail: { readonly amount: Big; readonly percent: boolean } | null;
  readonly timeInForce: TimeInForce;
  readonly outsideRth: boolean;
  readonly clientId: string | null;
  readonly parentClientId: string | null;
  readonly oneCancelsAll: boolean;
  /** Advisors only: the accounts that get the fills; the order itself stands in `account`. */
  readonly allocation?: Allocation | null;
}

export interface Order extends Omit<OrderTicket, 'account'> {
  readonly id: number;
  readonly account: string;
  readonly parentOrderId: number | null;
  readonly ocaGroup: string | null;
  readonly createdMs: number;
  /** Lower limit for stops of trailing orders: moves only in the customer's favour. */
  readonly trailStop: Big | null;
  readonly triggered: boolean;
  readonly status: OrderStatus;
  readonly filled: Big;
  /** Sum of price × quantity over all fills, in quote units. */
  readonly filledValue: Big;
  readonly lastPrice: Big | null;
  readonly commission: Big;
  /** Filled and charged per account, of an allocated order. */
  readonly allocated?: ReadonlyMap<string, { readonly filled: Big; readonly commission: Big }>;
  readonly updatedMs: number;
  readonly reason: string | null;
}

export interface Execution {
  readonly id: string;
  /** Null when no order brought it about: a settlement. */
  readonly orderId: number | null;
  /** Of a settlement: the contract went out of the account, or what it delivered came in. */
  readonly settled?: 'expired' | 'delivered';
  readonly account: string;
  readonly instrument: Instrument;
  readonly side: Side;
  readonly quantity: Big;
  readonly price: Big;
  readonly commission: Big;
  readonly netAmount: Big;
  readonly exchange: string;
  readonly atMs: number;
  readonly clientId: string | null;
  readonly positionAfter: Big;
  /** The advisor's group or profile that brought it here. */
  readonly allocationName: string | null;
}

const finished: ReadonlySet<OrderStatus> = new Set(['Filled', 'Cancelled', 'PreCancelled']);

export const isWorking = (order: Order): boolean =>
  !finished.has(order.status) && order.status !== 'Inactive';
export const remainingOf = (order: Order): Big => order.quantity.minus(order.filled);
export const averagePriceOf = (order: Order): Big | null =>
  order.filled.gt(0) ? order.filledValue.div(order.filled) : null;
