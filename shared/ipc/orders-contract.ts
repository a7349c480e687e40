import { z } from 'zod';
import { accountIdSchema, intentIdSchema, orderIdSchema } from '../domain/ids';
import { intentSchema, orderBookSchema, orderDraftSchema, orderPreviewSchema } from '../domain/order';
import { call, stream } from './define';

const ofIntent = z.strictObject({ intentId: intentIdSchema });

export const ordersContract = {
  /** Checks a draft and freezes it; without the token of a fresh preview nothing can be submitted. */
  'orders.preview': call(
    z.strictObject({ intentId: intentIdSchema, draft: orderDraftSchema, modifies: orderIdSchema.nullable() }),
    orderPreviewSchema,
  ),
  /** The confirming press. A second submit of the same intent returns the first one's state. */
  'orders.submit': call(
    z.strictObject({
      intentId: intentIdSchema,
      previewToken: z.string().max(100),
      acknowledgedWarnings: z.array(z.string().max(60)).max(30),
    }),
    intentSchema,
  ),
  'orders.answer': call(
    z.strictObject({ intentId: intentIdSchema, round: z.number().int().positive(), confirmed: z.boolean() }),
    intentSchema,
  ),
  /** Asks IBKR to cancel; the order counts as cancelled only when the book says so. */
  'orders.cancel': call(
    z.strictObject({ accountId: accountIdSchema, orderId: orderIdSchema }),
    z.object({ requested: z.literal(true) }),
  ),
  'orders.checkNow': call(ofIntent, intentSchema),
  /** The human's own verdict on an unknown outcome, after looking at IBKR. */
  'orders.resolve': call(z.strictObject({ intentId: intentIdSchema, exists: z.boolean() }), intentSchema),
  'orders.watch': stream(z.strictObject({ accountId: accountIdSchema }), orderBookSchema),
};
