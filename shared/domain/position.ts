import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema, conidSchema } from './ids';

const amount = decimalSchema.nullable();

/** One holding. Amounts are in `currency` unless the name says base; unknown is `null`. */
export const positionSchema = z.object({
  accountId: accountIdSchema,
  conid: conidSchema,
  symbol: z.string(),
  name: z.string().nullable(),
  assetClass: z.string().nullable(),
  exchange: z.string().nullable(),
  currency: z.string().nullable(),
  sector: z.string().nullable(),
  quantity: decimalSchema,
  /** Per contract, with commissions (IBKR's avgCost). */
  averageCost: amount,
  /** Per unit of price (IBKR's avgPrice). */
  averagePrice: amount,
  marketPrice: amount,
  marketValue: amount,
  marketValueBase: amount,
  unrealizedPnl: amount,
  realizedPnl: amount,
  multiplier: amount,
});
export type Position = z.infer<typeof positionSchema>;
