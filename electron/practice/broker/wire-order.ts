import { toNumber } from '../money';
import { isDerivative } from '../market/instrument';
import { averagePriceOf, isWorking, remainingOf, type Order, type OrderStatus } from './order';
import {
  contractName,
  listingName,
  orderDescription,
  orderPriceText,
  orderTypeName,
  originalTypeName,
  quantityText,
  sizeAndFills,
} from './order-text';

/** `260401234047`: UTC, two-digit year (QUIRKS §9). */
export const compactTime = (ms: number): string =>
  new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14);

const colours: Partial<Record<OrderStatus, readonly [foreground: string, background: string]>> = {
  PendingSubmit: ['#3399CC', '#000000'],
  PreSubmitted: ['#0000CC', '#FFFFFF'],
  Submitted: ['#00F000', '#000000'],
  PendingCancel: ['#CC0033', '#FFFFFF'],
  Cancelled: ['#FFFFFF', '#AA0033'],
  Inactive: ['#AFAFAF', '#000000'],
};
const colour = (status: OrderStatus) => colours[status] ?? (['#000000', '#FFFFFF'] as const);

/** One row of `/iserver/account/orders` and of a full `sor` message: sizes numbers, prices strings. */
export function liveOrder(order: Order): Record<string, unknown> {
  const { instrument } = order;
  const [fgColor, bgColor] = colour(order.status);
  const average = averagePriceOf(order);
  const price = order.limit ?? (order.type === 'STP' || order.type === 'MIT' ? order.stop : null);
  const conidex =
    instrument.model.kind === 'combo'
      ? `${instrument.conid};;;${instrument.model.legs.map((leg) => `${leg.instrument.conid}/${leg.ratio}`).join()}`
      : order.exchange === 'SMART'
        ? String(instrument.conid)
        : `${instrument.conid}@${order.exchange}`;
  return {
    acct: order.account,
    exchange: order.exchange,
    conidex,
    conid: instrument.conid,
    account: order.account,
    orderId: order.id,
    cashCcy: instrument.currency,
    sizeAndFills: sizeAndFills(order),
    orderDesc: orderDescription(order),
    description1: contractName(instrument),
    ...(isDerivative(instrument) ? { description2: instrument.localSymbol } : {}),
    ticker: instrument.symbol,
    secType: instrument.secType,
    listingExchange: listingName(instrument),
    remainingQuantity: toNumber(remainingOf(order)),
    filledQuantity: toNumber(order.filled),
    totalSize: toNumber(order.quantity),
    ...(order.cashQuantity === null ? {} : { totalCashSize: toNumber(order.cashQuantity) }),
    companyName: instrument.name,
    status: order.status,
    order_ccp_status: ccpText(order.status),
    ...(average === null ? {} : { avgPrice: orderPriceText(instrument, average) }),
    origOrderType: originalTypeName(order.type),
    supportsTaxOpt: instrument.secType === 'STK' ? '1' : '0',
    lastExecutionTime: compactTime(order.updatedMs),
    orderType: orderTypeName(order.type),
    bgColor,
    fgColor,
    isEventTrading: '0',
    ...(order.clientId === null ? {} : { order_ref: order.clientId }),
    ...(order.parentOrderId === null ? {} : { parentId: order.parentOrderId }),
    ...(order.ocaGroup === null ? {} : { ocaGroupId: order.ocaGroup }),
    price: price === null ? '' : orderPriceText(instrument, price),
    ...(order.type === 'STOP_LIMIT' || order.type === 'LIT' ? { auxPrice: stopText(order) } : {}),
    ...(order.trailStop === null ? {} : { stop_price: orderPriceText(instrument, order.trailStop) }),
    // A filled DAY order reads CLOSE (QUIRKS §4).
    timeInForce: order.status === 'Filled' && order.timeInForce === 'DAY' ? 'CLOSE' : order.timeInForce,
    outsideRTH: instrument.secType === 'FUT' ? null : order.outsideRth,
    lastExecutionTime_r: order.updatedMs,
    side: order.side,
    ...(order.reason === null ? {} : { order_cancellation_by_system_reason: order.reason }),
    ...(order.allocation == null ? {} : { allocationName: order.allocation.name }),
  };
}

