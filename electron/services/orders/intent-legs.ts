import type { Decimal } from '../../../shared/domain/decimal';
import { attachedOrders } from '../../../shared/domain/attached-orders';
import type { IntentLeg, IntentState } from '../../../shared/domain/intent';
import type { Order, OrderPhase } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import { groupDrafts } from '../../../shared/domain/order-group';
import { shortSentence } from '../../../shared/domain/order-sentence';
import { orderTypeOf } from '../../../shared/domain/order-types';
import type { IntentFacts } from './intent-facts';

export const exitCount = ({ takeProfit = null, stopLoss = null }: OrderDraft): number =>
  (takeProfit === null ? 0 : 1) + (stopLoss === null ? 0 : 1);

/** Orders that travel with the first one: its exits, or the others of its group. */
export const legCount = (draft: OrderDraft): number => exitCount(draft) + (draft.group?.length ?? 0);

/** What tells the orders of one intent apart from everybody else's. */
type Marks = Pick<IntentFacts, 'orderId' | 'exitIds' | 'groupRefs'>;

/** Attached to this intent's entry by IBKR's parent id, of its group by our own id, or acknowledged with it. */
export const isLegOf = (facts: Marks, order: Order): boolean =>
  (order.parentOrderId != null && order.parentOrderId === facts.orderId) ||
  (order.orderRef !== null && facts.groupRefs.includes(order.orderRef)) ||
  facts.exitIds.includes(order.orderId);

/** What became of each leg, from IBKR's book where it shows it, else from what was answered. */
export function intentLegs(facts: IntentFacts, orders: ReadonlyArray<Order>): ReadonlyArray<IntentLeg> {
  if (legCount(facts.draft) === 0 || facts.state === 'not-sent' || facts.state === 'rejected') return [];
  const legs = orders.filter((order) => isLegOf(facts, order));
  return (facts.draft.group ?? []).length > 0 ? groupLegs(facts, legs) : exitLegs(facts, legs);
}

function exitLegs(facts: IntentFacts, exits: ReadonlyArray<Order>): ReadonlyArray<IntentLeg> {
  const one = { currency: null, multiplier: null, priceMagnifier: '1' as Decimal };
  return attachedOrders(facts.draft, one, null).map(({ role, sentence }) => {
    const own = exits.find((order) => (orderTypeOf(order.orderType) === 'LMT') === (role === 'take-profit'));
    return legOf(facts, role, sentence, own);
  });
}

/** The others of the group, in the order they were sent: their client ids were journaled so. */
const groupLegs = (facts: IntentFacts, orders: ReadonlyArray<Order>): ReadonlyArray<IntentLeg> =>
  groupDrafts(facts.draft).map((draft, index) => {
    const own = orders.find((order) => order.orderRef !== null && order.orderRef === facts.groupRefs[index]);
    return legOf(facts, 'group', shortSentence(draft, own?.symbol ?? null), own);
  });

const legOf = (
  facts: IntentFacts,
  role: IntentLeg['role'],
  sentence: string,
  own: Order | undefined,
): IntentLeg => ({
  role,
  sentence,
  state: own === undefined ? unseen(facts) : states[own.phase],
  orderId: own?.orderId ?? null,
});

function unseen(facts: IntentFacts): IntentLeg['state'] {
  if (facts.exitAlarm !== null) return 'missing';
  if (facts.state === 'unknown') return 'unknown';
  return isTaken(facts.state) && facts.exitIds.length === legCount(facts.draft) ? 'acknowledged' : 'waiting';
}

const isTaken = (state: IntentState) =>
  state === 'acknowledged' || state === 'working' || state === 'filled' || state === 'cancelled';

const states: Readonly<Record<OrderPhase, IntentLeg['state']>> = {
  pending: 'acknowledged',
  inactive: 'acknowledged',
  working: 'working',
  partial: 'working',
  cancelling: 'working',
  filled: 'filled',
  cancelled: 'cancelled',
  rejected: 'rejected',
};

export const failedLegsText = (draft: OrderDraft, failed: ReadonlyArray<string>): string =>
  exitCount(draft) > 0
    ? `IBKR took the entry but not ${failed.length === 1 ? 'one of its exits' : 'its exits'} (${failed.join('; ')}). ` +
      'The position has no such protection: place it yourself or cancel the entry.'
    : `IBKR took this order but not every other one of its group (${failed.join('; ')}). ` +
      'Look at the order list: what is there may fill without cancelling anything.';
