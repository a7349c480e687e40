import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderWarning } from '../../../shared/domain/order-preview';
import type { IntentFacts } from './intent-facts';
import type { OrderContext } from './order-context';
import { isFinished } from './order-merge';
import { hashOfOrder, toWireOrder } from './wire-order';

const identicalWithinMs = 2_000;

/** The same order again, by habit or by a bouncing key. Source: ORDER_ENTRY §7. */
export function duplicateWarnings(
  context: OrderContext,
  draft: OrderDraft,
  modifies: string | null,
): OrderWarning[] {
  if (modifies !== null) return [];
  const nowMs = context.clock.now();
  const similarWithinMs = context.permit.limits().duplicateSeconds * 1_000;
  const recent = recentLike(context, draft, nowMs, similarWithinMs);
  if (
    recent !== undefined &&
    Math.abs(nowMs - sentAt(recent)) <= identicalWithinMs &&
    isIdentical(recent, draft)
  )
    return [
      { id: 'identical', severity: 'hard', text: 'The same order was sent less than two seconds ago.' },
    ];
  if (recent !== undefined)
    return [
      {
        id: 'duplicate',
        severity: 'soft',
        text: `You sent ${draft.side} ${recent.draft.quantity} ${recent.symbol} ${Math.round((nowMs - sentAt(recent)) / 1000)} s ago.`,
      },
    ];
  const working = context.book
    .ordersOf(draft.accountId)
    .find(
      (order) =>
        !isFinished(order.phase) &&
        order.conid === draft.conid &&
        order.side === draft.side &&
        order.quantity === draft.quantity &&
        order.limitPrice === draft.limitPrice,
    );
  return working === undefined
    ? []
    : [
        {
          id: 'working-twin',
          severity: 'soft',
          text: `An order to ${draft.side} ${draft.quantity} ${working.symbol} at the same price is already working.`,
        },
      ];
}

/** Asked again at the moment of sending, where no tick helps. */
export function wasJustSent(context: OrderContext, draft: OrderDraft, nowMs: number): boolean {
  const recent = recentLike(context, draft, nowMs, identicalWithinMs);
  return (
    recent !== undefined &&
    Math.abs(nowMs - sentAt(recent)) <= identicalWithinMs &&
    isIdentical(recent, draft)
  );
}

// Whatever became of it: a rejected or declined order is no duplicate of the next try.
const gone = new Set(['rejected', 'not-sent']);

const recentLike = (
  context: OrderContext,
  draft: OrderDraft,
  nowMs: number,
  withinMs: number,
): IntentFacts | undefined =>
  context.ledger
    .all()
    .filter(
      (facts) =>
        facts.kind === 'place' &&
        !gone.has(facts.state) &&
        facts.accountId === draft.accountId &&
        facts.conid === draft.conid &&
        facts.draft.side === draft.side &&
        facts.sentAtMs !== null &&
        nowMs - facts.sentAtMs <= withinMs,
    )
    .sort((a, b) => sentAt(b) - sentAt(a))[0];

const sentAt = (facts: IntentFacts): number => facts.sentAtMs ?? 0;

const isIdentical = (facts: IntentFacts, draft: OrderDraft): boolean =>
  hashOfOrder(toWireOrder(facts.draft, null), null) === hashOfOrder(toWireOrder(draft, null), null);
