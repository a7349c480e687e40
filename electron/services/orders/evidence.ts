import { sum, compare } from '../../../shared/domain/decimal';
import { orderIdSchema } from '../../../shared/domain/ids';
import type { Execution, Order } from '../../../shared/domain/order';
import type { JournalEntry } from '../../store/journal';
import { isNews, isUncertain, type IntentFacts } from './intent-facts';
import { entry, type PayloadOf } from './journal-event';
import { isFinished } from './order-merge';
import { draftOfOrder, saysSame } from './order-to-change';

/** One read of a list, as proof: what began before the order went out cannot show it. */
export interface Look {
  readonly startedMonoMs: number;
  readonly complete: boolean;
}

/** Only the client order id makes an order ours; likeness of price and size never does. ORDER_SAFETY §8. */
export const isOrderOf = (facts: IntentFacts, order: Pick<Order, 'orderRef' | 'orderId'>): boolean =>
  facts.kind === 'modify'
    ? order.orderId === facts.modifies
    : (facts.cOID !== null && order.orderRef === facts.cOID) || order.orderId === facts.orderId;

/** What an order list says about one intent, as journal entries; none when it says nothing new. */
export function evidenceFromOrders(
  facts: IntentFacts,
  orders: ReadonlyArray<Order>,
  look: Look,
): ReadonlyArray<JournalEntry> {
  const matching = orders.filter((order) => isOrderOf(facts, order));
  const [order] = matching;
  if (facts.kind === 'modify') return order === undefined ? [] : evidenceOfChange(facts, order, look);
  const alarm = alarmAbout(facts, matching, look);
  if (order === undefined)
    return isUncertain(facts.state) && look.complete && wantsProof(facts, 'orders')
      ? [absent(facts, 'orders', 'Order list read: it is not there.', look)]
      : alarm;
  return isNews(facts.state, order.phase)
    ? [...seen(facts, order, `Order list read: order ${order.orderId} is ${order.status}.`), ...alarm]
    : alarm;
}

/** An acknowledged order that its lists do not show after this long was dropped, or is somewhere else. */
const missingAfterMs = 120_000;

/** What must not stay unsaid: two live orders for one ticket, or an acknowledged order that nobody lists. */
function alarmAbout(
  facts: IntentFacts,
  matching: ReadonlyArray<Order>,
  look: Look,
): ReadonlyArray<JournalEntry> {
  const live = matching.filter((order) => !isFinished(order.phase));
  const dropped =
    matching.length === 0 &&
    look.complete &&
    facts.state === 'acknowledged' &&
    look.startedMonoMs - facts.proof.sinceMonoMs > missingAfterMs;
  const text =
    live.length > 1
      ? `There are ${live.length} live orders for this one ticket: ${live.map((order) => order.orderId).join(', ')}. Cancel what you do not want.`
      : dropped
        ? 'IBKR acknowledged it, but its order list does not show it. Look at IBKR before doing anything else.'
        : null;
  return text === null || text === facts.reason
    ? []
    : [entry('EVIDENCE', facts.intentId, { what: 'alarm', text })];
}

/** A change is visible in the order itself: it says the new values, or still the old ones. */
function evidenceOfChange(facts: IntentFacts, order: Order, look: Look): ReadonlyArray<JournalEntry> {
  const current = draftOfOrder(order, facts.draft);
  if (saysSame(current, facts.draft) || order.phase === 'filled' || order.phase === 'cancelled')
    return isNews(facts.state, order.phase)
      ? seen(facts, order, `Order list read: order ${order.orderId} is ${order.status} with the new values.`)
      : [];
  const unchanged = facts.before !== null && saysSame(current, facts.before);
  return unchanged && isUncertain(facts.state) && look.complete && wantsProof(facts, 'orders')
    ? [absent(facts, 'orders', `Order list read: order ${order.orderId} still has its old values.`, look)]
    : [];
}

/** What the trades say: a fill with our id proves the order existed, whatever the lists say. */
export function evidenceFromTrades(
  facts: IntentFacts,
  executions: ReadonlyArray<Execution>,
  look: Look,
): ReadonlyArray<JournalEntry> {
  if (facts.kind === 'modify') return [];
  const own = executions.filter((execution) => facts.cOID !== null && execution.orderRef === facts.cOID);
  if (own.length === 0)
    return isUncertain(facts.state) && look.complete && wantsProof(facts, 'trades')
      ? [absent(facts, 'trades', 'Trades of the last days read: it is not there.', look)]
      : [];
  const orderId = orderIdSchema.safeParse(own.find((execution) => execution.orderId !== null)?.orderId);
  const filled = sum(own.map((execution) => execution.quantity));
  const whole = filled !== null && compare(filled, facts.draft.quantity) >= 0;
  const text = `Trades read: ${filled ?? 'some'} of ${facts.draft.quantity} filled.`;
  const phase = whole ? 'filled' : 'partial';
  if (!isNews(facts.state, phase)) return [];
  const id = orderId.data ?? facts.orderId;
  return [entry('EVIDENCE', facts.intentId, { what: 'seen', text, orderId: id, phase, status: phase })];
}

const absent = (facts: IntentFacts, from: 'orders' | 'trades', text: string, look: Look): JournalEntry =>
  entry('EVIDENCE', facts.intentId, { what: 'absent', from, text, startedMonoMs: look.startedMonoMs });

function seen(facts: IntentFacts, order: Order, text: string): ReadonlyArray<JournalEntry> {
  const payload: PayloadOf<'EVIDENCE'> = {
    what: 'seen',
    text,
    orderId: order.orderId,
    phase: order.phase,
    status: order.status,
  };
  return [entry('EVIDENCE', facts.intentId, payload)];
}

/** Once proven, further absences say nothing new and would only fill the journal. */
const wantsProof = (facts: IntentFacts, from: 'orders' | 'trades'): boolean =>
  !facts.proof.proven && (from === 'orders' || facts.proof.tradeReads < 2);
