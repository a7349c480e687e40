import { createHash } from 'node:crypto';
import { otherSide, stopTypeOf } from '../../../shared/domain/exit-rules';
import type { Decimal } from '../../../shared/domain/decimal';
import { groupDrafts } from '../../../shared/domain/order-group';
import type { OrderDraft } from '../../../shared/domain/order-draft';

/**
 * The order as it goes on the wire. Prices and sizes stay exact text up to here and become JSON numbers, as the
 * gateway wants them; the digits survive because a double prints any decimal of up to 15 digits back unchanged.
 */
export interface WireOrder {
  /** The account, or the allocation group in its place. */
  readonly acctId: string;
  /** Exactly one of `conid` and `conidex`: with both, IBKR ignores the venue (GOTCHAS, read 2026-11). */
  readonly conid?: number;
  /** "265598@NYSE": a directed order. */
  readonly conidex?: string;
  readonly side: 'BUY' | 'SELL';
  readonly quantity: number;
  readonly orderType: string;
  readonly tif: string;
  readonly outsideRTH: boolean;
  readonly price?: number;
  readonly auxPrice?: number;
  readonly trailingAmt?: number;
  readonly trailingType?: 'amt' | '%';
  /** A human pressed: required for futures. `extOperator` is refused on individual accounts (fixtures QUIRKS §5). */
  readonly manualIndicator?: true;
  readonly cOID?: string;
  /** An attached order: the entry's `cOID`; then it carries none of its own. */
  readonly parentId?: string;
  /** One cancels all: on every order of the request. */
  readonly isSingleGroup?: true;
  readonly strategy?: string;
  /** Numbers as text, as IBKR's examples have them: `{"maxPctVol": "0.1", "allowPastEndTime": true}`. */
  readonly strategyParameters?: Readonly<Record<string, string | boolean>>;
  /** An advisor's split of the order, account by account. */
  readonly jsonPayload?: {
    readonly allocation_profile: {
      readonly alloc_type: 'SHARE';
      readonly allocations: ReadonlyArray<{ readonly account: string; readonly amount: number }>;
    };
  };
}

/** In whose name it is sent: path and `acctId` alike. A group's name stands in place of the account. */
export const targetOf = ({ accountId, allocation = null }: OrderDraft): string =>
  allocation?.kind === 'group' ? allocation.name : accountId;

/**
 * `acctId` always (without it IBKR takes the first account), `outsideRTH` in this spelling only (`outsideRth` is
 * accepted and ignored). Source: GATEWAY_FACTS §6.1, fixtures QUIRKS §4–5 (read 2026-11).
 */
export function toWireOrder(draft: OrderDraft, cOID: string | null, assetClass = ''): WireOrder {
  const { trail = null, route = null, algo = null, allocation = null } = draft;
  const [price, auxPrice] = pricePlaces(draft);
  return Object.freeze({
    acctId: targetOf(draft),
    ...(route === null ? { conid: draft.conid } : { conidex: `${draft.conid}@${route}` }),
    side: draft.side,
    quantity: exactNumber(draft.quantity),
    orderType: draft.orderType,
    tif: draft.tif,
    outsideRTH: draft.outsideRth,
    ...(price === null ? {} : { price: exactNumber(price) }),
    ...(auxPrice === null ? {} : { auxPrice: exactNumber(auxPrice) }),
    ...(trail === null
      ? {}
      : { trailingAmt: exactNumber(trail.value), trailingType: trail.unit === 'percent' ? '%' : 'amt' }),
    ...(isFuture(assetClass) ? { manualIndicator: true as const } : {}),
    ...(algo === null
      ? {}
      : {
          strategy: algo.id,
          strategyParameters: Object.fromEntries(algo.parameters.map(({ id, value }) => [id, value])),
        }),
    ...(allocation?.kind === 'shares' ? { jsonPayload: profileOf(allocation.shares) } : {}),
    ...(cOID === null ? {} : { cOID }),
  });
}

const profileOf = (
  shares: ReadonlyArray<{ readonly accountId: string; readonly quantity: Decimal }>,
): NonNullable<WireOrder['jsonPayload']> => ({
  allocation_profile: {
    alloc_type: 'SHARE',
    allocations: shares.map(({ accountId, quantity }) => ({
      account: accountId,
      amount: exactNumber(quantity),
    })),
  },
});

/** Marks every order of a one-cancels-all group. */
export const asGroup = (orders: ReadonlyArray<WireOrder>): ReadonlyArray<WireOrder> =>
  orders.map((order) => Object.freeze({ ...order, isSingleGroup: true as const }));

/** The exits attached to an entry: same account and instrument, the other side, `parentId` and no `cOID`. */
export function toAttachedWire(draft: OrderDraft, cOID: string, assetClass = ''): ReadonlyArray<WireOrder> {
  return exitDrafts(draft).map((exit) =>
    Object.freeze({ ...toWireOrder(exit, null, assetClass), parentId: cOID }),
  );
}

const isFuture = (assetClass: string) => assetClass === 'FUT' || assetClass === 'FOP';

/** Take-profit first, then stop-loss: orders as if they stood alone. */
export function exitDrafts(draft: OrderDraft): ReadonlyArray<OrderDraft> {
  const { takeProfit = null, stopLoss = null, accountId, conid, quantity, route = null } = draft;
  const allocated = draft.allocation == null ? {} : { allocation: draft.allocation };
  const same = { accountId, conid, quantity, route, side: otherSide(draft.side), ...allocated };
  const exits: OrderDraft[] = [];
  if (takeProfit !== null) exits.push({ ...same, orderType: 'LMT', stopPrice: null, ...takeProfit });
  if (stopLoss !== null) exits.push({ ...same, orderType: stopTypeOf(stopLoss), ...stopLoss });
  return exits;
}

/**
 * Which value stands in `price` and which in `auxPrice`: a plain trigger (STP, TRAIL, MIT) in `price`, beside a
 * limit in `auxPrice`; the offset of REL in `auxPrice`. Source: ORDER_ENTRY §3 (read 2026-11).
 */
function pricePlaces(draft: OrderDraft): readonly [Decimal | null, Decimal | null] {
  const { orderType, limitPrice, stopPrice, offset = null } = draft;
  switch (orderType) {
    case 'STP':
    case 'TRAIL':
    case 'MIT':
      return [stopPrice, null];
    case 'STOP_LIMIT':
    case 'TRAILLMT':
    case 'LIT':
      return [limitPrice, stopPrice];
    case 'REL':
      return [limitPrice, offset];
    case 'LMT':
    case 'LOC':
    case 'MIDPRICE':
      return [limitPrice, null];
    case 'MKT':
    case 'MOC':
      return [null, null];
  }
}

/** True when every number of the draft survives as a JSON number digit for digit. */
export const fitsWire = (draft: OrderDraft): boolean =>
  [draft, ...exitDrafts(draft), ...groupDrafts(draft)]
    .flatMap((order) => [
      ...[order.quantity, order.limitPrice, order.stopPrice, order.trail?.value, order.offset],
      ...(order.allocation?.kind === 'shares' ? order.allocation.shares.map(({ quantity }) => quantity) : []),
    ])
    .every((value) => value == null || normal(value) === plainText(Number(value)));

/** Over everything that goes out: a bracket is reviewed and sent as one. */
export const hashOfOrder = (
  body: WireOrder,
  orderId: string | null,
  attached: ReadonlyArray<WireOrder> = [],
): string =>
  createHash('sha256')
    .update(JSON.stringify(attached.length === 0 ? [orderId, body] : [orderId, body, attached]))
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
