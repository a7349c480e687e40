import { z } from 'zod';
import { accountIdSchema, intentIdSchema, orderIdSchema } from '../domain/ids';
import { cancelPlanSchema, cancelReportSchema } from '../domain/order-cancel';
import { timelineEntrySchema } from '../domain/order-timeline';
import { intentSchema } from '../domain/intent';
import { orderBookSchema } from '../domain/order';
import { orderDraftSchema } from '../domain/order-draft';
import { orderEstimateSchema, orderPreviewSchema } from '../domain/order-preview';
import { call, latest, stream } from './define';

const ofIntent = z.strictObject({ intentId: intentIdSchema });

export const ordersContract = {
  /** Checks a draft and freezes it; without the token of a fresh preview nothing can be submitted. */
  'orders.preview': call(
    z.strictObject({ intentId: intentIdSchema, draft: orderDraftSchema, modifies: orderIdSchema.nullable() }),
    orderPreviewSchema,
  ),
  /** What a draft would cost and do to margins, for the ticket: freezes nothing, allows nothing. At most one a second. */
  'orders.estimate': call(
    z.strictObject({ draft: orderDraftSchema, modifies: orderIdSchema.nullable() }),
    orderEstimateSchema,
  ),
  /** The confirming press. A second submit of the same intent returns the first one's state. */
  'orders.submit': call(
    z.strictObject({
      intentId: intentIdSchema,
      previewToken: z.string().max(100),
      acknowledgedWarnings: z.array(z.string().max(60)).max(60),
      /** The quantity typed once more, where a warning wants it. */
      typedQuantity: z.string().max(30).optional(),
    }),
    intentSchema,
  ),
  'orders.answer': call(
    z.strictObject({
      intentId: intentIdSchema,
      round: z.number().int().positive(),
      confirmed: z.boolean(),
      /** One of the question's `options`, word for word, where it has any. */
      option: z.string().max(200).optional(),
    }),
    intentSchema,
  ),
  /** Asks IBKR to cancel; the order counts as cancelled only when the book says so. */
  'orders.cancel': call(
    z.strictObject({ accountId: accountIdSchema, orderId: orderIdSchema }),
    z.object({ requested: z.literal(true) }),
  ),
  /** What cancelling these orders, or all working ones (`null`), would do. Protective ones stay unless asked for. */
  'orders.planCancel': call(
    z.strictObject({
      accountId: accountIdSchema,
      orderIds: z.array(orderIdSchema).min(1).max(200).nullable(),
      includeProtective: z.boolean(),
    }),
    cancelPlanSchema,
  ),
  /** Cancels exactly the orders of the plan, one request each. */
  'orders.cancelMany': call(
    z.strictObject({ planToken: z.string().max(100), typed: z.string().max(40).optional() }),
    cancelReportSchema,
  ),
  /** Everything journaled about one intent. */
  'orders.timeline': call(ofIntent, z.array(timelineEntrySchema)),
  'orders.checkNow': call(ofIntent, intentSchema),
  /** The human's own verdict on an unknown outcome, after looking at IBKR. */
  'orders.resolve': call(z.strictObject({ intentId: intentIdSchema, exists: z.boolean() }), intentSchema),
  /** Takes things as they are: the alarm is not raised again for the same amount. */
  'orders.acceptAlarm': call(
    z.strictObject({ accountId: accountIdSchema, alarmId: z.string().max(120) }),
    z.object({ accepted: z.literal(true) }),
  ),
  'orders.watch': stream(z.strictObject({ accountId: accountIdSchema }), orderBookSchema, latest),
};
