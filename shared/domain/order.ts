import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema, conidSchema, intentIdSchema, orderIdSchema } from './ids';
import { orderAlarmSchema, positionCheckSchema } from './order-alarm';
import { orderDraftSchema, sideSchema, trailSchema } from './order-draft';
import { quoteSchema } from './quote';
import { tradingModeSchema } from './session';
import { epochMsSchema } from './time';

export { orderDraftSchema } from './order-draft';
export type { GroupedOrder, OrderDraft, OrderType, Side, Tif } from './order-draft';

const price = decimalSchema.nullable();

/** What the order does to the position, working orders included. */
export const orderEffectSchema = z.enum(['opens', 'adds', 'reduces', 'closes', 'flips', 'unknown']);
export type OrderEffect = z.infer<typeof orderEffectSchema>;

export const orderWarningSchema = z.object({
  id: z.string(),
  /** `soft` is ticked off one by one; `typed` needs the quantity typed again; `hard` cannot be submitted. */
  severity: z.enum(['soft', 'typed', 'hard']),
  text: z.string(),
});
export type OrderWarning = z.infer<typeof orderWarningSchema>;

const change = z.object({
  current: z.string().nullable(),
  change: z.string().nullable(),
  after: z.string().nullable(),
});
/** IBKR's own estimate, in its own words ("1,977.60 USD"). Source: /iserver/account/{id}/orders/whatif. */
export const whatIfSchema = z.object({
  amount: z.string().nullable(),
  commission: z.string().nullable(),
  total: z.string().nullable(),
  equity: change,
  initialMargin: change,
  maintenanceMargin: change,
  position: change,
});
export type WhatIf = z.infer<typeof whatIfSchema>;

/** An attached order as it will be sent with the entry. */
export const attachedOrderSchema = z.object({
  role: z.enum(['take-profit', 'stop-loss']),
  /** "Take profit: SELL 100 at 199.00 or higher, until cancelled, regular hours only". */
  sentence: z.string(),
  price: decimalSchema,
  /** Against the entry's price, in the instrument's currency; negative for a loss; `null` where unknown. */
  gain: decimalSchema.nullable(),
  /** The same in percent of the entry. */
  percent: decimalSchema.nullable(),
});
export type AttachedOrder = z.infer<typeof attachedOrderSchema>;

/** One order of a one-cancels-all group as it will be sent. */
export const groupedPreviewSchema = z.object({
  sentence: z.string(),
  symbol: z.string(),
  currency: z.string().nullable(),
  notional: decimalSchema.nullable(),
  positionBefore: decimalSchema.nullable(),
  positionAfter: decimalSchema.nullable(),
  effect: orderEffectSchema,
});
export type GroupedPreview = z.infer<typeof groupedPreviewSchema>;

/** What an order would cost and do to margins, asked for while it is typed. It allows nothing to be sent. */
export const orderEstimateSchema = z.object({
  whatIf: whatIfSchema.nullable(),
  /** IBKR would refuse the order, in its words; `null` when it would not. */
  error: z.string().nullable(),
  notes: z.array(z.string()),
  asOfMs: epochMsSchema,
});
export type OrderEstimate = z.infer<typeof orderEstimateSchema>;

/** The frozen object the human confirms: exactly what will be sent, and what is known about it. */
export const orderPreviewSchema = z.object({
  previewToken: z.string(),
  expiresAtMs: epochMsSchema,
  draft: orderDraftSchema,
  /** The working order this changes; `null` for a new order. */
  modifies: orderIdSchema.nullable(),
  symbol: z.string(),
  exchange: z.string().nullable(),
  currency: z.string().nullable(),
  mode: tradingModeSchema,
  /** The complete sentence: side, quantity, symbol, price, life, session, account and its kind. */
  sentence: z.string(),
  /** Text of the confirming button: "Buy 10 NVDA @ 150.00". */
  actionLabel: z.string(),
  /** Quantity × price × multiplier in `currency`; `null` where no price is known. */
  notional: decimalSchema.nullable(),
  positionBefore: decimalSchema.nullable(),
  positionAfter: decimalSchema.nullable(),
  effect: orderEffectSchema,
  quote: quoteSchema.nullable(),
  whatIf: whatIfSchema.nullable(),
  /** Why there is no what-if, or what it warned of. */
  whatIfNotes: z.array(z.string()),
  warnings: z.array(orderWarningSchema),
  /** The attached exits, entry first to be hit last; empty for a plain order. */
  attached: z.array(attachedOrderSchema).optional(),
  /** Every order of a one-cancels-all group, the first included; empty for one that stands alone. */
  group: z.array(groupedPreviewSchema).optional(),
});
export type OrderPreview = z.infer<typeof orderPreviewSchema>;

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

export const orderPhaseSchema = z.enum([
  'pending',
  'working',
  'partial',
  'cancelling',
  'filled',
  'cancelled',
  'rejected',
  'inactive',
]);
export type OrderPhase = z.infer<typeof orderPhaseSchema>;

/** An order at the broker, placed here or elsewhere. */
export const orderSchema = z.object({
  orderId: orderIdSchema,
  accountId: accountIdSchema,
  conid: conidSchema,
  symbol: z.string(),
  description: z.string().nullable(),
  side: sideSchema,
  orderType: z.string(),
  tif: z.string().nullable(),
  quantity: decimalSchema.nullable(),
  filled: decimalSchema.nullable(),
  remaining: decimalSchema.nullable(),
  limitPrice: price,
  stopPrice: price,
  averagePrice: price,
  currency: z.string().nullable(),
  /** IBKR's own word. */
  status: z.string(),
  phase: orderPhaseSchema,
  /** The cOID it was sent with; equal to one of ours for orders placed here. */
  orderRef: z.string().nullable(),
  placedHere: z.boolean(),
  outsideRth: z.boolean().nullable(),
  /** The exchange it was directed to; `null` or absent: IBKR's own choice, or not said. */
  route: z.string().nullable().optional(),
  /** How far a trailing stop keeps behind; absent where IBKR does not say. */
  trail: trailSchema.nullable().optional(),
  updatedMs: epochMsSchema,
  /** The entry this order is attached to; `null` or absent for one that stands alone. */
  parentOrderId: orderIdSchema.nullable().optional(),
});
export type Order = z.infer<typeof orderSchema>;

export const executionSchema = z.object({
  executionId: z.string(),
  orderRef: z.string().nullable(),
  orderId: z.string().nullable(),
  accountId: z.string(),
  conid: conidSchema.nullable(),
  symbol: z.string(),
  side: z.string(),
  quantity: decimalSchema.nullable(),
  price,
  commission: decimalSchema.nullable(),
  netAmount: decimalSchema.nullable(),
  exchange: z.string().nullable(),
  timeMs: epochMsSchema,
  /** IBKR's security type ("STK"); absent in what was stored before it was kept. */
  assetClass: z.string().nullable().optional(),
});
export type Execution = z.infer<typeof executionSchema>;

/** All that is known of one account's orders. `known` false: the gateway has not yet given a complete list. */
export const orderBookSchema = z.object({
  accountId: accountIdSchema,
  known: z.boolean(),
  orders: z.array(orderSchema),
  executions: z.array(executionSchema),
  intents: z.array(intentSchema),
  alarms: z.array(orderAlarmSchema),
  positionCheck: positionCheckSchema,
  asOfMs: epochMsSchema.nullable(),
});
export type OrderBook = z.infer<typeof orderBookSchema>;
