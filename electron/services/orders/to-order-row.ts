import { toDecimal, type Decimal } from '../../../shared/domain/decimal';
import type { Execution } from '../../../shared/domain/order';
import type { Side } from '../../../shared/domain/order-draft';
import { conidSchema, orderIdSchema } from '../../../shared/domain/ids';
import { textOf, type WireRecord } from '../wire-record';
import type { OrderRow } from './ports';

/**
 * A row of /iserver/account/orders or of the stream's `sor`, which later sends only what changed: members it does
 * not name are left out here, so that they stay as they were. `null`: it names no order.
 * Source: fixtures QUIRKS §3–4, recorded live-orders and sor (read 2026-11).
 */
export function toOrderRow(wire: WireRecord): OrderRow | null {
  const orderId = textOf(wire['orderId']);
  if (orderId === null) return null;
  const orderType = textOf(wire['orderType']) ?? textOf(wire['origOrderType']);
  return {
    orderId,
    ...present({
      accountId: textOf(wire['acct']) ?? textOf(wire['account']),
      conid: conidOf(wire['conid']),
      symbol: textOf(wire['ticker']),
      description: textOf(wire['orderDesc']),
      side: sideOf(wire['side']),
      orderType,
      tif: tifOf(wire['timeInForce']),
      quantity: toDecimal(wire['totalSize']),
      filled: toDecimal(wire['filledQuantity']),
      remaining: toDecimal(wire['remainingQuantity']),
      averagePrice: toDecimal(wire['avgPrice']),
      currency: textOf(wire['cashCcy']),
      status: textOf(wire['status']),
      orderRef: textOf(wire['order_ref']),
      route: routeOf(wire['conidex'] ?? wire['conidEx']),
      trail: trailOf(textOf(wire['orderDesc'])),
      // Numeric here, and only on attached orders (fixtures QUIRKS §4).
      parentOrderId: orderIdSchema.safeParse(textOf(wire['parentId'])).data ?? null,
      outsideRth: typeof wire['outsideRTH'] === 'boolean' ? wire['outsideRTH'] : null,
    }),
    ...pricesOf(
      orderType,
      toDecimal(wire['price']),
      toDecimal(wire['auxPrice']) ?? toDecimal(wire['stop_price']),
    ),
  };
}

/** /iserver/account/order/status: snake case, `size` is the unfilled rest and `total_size` the order's. */
export function statusToOrderRow(wire: WireRecord): OrderRow | null {
  const orderId = textOf(wire['order_id']);
  if (orderId === null) return null;
  const limitPrice = toDecimal(wire['limit_price']);
  const stopPrice = toDecimal(wire['stop_price']);
  return {
    orderId,
    ...present({
      accountId: textOf(wire['account']),
      conid: conidOf(wire['conid']),
      symbol: textOf(wire['symbol']),
      description: textOf(wire['order_description']),
      side: sideOf(wire['side']),
      orderType: textOf(wire['order_type']),
      tif: tifOf(wire['tif']),
      quantity: toDecimal(wire['total_size']),
      filled: toDecimal(wire['cum_fill']),
      remaining: toDecimal(wire['size']),
      averagePrice: toDecimal(wire['average_price']),
      currency: textOf(wire['currency']),
      status: textOf(wire['order_status']),
      outsideRth: typeof wire['outside_rth'] === 'boolean' ? wire['outside_rth'] : null,
      limitPrice,
      stopPrice,
    }),
  };
}

/** A row of /iserver/account/trades or of the stream's `str`; `null` without an execution id or a time. */
export function toExecution(wire: WireRecord): Execution | null {
  const executionId = textOf(wire['execution_id']);
  const timeMs = Number(wire['trade_time_r']);
  // `account` may be the alias, `accountCode` is the id.
  const accountId = textOf(wire['accountCode']) ?? textOf(wire['account']);
  if (executionId === null || accountId === null || !Number.isSafeInteger(timeMs) || timeMs < 0) return null;
  return {
    executionId,
    orderRef: textOf(wire['order_ref']),
    orderId: textOf(wire['order_id']),
    accountId,
    conid: conidOf(wire['conid']),
    symbol: textOf(wire['symbol']) ?? '',
    side: sideOf(wire['side']) ?? textOf(wire['side']) ?? '',
    quantity: toDecimal(wire['size']),
    price: toDecimal(wire['price']),
    commission: toDecimal(wire['commission']),
    netAmount: toDecimal(wire['net_amount']),
    exchange: textOf(wire['exchange']),
    timeMs,
    assetClass: textOf(wire['sec_type']),
  };
}

/** A plain stop's trigger stands where a limit stands elsewhere, as it was sent. */
function pricesOf(
  orderType: string | null,
  price: Decimal | null,
  auxPrice: Decimal | null,
): Partial<Pick<OrderRow, 'limitPrice' | 'stopPrice'>> {
  const type = orderType?.toLowerCase().replaceAll(/[^a-z]/g, '') ?? '';
  if (type === 'stop' || type === 'stp') return present({ stopPrice: auxPrice ?? price });
  return present({ limitPrice: price, stopPrice: auxPrice });
}

const sides: Readonly<Record<string, Side>> = {
  ...{ buy: 'BUY', b: 'BUY', bot: 'BUY', bought: 'BUY' },
  ...{ sell: 'SELL', s: 'SELL', sld: 'SELL', sold: 'SELL' },
};
const sideOf = (value: unknown): Side | null => sides[textOf(value)?.toLowerCase() ?? ''] ?? null;

// A filled DAY order reads "CLOSE" (QUIRKS §4): that is no time in force.
const tifOf = (value: unknown): string | null => {
  const tif = textOf(value);
  return tif === 'CLOSE' ? null : tif;
};

/** "265598@NYSE" says where it was directed; a bare contract id that it was not. */
const routeOf = (conidex: unknown): string | null =>
  /^\d+@([A-Z0-9.]{1,20})$/.exec(textOf(conidex) ?? '')?.[1] ?? null;

/** Only the description says it: "Sell 10 Trailing Stop 5%, GTC". */
function trailOf(description: string | null): (OrderRow['trail'] & {}) | null {
  const [, amount, percent] = /Trailing Stop(?: Limit)? ([\d.,]+)(%?)/i.exec(description ?? '') ?? [];
  const value = toDecimal(amount?.replace(/[.,]$/, ''));
  return value === null ? null : { unit: percent === '%' ? 'percent' : 'amount', value };
}

const conidOf = (value: unknown) => conidSchema.safeParse(Number(value)).data ?? null;

type Present<T> = { [K in keyof T]?: Exclude<T[K], null> };

const present = <T extends Readonly<Record<string, unknown>>>(members: T): Present<T> =>
  // Object.fromEntries forgets the types of the members it keeps.
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)) as Present<T>;
