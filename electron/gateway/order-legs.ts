import { errorWords, isRecord } from './interpret';
import { idText, plainText } from './order-fields';
import type { ExpectedAnswer } from './order-outcome';
import { isDefinitiveReject } from './order-texts';

/** One order of the request, by what the answer says of it — by its fields, never by its place in the list. */
export type OrderLeg =
  | {
      readonly outcome: 'acknowledged';
      readonly orderId: string;
      readonly cOID: string | null;
      readonly parentOrderId: string | null;
      readonly accountId: string | null;
      readonly status: string | null;
    }
  | { readonly outcome: 'rejected'; readonly cOID: string | null; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly cOID: string | null; readonly reason: string };

/** What one row of an answer says of one order. Whatever it does not say plainly is unknown. */
export function legOf(entry: unknown): OrderLeg {
  if (!isRecord(entry)) return { outcome: 'unknown', cOID: null, reason: 'not an object' };
  const cOID = plainText(entry['local_order_id']);
  const words = errorWords(entry);
  if (words !== null) {
    return isDefinitiveReject(words)
      ? { outcome: 'rejected', cOID, reason: words }
      : { outcome: 'unknown', cOID, reason: words };
  }
  const orderId = idText(entry['order_id']);
  const status = plainText(entry['order_status']);
  if (orderId === '-1' || (orderId !== null && status === 'Failed')) {
    return {
      outcome: 'rejected',
      cOID,
      reason: plainText(entry['text']) ?? plainText(entry['warning_message']) ?? 'Failed',
    };
  }
  if (orderId === null || !/^[1-9]\d*$/.test(orderId))
    return { outcome: 'unknown', cOID, reason: 'without a usable order id' };
  const accountId = plainText(entry['account']) ?? plainText(entry['acctId']);
  return {
    outcome: 'acknowledged',
    orderId,
    cOID,
    parentOrderId: idText(entry['parent_order_id']),
    accountId,
    status,
  };
}

/** Why a row is not believed: it is about another account, or carries a client order id that was not sent. */
export function doubtAbout(leg: OrderLeg, { accountId, cOIDs }: ExpectedAnswer): string | null {
  if (leg.outcome !== 'acknowledged')
    return leg.outcome === 'unknown' ? `An order of the answer is ${leg.reason}.` : null;
  if (accountId !== null && leg.accountId !== null && leg.accountId !== accountId)
    return 'IBKR’s answer is about another account.';
  const foreign = cOIDs !== null && cOIDs.length > 0 && leg.cOID !== null && !cOIDs.includes(leg.cOID);
  return foreign ? 'IBKR’s answer carries another client order id.' : null;
}
