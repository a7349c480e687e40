import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema, conidSchema, orderIdSchema } from './ids';
import { intentSchema } from './intent';
import { orderAlarmSchema, positionCheckSchema } from './order-alarm';
import { sideSchema, trailSchema } from './order-draft';
import { epochMsSchema } from './time';

const price = decimalSchema.nullable();

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

/** Whether it may still be changed or cancelled, as far as is known. */
export const canChange = ({ phase }: Pick<Order, 'phase'>): boolean =>
  phase === 'working' || phase === 'partial' || phase === 'pending';

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
