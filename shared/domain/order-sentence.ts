import { algoWords } from './algo-rules';
import { allocationWords } from './allocation-words';
import type { OrderDraft, Side } from './order-draft';
import type { TradingMode } from './session';

/** What a sentence about an order needs beyond the draft. */
export interface OrderNames {
  readonly symbol: string;
  readonly exchange: string | null;
  readonly currency: string | null;
  readonly mode: TradingMode;
  /** Where IBKR sends it unless the draft says otherwise; absent where that is not known. */
  readonly homeRoute?: string | null;
  /** "GBX": the unit of the prices where it is not the currency; absent where it is. */
  readonly priceUnit?: string | null;
}

/** An order whose prices are words: "95.06 GBX". */
type Said = Omit<OrderDraft, 'limitPrice' | 'stopPrice' | 'offset' | 'trail'> & {
  readonly limitPrice: string | null;
  readonly stopPrice: string | null;
  readonly offset?: string | null | undefined;
  readonly trail?: { readonly unit: 'amount' | 'percent'; readonly value: string } | null | undefined;
};

function inUnit(draft: OrderDraft, unit: string | null): Said {
  const said = (price: string | null) => (price === null || unit === null ? price : `${price} ${unit}`);
  const { trail = null, offset = null } = draft;
  return {
    ...draft,
    limitPrice: said(draft.limitPrice),
    stopPrice: said(draft.stopPrice),
    offset: said(offset),
    trail: trail?.unit === 'amount' ? { ...trail, value: said(trail.value) ?? '' } : trail,
  };
}

/** The complete sentence of an order: "BUY 100 AAPL (NASDAQ, USD, routed SMART) LIMIT 190.00 or lower, for today, …". */
export function orderSentence(draft: OrderDraft, names: OrderNames): string {
  const { route = null, algo = null, allocation = null } = draft;
  const { homeRoute = null, priceUnit = null } = names;
  const routed = route !== null ? `directed to ${route}` : homeRoute === null ? null : `routed ${homeRoute}`;
  const listing = [names.exchange, names.currency, routed].filter((part) => part !== null).join(', ');
  return [
    `${draft.side} ${draft.quantity} ${names.symbol}${listing === '' ? '' : ` (${listing})`} ${priceWords(inUnit(draft, priceUnit))}`,
    lifeWords[draft.tif],
    draft.outsideRth ? 'also outside regular hours' : 'regular hours only',
    ...(algo === null ? [] : [algoWords(algo)]),
    ...(allocation === null ? [] : [allocationWords(allocation)]),
    `account ${draft.accountId} (${names.mode.toUpperCase()})`,
  ].join(', ');
}

/** A one-cancels-all group: "ONE CANCELS ALL of 2 orders: 1) SELL … 2) SELL …". */
export const groupSentence = (sentences: ReadonlyArray<string>): string =>
  `ONE CANCELS ALL of ${sentences.length} orders: ${sentences
    .map((sentence, index) => `${index + 1}) ${sentence}`)
    .join('. ')}`;

/** "SELL 10 AAPL stop 180.00": an order of several in a line of its own. */
export const shortSentence = (draft: OrderDraft, symbol: string | null): string =>
  `${draft.side} ${draft.quantity}${symbol === null ? '' : ` ${symbol}`} ${shortPrice(draft)}`;

/** Text of the confirming button: it says the order, never "OK". */
export function actionLabel(
  draft: OrderDraft,
  symbol: string,
  modifies: boolean,
  priceUnit: string | null = null,
): string {
  const count = (draft.group?.length ?? 0) + 1;
  if (count > 1) return `Send ${count} orders, one cancels all`;
  const verb = modifies ? 'Change to' : sideVerb[draft.side];
  const what = modifies ? `${draft.side.toLowerCase()} ${draft.quantity}` : draft.quantity;
  return `${verb} ${what} ${symbol} ${shortPrice(inUnit(draft, priceUnit))}`;
}

