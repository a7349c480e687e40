import type { Decimal } from '../../../shared/domain/decimal';
import { attachedOrders } from '../../../shared/domain/attached-orders';
import type { IntentLeg, IntentState, Order, OrderDraft, OrderPhase } from '../../../shared/domain/order';
import { orderTypeOf } from '../../../shared/domain/order-types';
import type { IntentFacts } from './intent-facts';

export const exitCount = ({ takeProfit = null, stopLoss = null }: OrderDraft): number =>
  (takeProfit === null ? 0 : 1) + (stopLoss === null ? 0 : 1);

/** Attached to this intent's entry: by IBKR's parent id, or by the id it acknowledged. */
export const isExitOf = (facts: Pick<IntentFacts, 'orderId' | 'exitIds'>, order: Order): boolean =>
  (order.parentOrderId != null && order.parentOrderId === facts.orderId) ||
  facts.exitIds.includes(order.orderId);

/** What became of each exit, from IBKR's book where it shows it, else from what was answered. */
export function intentLegs(facts: IntentFacts, orders: ReadonlyArray<Order>): ReadonlyArray<IntentLeg> {
  if (exitCount(facts.draft) === 0 || facts.state === 'not-sent' || facts.state === 'rejected') return [];
  const exits = orders.filter((order) => isExitOf(facts, order));
  const one = { multiplier: null, priceMagnifier: '1' as Decimal };
  return attachedOrders(facts.draft, one, null).map(({ role, sentence }) => {
    const own = exits.find((order) => (orderTypeOf(order.orderType) === 'LMT') === (role === 'take-profit'));
    const state = own === undefined ? unseen(facts) : states[own.phase];
    return { role, sentence, state, orderId: own?.orderId ?? null };
  });
}

function unseen(facts: IntentFacts): IntentLeg['state'] {
  if (facts.exitAlarm !== null) return 'missing';
  if (facts.state === 'unknown') return 'unknown';
  return isTaken(facts.state) && facts.exitIds.length === exitCount(facts.draft) ? 'acknowledged' : 'waiting';
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

export const failedExitsText = (failed: ReadonlyArray<string>): string =>
  `IBKR took the entry but not ${failed.length === 1 ? 'one of its exits' : 'its exits'} (${failed.join('; ')}). ` +
  'The position has no such protection: place it yourself or cancel the entry.';
