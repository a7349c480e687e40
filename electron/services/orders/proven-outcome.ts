import { orderIdSchema } from '../../../shared/domain/ids';
import type { OrderContext } from './order-context';
import type { AcknowledgedOrder, WireOutcome } from './ports';

interface ExpectedOrder {
  readonly cOID: string | null;
  readonly accountId: string;
  /** The order a change is about; `null` for a new one. */
  readonly modifies: string | null;
}

/**
 * An acknowledgement counts only when it is about our order: one order, a positive id, and — where echoed — our
 * account and our cOID. Anything else is unknown and alarming, never success. Source: FAULTS E10, E33, E34.
 */
export function provenOutcome(outcome: WireOutcome, expected: ExpectedOrder): WireOutcome {
  if (outcome.kind !== 'acknowledged') return outcome;
  const doubt = doubtAbout(outcome.orders, expected);
  return doubt === null ? outcome : { kind: 'unknown', text: doubt, answered: true };
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

function doubtAbout(orders: ReadonlyArray<AcknowledgedOrder>, expected: ExpectedOrder): string | null {
  const [order, ...others] = orders;
  if (order === undefined || others.length > 0)
    return `IBKR acknowledged ${orders.length} orders instead of one.`;
  if (!orderIdSchema.safeParse(order.orderId).success)
    return 'IBKR acknowledged the order without a usable order id.';
  if (order.accountId !== null && order.accountId !== expected.accountId)
    return `IBKR acknowledged the order on account ${order.accountId}, not on ${expected.accountId}. Check both now.`;
  if (expected.modifies === null && order.orderRef !== null && order.orderRef !== expected.cOID)
    return 'IBKR acknowledged an order with another client order id.';
  if (expected.modifies !== null && order.orderId !== expected.modifies)
    return `IBKR answered the change with another order (${order.orderId}). There may be two orders now: check both.`;
  return null;
}
