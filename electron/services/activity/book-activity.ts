import type { ActivityEntry } from '../../../shared/domain/activity';
import type { Intent } from '../../../shared/domain/intent';
import type { Execution, Order, OrderBook } from '../../../shared/domain/order';

const bought: Readonly<Record<string, string>> = { B: 'Bought', BUY: 'Bought', BOT: 'Bought' };

/**
 * What happened between two looks at an account's orders. The first complete look tells nothing: what it shows had
 * happened before.
 */
export function activityOfBook(before: OrderBook | null, after: OrderBook, nowMs: number): ActivityEntry[] {
  if (before?.known !== true || !after.known) return [];
  const known = new Set(before.executions.map(({ executionId }) => executionId));
  const ordersBefore = new Map(before.orders.map((order) => [order.orderId, order]));
  const intentsBefore = new Map(before.intents.map((intent) => [intent.intentId, intent.state]));
  const alarmsBefore = new Set(before.alarms.map(({ alarmId }) => alarmId));
  return [
    ...after.executions
      .filter(({ executionId }) => !known.has(executionId))
      .map((fill) => ofFill(fill, after)),
    ...after.intents.flatMap((intent) => ofIntent(intent, intentsBefore.get(intent.intentId), nowMs)),
    ...after.orders.flatMap((order) => ofOrder(order, ordersBefore.get(order.orderId), nowMs)),
    ...after.alarms
      .filter(({ alarmId }) => !alarmsBefore.has(alarmId))
      .map(({ alarmId, symbol, text, sinceMs }) => ({
        ...{ id: `alarm:${alarmId}`, atMs: sinceMs, kind: 'order' as const, level: 'bad' as const },
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
