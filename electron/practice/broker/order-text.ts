import { displayDecimals, priceText } from '../market/ticks';
import type { Instrument } from '../market/instrument';
import { Big } from '../money';
import type { Order, OrderTicket, OrderType, TimeInForce } from './order';

const typeNames: Record<OrderType, string> = {
  LMT: 'Limit',
  MKT: 'Market',
  STP: 'Stop',
  STOP_LIMIT: 'Stop Limit',
  TRAIL: 'Trailing Stop',
  TRAILLMT: 'Trailing Stop Limit',
  MIDPRICE: 'MidPrice',
  MIT: 'Market if Touched',
  LIT: 'Limit if Touched',
  REL: 'Relative',
  MOC: 'Market on Close',
  LOC: 'Limit on Close',
};

/** Live orders say `Limit`, order status `LIMIT` (QUIRKS §4). */
export const orderTypeName = (type: OrderType): string => typeNames[type];
export const originalTypeName = (type: OrderType): string =>
  typeNames[type].toUpperCase().replaceAll(' ', '_');

export const quantityText = (quantity: Big): string => quantity.toFixed();

/** A price as IBKR prints it for the instrument; an average may need more digits than a tick. */
export function orderPriceText(instrument: Instrument, price: Big): string {
  const text = priceText(instrument, Number(price.toString()));
  return new Big(text).eq(price)
    ? text
    : price.round(Math.max(4, displayDecimals(instrument)), Big.roundHalfUp).toString();
}

/** `NASDAQ` is `NASDAQ.NMS` in order texts and lists. */
export const listingName = (instrument: Instrument): string =>
  instrument.exchange === 'NASDAQ' ? 'NASDAQ.NMS' : instrument.exchange;

/** `AAPL`, `EUR.USD`, `SPX DEC26 6500 C`. */
export const contractName = (instrument: Instrument): string =>
  instrument.secType === 'CASH' ? instrument.localSymbol : instrument.symbol;

export function pricesText(order: OrderTicket): string {
  const limit = order.limit === null ? '' : ` ${orderPriceText(order.instrument, order.limit)}`;
  const stop = order.stop === null ? '' : ` ${orderPriceText(order.instrument, order.stop)}`;
  if (order.trail !== null) return ` ${order.trail.amount.toFixed()}${order.trail.percent ? '%' : ''}`;
  if (order.type === 'STOP_LIMIT' || order.type === 'LIT') return `${stop} Limit${limit}`;
  return `${limit}${stop}`;
}

const tifName = (tif: TimeInForce) => (tif === 'DAY' ? 'Day' : tif);

/** `Buy 10 Limit 150.00, Day`, `Sold 5 Market, GTC`. */
export function orderDescription(order: Order, withContract = false): string {
  const filled = order.status === 'Filled';
  const verb = order.side === 'BUY' ? (filled ? 'Bought' : 'Buy') : filled ? 'Sold' : 'Sell';
  const name = withContract ? `${contractName(order.instrument)} ` : '';
  return `${verb} ${quantityText(order.quantity)} ${name}${orderTypeName(order.type)}${pricesText(order)}, ${tifName(order.timeInForce)}`;
}

/** `0/5` while open (filled/remaining), `5` when done. */
export function sizeAndFills(order: Order): string {
  const done = order.filled.gte(order.quantity);
  return done
    ? quantityText(order.quantity)
    : `${quantityText(order.filled)}/${quantityText(order.quantity.minus(order.filled))}`;
}

/** How questions and rejections name an order: `BUY 5 AAPL NASDAQ.NMS @ 150.0`. */
export function ticketText(ticket: OrderTicket): string {
  const price = ticket.limit ?? ticket.stop;
  const at = price === null ? orderTypeName(ticket.type).toUpperCase() : `@ ${plainDecimal(price)}`;
  return `${ticket.side} ${quantityText(ticket.quantity)} ${contractName(ticket.instrument)} ${listingName(ticket.instrument)} ${at}`;
}

const plainDecimal = (value: Big): string =>
  value.toFixed().includes('.') ? value.toFixed() : value.toFixed(1);
