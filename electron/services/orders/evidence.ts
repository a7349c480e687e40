import { sum, compare } from '../../../shared/domain/decimal';
import { orderIdSchema } from '../../../shared/domain/ids';
import type { Execution, Order } from '../../../shared/domain/order';
import { latestVersions } from '../../store/executions';
import type { JournalEntry } from '../../store/journal';
import { isInRound, isNews, isSettled, isUncertain, type IntentFacts } from './intent-facts';
import { exitCount, isLegOf, legCount } from './intent-legs';
import { entry, type PayloadOf } from './journal-event';
import { isFinished } from './order-merge';
import { draftOfOrder, saysSame, saysSameBesideTrail } from './order-to-change';

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
  // An exit may carry its entry's reference: it is no second order of the ticket.
  const matching = orders.filter((order) => isOrderOf(facts, order) && order.parentOrderId == null);
  const [order] = matching;
  if (facts.kind === 'modify') {
    const changed = orders.find((candidate) => isOrderOf(facts, candidate));
    return changed === undefined ? [] : evidenceOfChange(facts, changed, look);
  }
  const alarm = [...alarmAbout(facts, matching, look), ...exitEvidence(facts, order, orders, look)];
  if (order === undefined) {
    // A part of the group that is there proves that the request arrived.
    if (orders.some((candidate) => isLegOf(facts, candidate))) return [...alarm, ...partOfGroup(facts, look)];
    return isUncertain(facts.state) && look.complete && wantsProof(facts, 'orders')
      ? [absent(facts, 'orders', 'Order list read: it is not there.', look)]
      : alarm;
  }
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
  // An advisor's group stands on its members' accounts.
  const elsewhere =
    facts.draft.allocation == null
      ? matching.find(({ accountId }) => accountId !== facts.accountId)
      : undefined;
  const dropped =
    matching.length === 0 &&
    look.complete &&
    facts.state === 'acknowledged' &&
    look.startedMonoMs - facts.proof.sinceMonoMs > missingAfterMs;
  const text =
    elsewhere !== undefined
      ? `IBKR holds it on account ${elsewhere.accountId}, not on ${facts.accountId}. Check both now.`
      : live.length > 1
        ? `There are ${live.length} live orders for this one ticket: ${live.map((order) => order.orderId).join(', ')}. Cancel what you do not want.`
        : dropped
          ? 'IBKR acknowledged it, but its order list does not show it. Look at IBKR before doing anything else.'
          : null;
  return text === null || text === facts.reason
    ? []
    : [entry('EVIDENCE', facts.intentId, { what: 'alarm', text })];
}

function partOfGroup(facts: IntentFacts, look: Look): ReadonlyArray<JournalEntry> {
  const text =
    'IBKR’s order list shows other orders of this group, but not this one. Look at IBKR before doing anything else.';
  return look.complete && isUncertain(facts.state) && facts.reason !== text
    ? [entry('EVIDENCE', facts.intentId, { what: 'alarm', text })]
    : [];
}

/** IBKR creates exits together with their entry; a list this long after must show them. */
const exitsAfterMs = 10_000;
const exitsUntilMs = 600_000;

/** An entry that works or has filled without the exits it was sent with: the worst thing to keep silent about. */
function exitEvidence(
  facts: IntentFacts,
  entryOrder: Order | undefined,
  orders: ReadonlyArray<Order>,
  look: Look,
): ReadonlyArray<JournalEntry> {
  const wanted = legCount(facts.draft);
  if (wanted === 0 || entryOrder === undefined || isInRound(facts.state)) return [];
  const known = { orderId: entryOrder.orderId, exitIds: facts.exitIds, groupRefs: facts.groupRefs };
  const seenExits = orders.filter((order) => isLegOf(known, order) && order.phase !== 'rejected').length;
  if (seenExits >= wanted)
    return facts.exitAlarm === null
      ? []
      : [
          entry('EVIDENCE', facts.intentId, {
            what: 'exits-seen',
            text: 'Order list read: what was sent with it is there.',
          }),
        ];
  const gone = entryOrder.phase === 'cancelled' || entryOrder.phase === 'rejected';
  const late = look.startedMonoMs - facts.proof.sinceMonoMs > exitsAfterMs;
  // An entry may fill before its exits are looked for: that is when they are needed. A day later they have left the list.
  const over =
    facts.state === 'filled'
      ? look.startedMonoMs - facts.proof.sinceMonoMs > exitsUntilMs
      : isSettled(facts.state);
  if (gone || !look.complete || !late || facts.exitAlarm !== null || over) return [];
  const text =
    exitCount(facts.draft) > 0
      ? `IBKR's list shows ${seenExits} of the ${wanted} exits of order ${entryOrder.orderId}. The position has no such protection: look at IBKR, and place it yourself if it is missing.`
      : `IBKR's list shows ${seenExits} of the ${wanted} orders sent together with order ${entryOrder.orderId}. Look at IBKR: what is there may fill without cancelling anything.`;
  return [entry('EVIDENCE', facts.intentId, { what: 'exits-missing', text })];
}

/** A change is visible in the order itself: it says the new values, or still the old ones. */
function evidenceOfChange(facts: IntentFacts, order: Order, look: Look): ReadonlyArray<JournalEntry> {
  const current = draftOfOrder(order, facts.draft);
  // A stop that trails has moved since; where nothing else was changed, only the stop itself can tell.
  const onlyStop = facts.before !== null && saysSameBesideTrail(facts.before, facts.draft);
  const same = onlyStop ? saysSame : saysSameBesideTrail;
  const asWanted = same(current, facts.draft);
  if (asWanted || order.phase === 'filled' || order.phase === 'cancelled') {
    const values = asWanted ? ' with the new values' : '; its values are not the new ones';
    return isNews(facts.state, order.phase)
      ? seen(facts, order, `Order list read: order ${order.orderId} is ${order.status}${values}.`)
      : [];
  }
  const unchanged = facts.before !== null && same(current, facts.before);
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
  const ofGroup = executions.some(({ orderRef }) => orderRef !== null && facts.groupRefs.includes(orderRef));
  if (own.length === 0 && ofGroup) return [];
  if (own.length === 0)
    return isUncertain(facts.state) && look.complete && wantsProof(facts, 'trades')
      ? [absent(facts, 'trades', 'Trades of the last days read: it is not there.', look)]
      : [];
  const orderId = orderIdSchema.safeParse(own.find((execution) => execution.orderId !== null)?.orderId);
  // An exit may carry its entry's reference: what it trades does not fill the entry.
  const fills = latestVersions(own).filter(({ side }) => side === facts.draft.side);
  const filled = sum(fills.map((execution) => execution.quantity));
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