/** `/iserver/account/order/status/{id}`: snake case, numbers as strings, `size` is the unfilled rest. */
export function orderStatus(order: Order): Record<string, unknown> {
  const { instrument } = order;
  const [fg, bg] = colour(order.status);
  const average = averagePriceOf(order);
  const open = isWorking(order);
  return {
    sub_type: null,
    request_id: '209',
    server_id: '0',
    order_id: order.id,
    conidex: String(instrument.conid),
    conid: instrument.conid,
    symbol: instrument.symbol,
    side: order.side === 'BUY' ? 'B' : 'S',
    contract_description_1: contractName(instrument),
    listing_exchange: listingName(instrument),
    option_acct: 'c',
    company_name: instrument.name,
    size: oneDecimal(quantityText(remainingOf(order))),
    total_size: oneDecimal(quantityText(order.quantity)),
    currency: instrument.currency,
    account: order.account,
    order_type: originalTypeName(order.type),
    limit_price: order.limit === null ? '' : orderPriceText(instrument, order.limit),
    ...(order.stop === null ? {} : { stop_price: stopText(order) }),
    cum_fill: oneDecimal(quantityText(order.filled)),
    order_status: order.status,
    order_ccp_status: ccpCode(order.status),
    order_status_description: descriptionOf(order.status),
    tif: order.timeInForce,
    fg_color: fg,
    bg_color: bg,
    order_not_editable: !open,
    editable_fields: open ? '\u001equantity\u001eprice\u001etif' : '\u001e',
    cannot_cancel_order: !open,
    deactivate_order: false,
    sec_type: instrument.secType,
    available_chart_periods: '#R|1',
    order_description: orderDescription(order),
    order_description_with_contract: orderDescription(order, true),
    outside_rth: order.outsideRth,
    all_or_none: false,
    clearing_id: 'IB',
    clearing_name: 'IB',
    alert_active: 1,
    child_order_type: open ? '3' : '0',
    order_clearing_account: order.allocation?.name ?? order.account,
    size_and_fills: sizeAndFills(order),
    exit_strategy_display_price: average === null ? '' : orderPriceText(instrument, average),
    exit_strategy_chart_description:
      average === null
        ? ''
        : `${orderDescription(order).split(' ').slice(0, 2).join(' ')} @ ${orderPriceText(instrument, average)}`,
    ...(average === null ? {} : { average_price: orderPriceText(instrument, average) }),
    exit_strategy_tool_availability: average === null ? '0' : '1',
    allowed_duplicate_opposite: true,
    order_time: compactTime(order.createdMs),
    ...(order.reason === null ? {} : { order_cancellation_by_system_reason: order.reason }),
  };
}

const stopText = (order: Order) => (order.stop === null ? '' : orderPriceText(order.instrument, order.stop));
const oneDecimal = (text: string) => (text.includes('.') ? text : `${text}.0`);

const ccpText = (status: OrderStatus) =>
  status === 'PendingSubmit' || status === 'Inactive'
    ? 'Pending Submit'
    : status === 'PreSubmitted'
      ? 'Presubmitted'
      : status === 'PendingCancel'
        ? 'Pending Cancel'
        : status;
const ccpCode = (status: OrderStatus) => (status === 'Filled' ? '2' : status === 'Cancelled' ? '4' : '0');
const descriptionOf = (status: OrderStatus) =>
  (
    ({
      Filled: 'Order Filled',
      Submitted: 'Order Submitted',
      Cancelled: 'Order Cancelled',
      PreSubmitted: 'Order Presubmitted',
      Inactive: 'Order Inactive',
    }) as Partial<Record<OrderStatus, string>>
  )[status] ?? `Order ${status}`;
