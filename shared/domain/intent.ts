import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema, conidSchema, intentIdSchema, orderIdSchema } from './ids';
import { orderDraftSchema, sideSchema } from './order-draft';
import { epochMsSchema } from './time';

/** One question of IBKR, word for word, tags stripped. Answered by intent and round; reply ids stay in main. */
export const orderQuestionSchema = z.object({
  round: z.number().int().positive(),
  messageIds: z.array(z.string()),
  /** Our short heading for a known id, or "IBKR asks". */
  heading: z.string(),
  /** Verbatim, plain text. */
  text: z.string(),
  /** What the number in the question means for this order; empty where we have nothing to add. */
  explanation: z.string(),
  askedAtMs: epochMsSchema,
  /** No answer is sent after this. */
  expiresAtMs: epochMsSchema,
  /** Ways out that IBKR offers, word for word: answered with `option`. Absent or empty: answered yes or no. */
  options: z.array(z.string()).optional(),
});
export type OrderQuestion = z.infer<typeof orderQuestionSchema>;

/** ORDER_SAFETY §6. `unknown` is a state, never an error, and never repeated by a machine. */
export const intentStateSchema = z.enum([
  'journaled',
  'sending',
  'question',
  'answering',
  'declining',
  'acknowledged',
  'working',
  'filled',
  'cancelled',
  'rejected',
  'not-sent',
  'unknown',
]);
export type IntentState = z.infer<typeof intentStateSchema>;

/** What became of one attached or grouped order: a failed one leaves the position without it and is never hidden. */
export const intentLegSchema = z.object({
  role: z.enum(['take-profit', 'stop-loss', 'group']),
  state: z.enum([
    'waiting',
    'acknowledged',
    'working',
    'filled',
    'cancelled',
    'rejected',
    'missing',
    'unknown',
  ]),
  orderId: orderIdSchema.nullable(),
  sentence: z.string(),
});
export type IntentLeg = z.infer<typeof intentLegSchema>;

/** One human intent and what has been proven about it. */
export const intentSchema = z.object({
  intentId: intentIdSchema,
  kind: z.enum(['place', 'modify']),
  accountId: accountIdSchema,
  conid: conidSchema,
  symbol: z.string(),
  side: sideSchema,
  quantity: decimalSchema,
  sentence: z.string(),
  state: intentStateSchema,
  /** When the order went on the wire; `null` before. */
  sentAtMs: epochMsSchema.nullable(),
  /** Time of the latest state change. */
  changedAtMs: epochMsSchema,
  orderId: orderIdSchema.nullable(),
  question: orderQuestionSchema.nullable(),
  /** For a person: why rejected, not sent or unknown, and what that means. */
  reason: z.string().nullable(),
  /** What was seen so far, oldest first: "14:03:22 order list read, not in it". */
  evidence: z.array(z.string()),
  /** True when absence is proven (ORDER_SAFETY §8) and the human may say "not sent". */
  absenceProven: z.boolean(),
  /** What was asked for, to edit it or to say it again. */
  draft: orderDraftSchema.optional(),
  /** The attached orders; empty for a plain order. */
  legs: z.array(intentLegSchema).optional(),
});
export type Intent = z.infer<typeof intentSchema>;
