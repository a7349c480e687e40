import type { OrderDraft, Side } from './order';
import type { TradingMode } from './session';

/** What a sentence about an order needs beyond the draft. */
export interface OrderNames {
  readonly symbol: string;
  readonly exchange: string | null;
  readonly currency: string | null;
  readonly mode: TradingMode;
}

/** The complete sentence of an order: "BUY 100 AAPL (NASDAQ, USD) at 190.00 or lower, today, …". */
export function orderSentence(draft: OrderDraft, names: OrderNames): string {
  const listing = [names.exchange, names.currency].filter((part) => part !== null).join(', ');
  return [
    `${draft.side} ${draft.quantity} ${names.symbol}${listing === '' ? '' : ` (${listing})`} ${priceWords(draft)}`,
    lifeWords[draft.tif],
    draft.outsideRth ? 'also outside regular hours' : 'regular hours only',
    `account ${draft.accountId} (${names.mode.toUpperCase()})`,
  ].join(', ');
}

/** Text of the confirming button: it says the order, never "OK". */
export function actionLabel(draft: OrderDraft, symbol: string, modifies: boolean): string {
  const verb = modifies ? 'Change to' : sideVerb[draft.side];
  const what = modifies ? `${draft.side.toLowerCase()} ${draft.quantity}` : draft.quantity;
  return `${verb} ${what} ${symbol} ${shortPrice(draft)}`;
}

/** "limit 190.00 → 189.50, quantity 100 → 80": what a change changes, in words. */
export function changeSentence(before: OrderDraft, after: OrderDraft): string {
  const parts = [
    difference('quantity', before.quantity, after.quantity),
    difference('limit', before.limitPrice, after.limitPrice),
    difference('stop', before.stopPrice, after.stopPrice),
    difference('time in force', before.tif, after.tif),
    difference('outside regular hours', words(before.outsideRth), words(after.outsideRth)),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'no change' : parts.join(', ');
}

function priceWords({ orderType, side, limitPrice, stopPrice }: OrderDraft): string {
  const orBetter = side === 'BUY' ? 'or lower' : 'or higher';
  const beyond = side === 'BUY' ? 'at or above' : 'at or below';
  switch (orderType) {
    case 'MKT':
      return 'at the best available price, which is not guaranteed';
    case 'LMT':
      return `LIMIT ${limitPrice ?? '?'} ${orBetter}`;
    case 'STP':
      return `STOP ${stopPrice ?? '?'}: at market once it trades ${beyond} that`;
    case 'STOP_LIMIT':
      return `STOP ${stopPrice ?? '?'} LIMIT ${limitPrice ?? '?'}: once it trades ${beyond} the stop, at the limit ${orBetter}`;
  }
}

function shortPrice({ orderType, limitPrice, stopPrice }: OrderDraft): string {
  switch (orderType) {
    case 'MKT':
      return '@ market';
    case 'LMT':
      return `@ ${limitPrice ?? '?'}`;
    case 'STP':
      return `stop ${stopPrice ?? '?'}`;
    case 'STOP_LIMIT':
      return `stop ${stopPrice ?? '?'} @ ${limitPrice ?? '?'}`;
  }
}

const difference = (name: string, before: string | null, after: string | null) =>
  before === after ? null : `${name} ${before ?? 'none'} → ${after ?? 'none'}`;

const words = (value: boolean) => (value ? 'yes' : 'no');
const sideVerb: Readonly<Record<Side, string>> = { BUY: 'Buy', SELL: 'Sell' };
const lifeWords: Readonly<Record<OrderDraft['tif'], string>> = {
  DAY: 'for today',
  GTC: 'until cancelled',
  IOC: 'immediate or cancel',
  OPG: 'at the open',
};
