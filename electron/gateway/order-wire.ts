import { z } from 'zod';
import { accountInPath, asBody, inBody, inPath, inQuery, text } from './arguments';
import { endpoint } from './endpoint';

/**
 * The six requests that may change an order, as they go on the wire. They are only ever sent by order-sender.ts:
 * once, on a fresh connection, judged by order-outcome.ts.
 */
const orderId = z.union([z.string(), z.number()]).transform(String);
/** -1 would cancel every open order of the account — GATEWAY_FACTS §6.6. */
export const positiveOrderId = orderId.refine(
  (id) => /^[1-9]\d{0,18}$/.test(id),
  'orderId must be a positive whole number',
);

const docs = {
  purpose: 'An order-changing request.',
  returns: 'classified by order-outcome.ts',
  source: 'OpenAPI 2.28',
};
const shared = { area: 'orders', wire: z.unknown(), repeat: 'once', docs } as const;
const orderInPath = inPath(positiveOrderId, 'IBKR’s order id.');

export const placeWire = endpoint({
  ...shared,
  verb: 'POST',
  path: '/iserver/account/{accountId}/orders',
  preflight: 'accounts',
  parameters: { accountId: accountInPath, orders: inBody(z.array(z.unknown()), 'Orders in wire names.') },
});
export const modifyWire = endpoint({
  ...shared,
  verb: 'POST',
  path: '/iserver/account/{accountId}/order/{orderId}',
  preflight: 'accounts',
  parameters: {
    accountId: accountInPath,
    orderId: orderInPath,
    order: asBody(z.unknown(), 'The whole order.'),
  },
});
export const replyWire = endpoint({
  ...shared,
  verb: 'POST',
  path: '/iserver/reply/{replyId}',
  parameters: { replyId: inPath(text, 'Id of the question.'), confirmed: inBody(z.boolean(), 'Yes or no.') },
});
export const promptWire = endpoint({
  ...shared,
  verb: 'POST',
  path: '/iserver/notification',
  parameters: {
    orderId: inBody(z.union([z.number(), z.bigint()]), 'Order the prompt is about.'),
    reqId: inBody(text, 'Id of the prompt.'),
    text: inBody(text, 'The option chosen.'),
  },
});
export const cancelWire = endpoint({
  ...shared,
  verb: 'DELETE',
  path: '/iserver/account/{accountId}/order/{orderId}',
  preflight: 'accounts',
  parameters: {
    accountId: accountInPath,
    orderId: inPath(z.string(), 'IBKR’s order id; checked by the caller.'),
    manualIndicator: inQuery(z.boolean().optional(), 'True for a click of a human; needed for futures.'),
    extOperator: inQuery(text.optional(), 'Who operates; needed for futures.'),
    manualCancelTime: inQuery(z.number().int().optional(), 'When, in ms.'),
  },
});
