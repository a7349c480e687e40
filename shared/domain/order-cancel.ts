import { z } from 'zod';
import { accountIdSchema, orderIdSchema } from './ids';
import { epochMsSchema } from './time';

const line = z.object({
  orderId: orderIdSchema,
  /** "SELL 100 AAPL LMT 199.00, 40 of 100 filled". */
  sentence: z.string(),
  /** An order that limits a loss: a stop, or the exit attached to an entry. */
  protective: z.boolean(),
});

/** What cancelling several orders would do, frozen for the human to confirm. */
export const cancelPlanSchema = z.object({
  planToken: z.string(),
  expiresAtMs: epochMsSchema,
  accountId: accountIdSchema,
  cancels: z.array(line),
  /** Left working, with the reason: "Protects your position; tick to cancel it too." */
  keeps: z.array(line.extend({ reason: z.string() })),
  /** "Cancel 4 working orders on DU1234567 (PAPER): AAPL, NVDA. 2 protective stops stay." */
  sentence: z.string(),
  /** Text of the confirming button: "Cancel 4 orders". */
  actionLabel: z.string(),
  /** What the human has to type; `null` where the button is enough. */
  typeToConfirm: z.string().nullable(),
});
export type CancelPlan = z.infer<typeof cancelPlanSchema>;

/** What was asked of IBKR. Nothing here says "cancelled": only the book does. */
export const cancelReportSchema = z.object({
  asked: z.number().int().nonnegative(),
  lines: z.array(
    z.object({
      orderId: orderIdSchema,
      outcome: z.enum(['asked', 'refused', 'not-sent', 'unknown']),
      text: z.string(),
    }),
  ),
  /** "3 of 4 cancels asked for; 1 is not known." */
  sentence: z.string(),
});
export type CancelReport = z.infer<typeof cancelReportSchema>;
