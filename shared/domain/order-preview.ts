import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { orderIdSchema } from './ids';
import { orderDraftSchema } from './order-draft';
import { quoteSchema } from './quote';
import { tradingModeSchema } from './session';
import { epochMsSchema } from './time';

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
  /** "GBX": the unit of its prices where that is not `currency`. */
  priceUnit: z.string().nullable().optional(),
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
