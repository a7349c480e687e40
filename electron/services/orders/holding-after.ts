import { add, subtract, sum, type Decimal } from '../../../shared/domain/decimal';
import type { Order } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderEffect } from '../../../shared/domain/order-preview';
import { effectOf, signedQuantity } from '../../../shared/domain/order-rules';
import type { OrderContext } from './order-context';
import { isFinished } from './order-merge';

export interface HoldingAfter {
  readonly before: Decimal | null;
  readonly after: Decimal | null;
  readonly effect: OrderEffect;
}

/** What the order makes of the position, working orders on its side included; `changing` is the order it changes. */
export function holdingAfter(
  context: OrderContext,
  draft: OrderDraft,
  position: Decimal | null,
  changing: Order | null,
): HoldingAfter {
  // Split over accounts whose positions were not read: what the advisor's own account holds says nothing.
  if (position === null || draft.allocation != null) return { before: null, after: null, effect: 'unknown' };
  const rest = subtract(draft.quantity, changing?.filled ?? ('0' as Decimal));
  const workingSameSide = sum(
    context.book
      .ordersOf(draft.accountId)
      .filter(
        (order) =>
          order.conid === draft.conid &&
          order.side === draft.side &&
          order.orderId !== changing?.orderId &&
          !isFinished(order.phase),
      )
      .map((order) => order.remaining),
  );
  return {
    before: position,
    after: add(position, signedQuantity(draft.side, rest)),
    effect: effectOf(draft.side, rest, workingSameSide === null ? null : { position, workingSameSide }),
  };
}
