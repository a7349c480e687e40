import type { AppError } from '../../../shared/app-error';
import { compare, type Decimal } from '../../../shared/domain/decimal';
import type { AccountId, OrderId } from '../../../shared/domain/ids';
import { tifSchema, type OrderDraft, type Tif } from '../../../shared/domain/order-draft';
import { orderTypeOf, orderTypes } from '../../../shared/domain/order-types';
import type { Order } from '../../../shared/domain/order';
import { err, ok, type Result } from '../../../shared/result';
import type { OrderContext } from './order-context';
import { refusal } from './refusals';

/**
 * The order as IBKR has it now, never as we remember it: an old copy sent back as a change would undo what someone
 * did elsewhere.
 */
export async function readOrder(
  { wire, book }: OrderContext,
  accountId: AccountId,
  orderId: OrderId,
): Promise<Result<Order, AppError>> {
  const list = await wire.liveOrders(accountId);
  if (!list.ok) return list;
  book.applyList(accountId, list.value);
  const listed = list.value.rows.some((row) => row.orderId === orderId);
  const order = listed ? book.order(orderId) : null;
  return order === null
    ? err(
        refusal(
          'not-found',
          `IBKR does not list order ${orderId} now.`,
          'Look at the order list, then try again.',
        ),
      )
    : ok(order);
}

/** What the order says today in the ticket's words; the draft fills in what the list leaves out. */
export function draftOfOrder(order: Order, draft: OrderDraft): OrderDraft {
  const orderType = orderTypeOf(order.orderType) ?? draft.orderType;
  const needs = orderTypes[orderType];
  const stopInPrice = needs.stop !== 'none' && needs.limit === 'none';
  return {
    ...draft,
    quantity: order.quantity ?? draft.quantity,
    orderType,
    route: order.route ?? null,
    ...(order.trail == null ? {} : { trail: order.trail }),
    // A stop's trigger comes back in the limit's place in some builds, as it is sent.
    limitPrice: stopInPrice ? null : order.limitPrice,
    stopPrice: stopInPrice ? (order.stopPrice ?? order.limitPrice) : order.stopPrice,
    tif: tifOf(order.tif) ?? draft.tif,
    outsideRth: order.outsideRth ?? draft.outsideRth,
  };
}

/** Whether two drafts ask for the same: numbers by value, so that 190.5 and 190.50 are one. */
export function saysSame(a: OrderDraft, b: OrderDraft): boolean {
  const same = (x: Decimal | null, y: Decimal | null) =>
    x === null || y === null ? x === y : compare(x, y) === 0;
  return (
    same(a.quantity, b.quantity) &&
    same(a.limitPrice, b.limitPrice) &&
    same(a.stopPrice, b.stopPrice) &&
    same(a.trail?.value ?? null, b.trail?.value ?? null) &&
    a.trail?.unit === b.trail?.unit &&
    same(a.offset ?? null, b.offset ?? null) &&
    a.tif === b.tif &&
    a.outsideRth === b.outsideRth
  );
}

/** The same apart from what the market itself moves: the stop of a trailing order, and the limit behind it. */
export const saysSameBesideTrail = (a: OrderDraft, b: OrderDraft): boolean =>
  a.trail == null || b.trail == null
    ? saysSame(a, b)
    : saysSame({ ...a, stopPrice: b.stopPrice, limitPrice: b.limitPrice }, b);

// A DAY order reads "CLOSE" in some lists (fixtures QUIRKS §4): then the ticket's own word stands.
const tifOf = (text: string | null): Tif | null => tifSchema.safeParse(text?.toUpperCase()).data ?? null;
