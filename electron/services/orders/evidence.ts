import { sum, compare } from '../../../shared/domain/decimal';
import { orderIdSchema } from '../../../shared/domain/ids';
import type { Execution, Order, OrderDraft } from '../../../shared/domain/order';
import type { JournalEntry } from '../../store/journal';
import { isNews, isUncertain, type IntentFacts } from './intent-facts';
import { entry, type PayloadOf } from './journal-event';
import { draftOfOrder } from './order-to-change';

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
  const [order, ...others] = matching;
  if (facts.kind === 'modify') return order === undefined ? [] : evidenceOfChange(facts, order, look);
  if (order === undefined)
    return isUncertain(facts.state) && look.complete && wantsProof(facts, 'orders')
      ? [absent(facts, 'orders', 'Order list read: it is not there.', look)]
      : [];
  if (!isNews(facts.state, order.phase)) return [];
  const twins =
    others.length === 0 ? '' : ` There are ${matching.length} orders for this one ticket: check each.`;
  return seen(facts, order, `Order list read: order ${order.orderId} is ${order.status}.${twins}`);
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

function saysSame(a: OrderDraft, b: OrderDraft): boolean {
  const same = (x: string | null, y: string | null) =>
    x === null || y === null
      ? x === y
      : compare(x as OrderDraft['quantity'], y as OrderDraft['quantity']) === 0;
  return (
    same(a.quantity, b.quantity) &&
    same(a.limitPrice, b.limitPrice) &&
    same(a.stopPrice, b.stopPrice) &&
    a.tif === b.tif &&
    a.outsideRth === b.outsideRth
  );
}
