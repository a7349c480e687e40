import { z } from 'zod';
import { algoChoiceSchema } from './algo';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema, conidSchema } from './ids';
import { allocationSchema } from './order-allocation';

export const sideSchema = z.enum(['BUY', 'SELL']);
export type Side = z.infer<typeof sideSchema>;

/** IBKR's own spelling, as sent. Which of them a contract takes is in its rules. Source: ORDER_ENTRY §3 (read 2026-11). */
export const orderTypeSchema = z.enum([
  ...(['LMT', 'MKT', 'STP', 'STOP_LIMIT', 'TRAIL', 'TRAILLMT'] as const),
  ...(['MIDPRICE', 'MOC', 'LOC', 'REL', 'MIT', 'LIT'] as const),
]);
export type OrderType = z.infer<typeof orderTypeSchema>;

/** Good-till-date is listed by IBKR but has no date field to send: not offered. Source: ORDER_ENTRY §3.1. */
export const tifSchema = z.enum(['DAY', 'GTC', 'IOC', 'OPG', 'OVT', 'OND', 'PAX']);
export type Tif = z.infer<typeof tifSchema>;

const price = decimalSchema.nullable();

const route = z
  .string()
  .regex(/^[A-Z0-9.]{1,20}$/)
  .nullable();

/** How far a trailing stop keeps behind the market. */
export const trailSchema = z.strictObject({ unit: z.enum(['amount', 'percent']), value: decimalSchema });

/** How long an attached order lives, and whether it works outside regular hours: independent of its parent's. */
const exitLife = { tif: z.enum(['DAY', 'GTC']), outsideRth: z.boolean() };

/** Attached exit at a gain: a limit order on the other side, sent with the entry. */
export const takeProfitSchema = z.strictObject({ limitPrice: decimalSchema, ...exitLife });

/** Attached exit at a loss: a stop, or a stop-limit where `limitPrice` is given. */
export const stopLossSchema = z.strictObject({ stopPrice: decimalSchema, limitPrice: price, ...exitLife });
export type StopLoss = z.infer<typeof stopLossSchema>;

/**
 * One more order of a one-cancels-all group: of any contract, from the same account. Types that trail or follow are
 * left out: IBKR documents groups for plain orders only. Source: OpenAPI 2.28 `isSingleGroup` (read 2026-11).
 */
export const groupedOrderSchema = z.strictObject({
  conid: conidSchema,
  side: sideSchema,
  quantity: decimalSchema,
  orderType: z.enum(['LMT', 'STP', 'STOP_LIMIT', 'MIT', 'LIT']),
  limitPrice: price,
  stopPrice: price,
  tif: z.enum(['DAY', 'GTC']),
  outsideRth: z.boolean(),
  route: route.optional(),
});
export type GroupedOrder = z.infer<typeof groupedOrderSchema>;

/** What the ticket says, in values only. Main builds the wire body from it; nobody else does. */
export const orderDraftSchema = z.strictObject({
  accountId: accountIdSchema,
  conid: conidSchema,
  side: sideSchema,
  quantity: decimalSchema,
  orderType: orderTypeSchema,
  /** The limit; the optional cap of MIDPRICE and REL. */
  limitPrice: price,
  /** The stop, the trigger of MIT and LIT, the initial stop of TRAIL and TRAILLMT. */
  stopPrice: price,
  tif: tifSchema,
  outsideRth: z.boolean(),
  /** TRAIL and TRAILLMT only. */
  trail: trailSchema.nullable().optional(),
  /** REL only: how much better than the best bid or offer. */
  offset: price.optional(),
  /** Bracket: both, or one of them. New orders only. */
  takeProfit: takeProfitSchema.nullable().optional(),
  stopLoss: stopLossSchema.nullable().optional(),
  /** The exchange it is directed to; `null` or absent: IBKR's own choice (SMART). */
  route: route.optional(),
  /** An execution algorithm of IBKR's. */
  algo: algoChoiceSchema.nullable().optional(),
  /** For advisors: who gets it. `accountId` is then the account it is placed from. */
  allocation: allocationSchema.nullable().optional(),
  /** One cancels all: sent together with these; when one is filled IBKR cancels the others. New orders only. */
  group: z.array(groupedOrderSchema).min(1).max(7).nullable().optional(),
});
export type OrderDraft = z.infer<typeof orderDraftSchema>;
