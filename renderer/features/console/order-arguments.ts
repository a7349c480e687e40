import { type Decimal, toDecimal } from '../../../shared/domain/decimal';
import type { AccountId, Conid } from '../../../shared/domain/ids';
import type { OrderType, Side, Tif } from '../../../shared/domain/order-draft';

/** What the ticket takes over from an order in wire names. */
export interface OrderFields {
  readonly conid: Conid;
  readonly side: Side;
  readonly quantity?: Decimal;
  readonly orderType?: OrderType;
  readonly limitPrice?: Decimal;
  readonly tif?: Tif;
}

// The ticket makes these itself, or they say what it shows anyway.
const ownMembers = new Set(['acctId', 'cOID', 'ticker', 'secType', 'listingExchange']);
const takenMembers = new Set(['conid', 'side', 'quantity', 'orderType', 'price', 'tif']);

/** The one order of `placeOrder`'s arguments as the ticket's fields, or why the ticket cannot take it. */
export function orderFieldsOf(json: string, shownAccount: AccountId | null): OrderFields | string {
  const given = recordOf(JSON.parse(json) as unknown);
  const orders = [given['orderRequest']].flat();
  if (orders.length !== 1)
    return 'The ticket takes one order at a time; attach its exits there. Nothing was sent.';
  const order = recordOf(orders[0]);
  const account = textOf(order['acctId']) ?? textOf(given['accountId']);
  if (account !== null && account !== shownAccount)
    return `The desk shows ${shownAccount ?? 'no account'}, the order names ${account}. Nothing was sent.`;
  const strange = Object.keys(order).filter((key) => !ownMembers.has(key) && !takenMembers.has(key));
  if (strange.length > 0) return `Enter ${strange.join(', ')} in the ticket itself. Nothing was sent.`;
  const conid = Number(order['conid']);
  const side = order['side'];
  if (!Number.isSafeInteger(conid) || conid <= 0)
    return 'The order names no contract (conid). Nothing was sent.';
  if (side !== 'BUY' && side !== 'SELL') return 'The side must be BUY or SELL. Nothing was sent.';
  const quantity = toDecimal(order['quantity']);
  const limitPrice = toDecimal(order['price']);
  const [orderType, tif] = [textOf(order['orderType']), textOf(order['tif'])];
  return {
    conid: conid as Conid,
    side,
    ...(quantity === null ? {} : { quantity }),
    ...(limitPrice === null ? {} : { limitPrice }),
    // The ticket knows which types and lives the contract takes, and says so where one is not among them.
    ...(orderType === null ? {} : { orderType: orderType as OrderType }),
    ...(tif === null ? {} : { tif: tif as Tif }),
  };
}

/** Which order the arguments of a change or cancellation name. */
export function accountOf(json: string): { readonly accountId: string | null; readonly orderId: string } {
  const given = recordOf(JSON.parse(json) as unknown);
  const orderId = given['orderId'];
  return {
    accountId: textOf(given['accountId']),
    orderId: typeof orderId === 'number' ? String(orderId) : (textOf(orderId) ?? ''),
  };
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
