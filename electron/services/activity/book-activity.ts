import type { ActivityEntry } from '../../../shared/domain/activity';
import type { Intent } from '../../../shared/domain/intent';
import type { Execution, Order, OrderBook } from '../../../shared/domain/order';

const bought: Readonly<Record<string, string>> = { B: 'Bought', BUY: 'Bought', BOT: 'Bought' };

/** What IBKR's book said last, and all that is known of what was sent from here. */
export interface Seen {
  /** The last book that was complete; `null` before the first. */
  readonly complete: OrderBook | null;
  readonly latest: OrderBook | null;
}

/**
 * What happened since an account's orders were looked at last; a gap in between hides nothing. The first complete look
 * tells only fills of after `sinceMs`: what else it shows may have happened before.
 */
export function activityOfBook(
  seen: Seen,
  after: OrderBook,
  nowMs: number,
  sinceMs: number,
): ActivityEntry[] {
  const intentsBefore = new Map(seen.latest?.intents.map((intent) => [intent.intentId, intent.state]));
  const ofIntents = after.intents.flatMap((intent) =>
    ofIntent(intent, intentsBefore.get(intent.intentId), nowMs),
  );
  if (!after.known) return ofIntents;
  if (seen.complete === null)
    return [
      ...ofIntents,
      ...after.executions.filter(({ timeMs }) => timeMs >= sinceMs).map((fill) => ofFill(fill, after)),
    ];
  const known = new Set(seen.complete.executions.map(({ executionId }) => executionId));
  const ordersBefore = new Map(seen.complete.orders.map((order) => [order.orderId, order]));
  const alarmsBefore = new Set(seen.complete.alarms.map(({ alarmId }) => alarmId));
  return [
    ...after.executions
      .filter(({ executionId }) => !known.has(executionId))
      .map((fill) => ofFill(fill, after)),
    ...ofIntents,
    ...after.orders.flatMap((order) => ofOrder(order, ordersBefore.get(order.orderId), nowMs)),
    ...after.alarms
      .filter(({ alarmId }) => !alarmsBefore.has(alarmId))
      .map(({ alarmId, symbol, text, sinceMs: atMs }) => ({
        ...{ id: `alarm:${alarmId}`, atMs, kind: 'order' as const, level: 'bad' as const },
        ...{ title: `${symbol}: look at this`, text, accountId: after.accountId },
      })),
  ];
}

function ofFill(fill: Execution, { accountId }: OrderBook): ActivityEntry {
  const quantity = fill.quantity ?? '—';
  const price = fill.price ?? '—';
  return {
    ...{ id: `fill:${fill.executionId}`, atMs: fill.timeMs, kind: 'fill', level: 'good', accountId },
    title: `${bought[fill.side] ?? 'Sold'} ${quantity} ${fill.symbol} at ${price}`,
    text: [
      fill.exchange === null ? null : `on ${fill.exchange}`,
      fill.commission === null ? 'commission not known yet' : `commission ${fill.commission}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  };
}

function ofIntent(intent: Intent, before: Intent['state'] | undefined, nowMs: number): ActivityEntry[] {
  const { state, intentId, sentence, reason, accountId } = intent;
  if (state === before || before === undefined) return [];
  const entry = { id: `intent:${intentId}:${state}`, atMs: nowMs, accountId, text: reason ?? sentence };
  switch (state) {
    case 'rejected':
      return [{ ...entry, kind: 'rejection', level: 'bad', title: `Rejected: ${sentence}` }];
    case 'not-sent':
      return [{ ...entry, kind: 'rejection', level: 'warn', title: `Not sent: ${sentence}` }];
    case 'unknown':
      return [{ ...entry, kind: 'rejection', level: 'bad', title: `Outcome not known: ${sentence}` }];
    default:
      return [];
  }
}

function ofOrder(order: Order, before: Order | undefined, nowMs: number): ActivityEntry[] {
  const { orderId, accountId, symbol, side, phase, status } = order;
  const name = `${side} ${order.quantity ?? '—'} ${symbol}`;
  const entry = { id: `order:${orderId}:${phase}`, atMs: nowMs, accountId, text: `IBKR says: ${status}` };
  if (before === undefined)
    return order.placedHere
      ? []
      : [{ ...entry, kind: 'order', level: 'info', title: `Placed elsewhere: ${name}` }];
  if (before.phase === phase) return [];
  if (phase === 'cancelled') return [{ ...entry, kind: 'order', level: 'info', title: `Cancelled: ${name}` }];
  if (phase === 'rejected' || phase === 'inactive')
    return [{ ...entry, kind: 'rejection', level: 'bad', title: `No longer working: ${name}` }];
  return [];
}