/** "limit 190.00 → 189.50, quantity 100 → 80": what a change changes, in words. */
export function changeSentence(
  oldDraft: OrderDraft,
  newDraft: OrderDraft,
  priceUnit: string | null = null,
): string {
  const [before, after] = [inUnit(oldDraft, priceUnit), inUnit(newDraft, priceUnit)];
  const parts = [
    difference('quantity', before.quantity, after.quantity),
    difference('limit', before.limitPrice, after.limitPrice),
    difference('stop', before.stopPrice, after.stopPrice),
    difference('trailing', trailText(before), trailText(after)),
    difference('offset', before.offset ?? null, after.offset ?? null),
    difference('time in force', before.tif, after.tif),
    difference('outside regular hours', words(before.outsideRth), words(after.outsideRth)),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'no change' : parts.join(', ');
}

function priceWords(draft: Said): string {
  const { orderType, side, limitPrice, stopPrice } = draft;
  const buys = side === 'BUY';
  const orBetter = buys ? 'or lower' : 'or higher';
  const beyond = buys ? 'at or above' : 'at or below';
  const touching = buys ? 'at or below' : 'at or above';
  const limit = limitPrice ?? '?';
  const stop = stopPrice ?? '?';
  switch (orderType) {
    case 'MKT':
      return 'at the best available price, which is not guaranteed';
    case 'LMT':
      return `LIMIT ${limit} ${orBetter}`;
    case 'STP':
      return `STOP ${stop}: at market once it trades ${beyond} that`;
    case 'STOP_LIMIT':
      return `STOP ${stop} LIMIT ${limit}: once it trades ${beyond} the stop, at the limit ${orBetter}`;
    case 'TRAIL':
      return `TRAILING STOP ${trailWords(draft)}: at market once it turns back that far${startWords(stopPrice)}`;
    case 'TRAILLMT':
      return `TRAILING STOP ${trailWords(draft)} LIMIT ${limit}: once it turns back that far, at a limit that follows the stop${startWords(stopPrice)}`;
    case 'MIDPRICE':
      return `MIDPRICE: between bid and offer${capWords(draft)}`;
    case 'MOC':
      return 'MARKET ON CLOSE: at the price of the closing auction, which is not guaranteed';
    case 'LOC':
      return `LIMIT ON CLOSE ${limit} ${orBetter}, in the closing auction only`;
    case 'REL':
      return `RELATIVE: follows the best ${buys ? 'bid plus' : 'offer minus'} ${draft.offset ?? '?'}${capWords(draft)}`;
    case 'MIT':
      return `MARKET IF TOUCHED ${stop}: at market once it trades ${touching} that`;
    case 'LIT':
      return `LIMIT IF TOUCHED ${stop} LIMIT ${limit}: once it trades ${touching} the first, at the limit ${orBetter}`;
  }
}

const trailWords = ({ trail = null, side }: Said): string => {
  const distance = trail === null ? '?' : `${trail.value}${trail.unit === 'percent' ? ' %' : ''}`;
  return side === 'SELL' ? `${distance} below its highest price` : `${distance} above its lowest price`;
};
const startWords = (stopPrice: string | null) => (stopPrice === null ? '' : `, starting at ${stopPrice}`);
const capWords = ({ limitPrice, side }: Said) =>
  limitPrice === null ? '' : `, never ${side === 'BUY' ? 'above' : 'below'} ${limitPrice}`;

function shortPrice(draft: Said): string {
  const { orderType, limitPrice, stopPrice } = draft;
  const limit = limitPrice ?? '?';
  const stop = stopPrice ?? '?';
  switch (orderType) {
    case 'MKT':
      return '@ market';
    case 'LMT':
      return `@ ${limit}`;
    case 'STP':
      return `stop ${stop}`;
    case 'STOP_LIMIT':
      return `stop ${stop} @ ${limit}`;
    case 'TRAIL':
    case 'TRAILLMT': {
      const { trail = null } = draft;
      return `trailing ${trail === null ? '?' : `${trail.value}${trail.unit === 'percent' ? ' %' : ''}`}`;
    }
    case 'MIDPRICE':
      return limitPrice === null ? '@ midprice' : `@ midprice to ${limit}`;
    case 'MOC':
      return '@ close';
    case 'LOC':
      return `@ close ${limit}`;
    case 'REL':
      return limitPrice === null ? '@ relative' : `@ relative to ${limit}`;
    case 'MIT':
      return `if ${stop}`;
    case 'LIT':
      return `if ${stop} @ ${limit}`;
  }
}

const difference = (name: string, before: string | null, after: string | null) =>
  before === after ? null : `${name} ${before ?? 'none'} → ${after ?? 'none'}`;

const trailText = ({ trail = null }: Said) =>
  trail === null ? null : `${trail.value}${trail.unit === 'percent' ? ' %' : ''}`;
const words = (value: boolean) => (value ? 'yes' : 'no');
const sideVerb: Readonly<Record<Side, string>> = { BUY: 'Buy', SELL: 'Sell' };
const lifeWords: Readonly<Record<OrderDraft['tif'], string>> = {
  DAY: 'for today',
  GTC: 'until cancelled',
  IOC: 'immediate or cancel',
  OPG: 'at the open',
  OVT: 'overnight session only',
  OND: 'overnight session and the day after',
  PAX: 'until Paxos closes it',
};
