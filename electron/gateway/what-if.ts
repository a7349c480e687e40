import { z } from 'zod';
import { accountInPath, inBody } from './arguments';
import type { Caller } from './caller';
import { endpoint, type Answered } from './endpoint';
import { orderRequest, type WireOrder } from './order-request';
import { snapshot, snapshotParameters } from './snapshot';
import { label, labels, part, row } from './wire';

const previewWire = row({
  amount: part,
  equity: part,
  initial: part,
  maintenance: part,
  position: part,
  warn: label,
  error: label,
  warns: labels,
  errors: labels,
});
type Preview = z.output<typeof previewWire>;

/** The preview itself: one request. */
export const whatIfWire = endpoint({
  area: 'orders',
  verb: 'POST',
  path: '/iserver/account/{accountId}/orders/whatif',
  parameters: {
    accountId: accountInPath,
    orderRequest: inBody(
      z.preprocess(
        (given): unknown => (Array.isArray(given) ? given : [given]),
        z.array(orderRequest).min(1),
      ),
      'The order as for placeOrder, or a bracket: the entry first.',
      { wireName: 'orders' },
    ),
  },
  wire: previewWire,
  preflight: 'accounts',
  errorMemberIsData: true,
  docs: { purpose: 'What an order would cost.', returns: 'A preview.', source: 'OpenAPI 2.28' },
});

/** One snapshot, whatever comes of it: it opens IBKR's market data for the contract. */
const quoteOnce = endpoint({
  area: 'marketData',
  verb: 'GET',
  path: snapshot.path,
  parameters: snapshotParameters,
  wire: snapshot.wire,
  preflight: 'accounts',
  repeat: 'once',
  timeoutMs: 3_000,
  docs: snapshot.docs,
});

/**
 * Without market data IBKR previews with a warning or not at all, so the first preview of a contract in a session
 * asks for a snapshot before — GATEWAY_FACTS §5, GOTCHAS 18, read 2026-11. Its failure is no reason not to ask.
 */
export async function previewWithQuote(
  caller: Caller,
  {
    accountId,
    orderRequest: orders,
  }: { accountId?: string | undefined; orderRequest: ReadonlyArray<WireOrder> },
): Answered<Preview> {
  const conid = conidOf(orders[0] ?? {});
  if (conid !== null) {
    await caller.preflight.once(`quote ${conid}`, async () => {
      const quote = await caller.call(quoteOnce, { conids: conid, fields: ['31', '84', '86'] });
      return quote.ok;
    });
  }
  const account = accountId ?? caller.account.current();
  return caller.call(whatIfWire, {
    accountId,
    orderRequest: orders.map((order) => ({ ...order, acctId: order['acctId'] ?? account })),
  });
}

/** Of a combination (`28812380;;;…`) no single contract is quoted. */
function conidOf({ conid, conidex }: WireOrder): string | null {
  const id = typeof conid === 'number' ? String(conid) : conidex;
  return typeof id === 'string' && /^\d{1,18}(@[\w.]+)?$/.test(id) ? id : null;
}
