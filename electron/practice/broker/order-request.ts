import type { Market } from '../market/market';
import { incrementAt } from '../market/ticks';
import { algoProblem } from '../market/wire-algos';
import type { Instrument } from '../market/instrument';
import { Big, big } from '../money';
import { comboInstrument } from './combo';
import {
  orderTypes,
  timesInForce,
  type OrderTicket,
  type OrderType,
  type Side,
  type TimeInForce,
} from './order';

/** 400 for a request IBKR cannot read, 200 for one it reads and refuses (GATEWAY_FACTS §3). */
export type OrderRequestResult =
  | { readonly ok: true; readonly ticket: OrderTicket }
  | { readonly ok: false; readonly status: 200 | 400; readonly error: string };

const refuse = (error: string): OrderRequestResult => ({ ok: false, status: 200, error });
const malformed = (error: string): OrderRequestResult => ({
  ok: false,
  status: 400,
  error: `Bad Request: ${error}`,
});

/** Reads one element of `orders` (or the bare body of a modification). */
export function readOrderRequest(market: Market, account: string, body: unknown): OrderRequestResult {
  if (!isRecord(body)) return malformed('Missing order parameters');
  const target = readTarget(body);
  if (target === null) return malformed('incorrect type for conid');
  const instrument =
    target.combo === null
      ? market.catalogue.byConid(target.conid)
      : comboInstrument(market.catalogue, target.combo);
  if (instrument === null) return refuse('Invalid combination: unknown leg, ratio or mixed currencies.');
  if (instrument === undefined) return refuse('no sec defs returned forSecDef reqId=resolve');
  if (!instrument.tradable) return refuse('This contract is not available for trading.');
  if (market.isExpired(instrument)) return refuse('This contract has expired and cannot be traded.');
  const side = readSide(body.side);
  if (side === null) return malformed('invalid order side');
  const type = readType(body.orderType);
  if (type === null) return refuse(`Invalid order type: ${textOf(body.orderType)}`);
  if (instrument.secType === 'BAG' && type !== 'LMT' && type !== 'MKT')
    return refuse(`Invalid order type for a combination: ${type}`);
  const timeInForce = (textOf(body.tif) || 'DAY').toUpperCase();
  if (!isTimeInForce(timeInForce)) return refuse(`Invalid time in force: ${timeInForce}`);
  const misplaced = tifProblem(timeInForce, type, instrument);
  if (misplaced !== null) return refuse(misplaced);
  const prices = readPrices(type, body);
  if (prices === null) return refuse('Invalid order price fields');
  // Documented for buys only (fixtures/QUIRKS.md §5).
  if (side === 'SELL' && numberOf(body.cashQty) !== null && numberOf(body.quantity) === null)
    return refuse('Cash quantity is only supported for buy orders.');
  const strategy = textOf(body.strategy);
  const unfit = strategy === '' ? null : algoProblem(strategy, body.strategyParameters);
  if (unfit !== null) return refuse(unfit);
  const size = readSize(market, instrument, body, prices.limit);
  if (size === null) return refuse('Invalid quantity');
  for (const price of [prices.limit, type === 'REL' ? null : prices.stop])
    if (price !== null && !isOnTick(instrument, price))
      return refuse('The price does not conform to the minimum price variation for this contract.');
  return {
    ok: true,
    ticket: {
      account,
      instrument,
      exchange: target.exchange,
      side,
      type,
      ...size,
      ...prices,
      timeInForce,
      outsideRth: body.outsideRTH === true || body.outsideRTH === 'true',
      clientId: textOf(body.cOID) || null,
      parentClientId: textOf(body.parentId) || null,
      oneCancelsAll: body.isSingleGroup === true,
    },
  };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

interface Target {
  readonly conid: number;
  readonly exchange: string;
  readonly combo: string | null;
}

/** `conid` must be a JSON number (a string is answered 400); `conidex` is `"265598@SMART"`. */
function readTarget(body: Record<string, unknown>): Target | null {
  if (typeof body.conid === 'number')
    return { conid: body.conid, exchange: textOf(body.listingExchange) || 'SMART', combo: null };
  if (body.conid !== undefined && body.conid !== null) return null;
  if (typeof body.conidex !== 'string') return null;
  const [conid = '', exchange = 'SMART'] = body.conidex.split('@');
  if (conid.includes(';;;')) return { conid: 0, exchange, combo: conid };
  return /^\d+$/.test(conid) ? { conid: Number(conid), exchange, combo: null } : null;
}

const readSide = (value: unknown): Side | null => {
  const text = textOf(value).toUpperCase();
  return text === 'BUY' || text === 'B' ? 'BUY' : text === 'SELL' || text === 'S' ? 'SELL' : null;
};

const readType = (value: unknown): OrderType | null => {
  const text = textOf(value).toUpperCase();
  const name = { LIMIT: 'LMT', MARKET: 'MKT', STOP: 'STP', STOPLIMIT: 'STOP_LIMIT' }[text] ?? text;
  return (orderTypes as readonly string[]).includes(name) ? (name as OrderType) : null;
};

/** Where IBKR has the less common times in force (CPAPI `#place-order`, read 2026-11); the words are ours. */
function tifProblem(tif: TimeInForce, type: OrderType, instrument: Instrument): string | null {
  const isUsStock = instrument.secType === 'STK' && instrument.calendar === 'us-equity';
  const refused =
    (tif === 'OPG' && (!['MKT', 'LMT'].includes(type) || instrument.secType !== 'STK')) ||
    (tif === 'PAX' && instrument.secType !== 'CRYPTO') ||
    ((tif === 'OVT' || tif === 'OND') && (type !== 'LMT' || !isUsStock));
  return refused ? `Invalid time in force for this order: ${tif}` : null;
}

const isTimeInForce = (text: string): text is TimeInForce =>
  (timesInForce as readonly string[]).includes(text);

export function numberOf(value: unknown): Big | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  try {
    return big(value);
  } catch {
    return null;
  }
}

