import { orderIdSchema } from '../../../shared/domain/ids';
import type { OrderContext } from './order-context';
import type { AcknowledgedOrder, WireOutcome } from './ports';

interface ExpectedOrder {
  readonly cOID: string | null;
  /** Where an echo may say it is: the account, and the allocation group sent in its place. */
  readonly accountIds: ReadonlyArray<string>;
  /** The order a change is about; `null` for a new one. */
  readonly modifies: string | null;
  /** Exits, or other orders of its group, sent with it. */
  readonly attached: number;
}

/**
 * An acknowledgement counts only when it is about our order: the number sent, positive ids, and — where echoed —
 * our account and our cOID. Anything else is unknown and alarming, never success. Source: FAULTS E10, E33, E34.
 * Of a bracket the entry comes first in what is returned, by its fields and not by its place in the answer.
 */
export function provenOutcome(outcome: WireOutcome, expected: ExpectedOrder): WireOutcome {
  if (outcome.kind !== 'acknowledged') return outcome;
  const { orders, failed = [] } = outcome;
  const unknown = (text: string): WireOutcome => ({ kind: 'unknown', text, answered: true });
  const entry = entryOf(orders, expected);
  const doubt =
    orders.length === 0 ||
    orders.length + failed.length > 1 + expected.attached ||
    (expected.attached === 0 && failed.length > 0)
      ? `IBKR acknowledged ${orders.length} orders instead of ${1 + expected.attached}.`
      : entry === null
        ? unclearText(failed)
        : doubtAbout(entry, orders, expected);
  if (doubt !== null || entry === null) return unknown(doubt ?? '');
  const others = orders.filter((order) => order !== entry);
  const silent = expected.attached - others.length - failed.length;
  const missing = Array.from({ length: Math.max(0, silent) }, () => 'not mentioned in the answer');
  return { kind: 'acknowledged', orders: [entry, ...others], failed: [...failed, ...missing] };
}

/** A wire that throws has a bug; what it was doing may have reached IBKR all the same. */
export async function settled(
  send: () => Promise<WireOutcome>,
  { log }: Pick<OrderContext, 'log'>,
): Promise<WireOutcome> {
  try {
    return await send();
  } catch (error) {
    log.error('orders.wire-threw', { name: error instanceof Error ? error.name : 'unknown' });
    return {
      kind: 'unknown',
      text: 'Portico failed while sending. The order may exist at IBKR.',
      answered: false,
    };
  }
}

const unclearText = (failed: ReadonlyArray<string>) =>
  failed.length === 0
    ? 'IBKR did not say which order is the entry. Looking for it in its list.'
    : `IBKR refused a part of what was sent together (${failed.join('; ')}). Looking in its list for what it took.`;

function entryOf(
  orders: ReadonlyArray<AcknowledgedOrder>,
  { cOID, attached }: ExpectedOrder,
): AcknowledgedOrder | null {
  if (attached === 0) return orders[0] ?? null;
  const named = orders.filter((order) => cOID !== null && order.orderRef === cOID);
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  const parents = new Set(orders.map((order) => order.parentOrderId ?? null).filter((id) => id !== null));
  const [parent] = parents;
  return parents.size === 1 ? (orders.find((order) => order.orderId === parent) ?? null) : null;
}

function doubtAbout(
  entry: AcknowledgedOrder,
  orders: ReadonlyArray<AcknowledgedOrder>,
  expected: ExpectedOrder,
): string | null {
  if (orders.some((order) => !orderIdSchema.safeParse(order.orderId).success))
    return 'IBKR acknowledged the order without a usable order id.';
  if (new Set(orders.map((order) => order.orderId)).size !== orders.length)
    return 'IBKR acknowledged two orders under one order id.';
  const elsewhere = orders.find(
    (order) => order.accountId !== null && !expected.accountIds.includes(order.accountId),
  );
  if (elsewhere !== undefined)
    return `IBKR acknowledged the order on account ${elsewhere.accountId ?? ''}, not on ${expected.accountIds[0] ?? ''}. Check both now.`;
  if (expected.modifies === null && entry.orderRef !== null && entry.orderRef !== expected.cOID)
    return 'IBKR acknowledged an order with another client order id.';
  if (expected.modifies !== null && entry.orderId !== expected.modifies)
    return `IBKR answered the change with another order (${entry.orderId}). There may be two orders now: check both.`;
  return null;
}
