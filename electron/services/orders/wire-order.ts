import { createHash } from 'node:crypto';
import type { OrderDraft } from '../../../shared/domain/order';

/**
 * The order as it goes on the wire. Prices and sizes stay exact text up to here and become JSON numbers, as the
 * gateway wants them; the digits survive because a double prints any decimal of up to 15 digits back unchanged.
 */
export interface WireOrder {
  readonly acctId: string;
  readonly conid: number;
  readonly side: 'BUY' | 'SELL';
  readonly quantity: number;
  readonly orderType: string;
  readonly tif: string;
  readonly outsideRTH: boolean;
  readonly price?: number;
  readonly auxPrice?: number;
  readonly cOID?: string;
}

/**
 * `acctId` always (without it IBKR takes the first account), `outsideRTH` in this spelling only (`outsideRth` is
 * accepted and ignored), a stop's trigger in `price`, a stop-limit's in `auxPrice`.
 * Source: GATEWAY_FACTS §6.1, fixtures QUIRKS §4–5 (read 2026-11).
 */
export function toWireOrder(draft: OrderDraft, cOID: string | null): WireOrder {
  const price = draft.orderType === 'STP' ? draft.stopPrice : draft.limitPrice;
  const auxPrice = draft.orderType === 'STOP_LIMIT' ? draft.stopPrice : null;
  return Object.freeze({
    acctId: draft.accountId,
    conid: draft.conid,
    side: draft.side,
    quantity: exactNumber(draft.quantity),
    orderType: draft.orderType,
    tif: draft.tif,
    outsideRTH: draft.outsideRth,
    ...(price === null ? {} : { price: exactNumber(price) }),
    ...(auxPrice === null ? {} : { auxPrice: exactNumber(auxPrice) }),
    ...(cOID === null ? {} : { cOID }),
  });
}

/** True when every number of the draft survives as a JSON number digit for digit. */
export const fitsWire = (draft: OrderDraft): boolean =>
  [draft.quantity, draft.limitPrice, draft.stopPrice].every(
    (value) => value === null || normal(value) === plainText(Number(value)),
  );

export const hashOfOrder = (body: WireOrder, orderId: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([orderId, body]))
    .digest('hex');

function exactNumber(text: string): number {
  const value = Number(text);
  if (normal(text) !== plainText(value)) throw new Error('A number of the order does not survive as JSON');
  return value;
}

// Exponents never appear: 1e21 and beyond, or below 1e-6, are refused as not fitting.
const plainText = (value: number): string => (/e/.test(String(value)) ? 'exponent' : String(value));

/** Without trailing zeros of the fraction and leading zeros of the whole: "0190.50" → "190.5". */
function normal(text: string): string {
  const trimmed = text
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return trimmed === '-0' ? '0' : trimmed;
}