/** STP carries its stop in `price`; STOP_LIMIT has `price` = limit and `auxPrice` = stop (QUIRKS §5). */
function readPrices(
  type: OrderType,
  body: Record<string, unknown>,
): Pick<OrderTicket, 'limit' | 'stop' | 'trail'> | null {
  const price = numberOf(body.price);
  const aux = numberOf(body.auxPrice);
  const none = { limit: null, stop: null, trail: null };
  switch (type) {
    case 'MKT':
    case 'MOC':
      return none;
    case 'LMT':
    case 'LOC':
      return price === null ? null : { ...none, limit: price };
    case 'MIDPRICE':
      return { ...none, limit: price };
    case 'STP':
      return price === null ? null : { ...none, stop: price };
    case 'MIT':
      return price === null && aux === null ? null : { ...none, stop: price ?? aux };
    case 'STOP_LIMIT':
    case 'LIT':
      return price === null || aux === null ? null : { ...none, limit: price, stop: aux };
    case 'REL':
      return { ...none, limit: price, stop: aux };
    case 'TRAIL':
    case 'TRAILLMT': {
      const amount = numberOf(body.trailingAmt);
      if (amount === null || amount.lte(0) || (type === 'TRAILLMT' && price === null)) return null;
      const trail = { amount, percent: textOf(body.trailingType) === '%' };
      return type === 'TRAIL' ? { limit: null, stop: price, trail } : { limit: price, stop: aux, trail };
    }
  }
}

function readSize(
  market: Market,
  instrument: Instrument,
  body: Record<string, unknown>,
  limit: Big | null,
): Pick<OrderTicket, 'quantity' | 'cashQuantity'> | null {
  const cash = numberOf(body.cashQty) ?? numberOf(body.fxQty);
  const quantity = numberOf(body.quantity);
  if (quantity !== null && quantity.gt(0)) return { quantity, cashQuantity: null };
  if (cash === null || cash.lte(0)) return null;
  const price = limit ?? big(market.quote(instrument).ask);
  const units = cash
    .times(instrument.magnifier)
    .div(price.times(instrument.multiplier))
    .round(4, Big.roundDown);
  return units.gt(0) ? { quantity: units, cashQuantity: cash } : null;
}

function isOnTick(instrument: Instrument, price: Big): boolean {
  const increment = big(incrementAt(instrument.increments, Number(price.toString())));
  return price.mod(increment).eq(0);
}
