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
  industryGroup: z.string().nullable(),
  /** YYYYMMDD of what expires. */
  expiry: z.string().nullable(),
  right: z.enum(['C', 'P']).nullable(),
  strike: amount,
  underlyingConid: conidSchema.nullable(),
  /** Units of the quoted price for one unit of `currency`: 100 where quotes are in pence, 1 otherwise. */
  priceMagnification: decimalSchema,
  /** Zero: closed today; IBKR keeps such rows for the rest of the session. */
  quantity: decimalSchema,
  /** Per contract, with commissions (IBKR's avgCost). */
  averageCost: amount,
  /** Per unit of price (IBKR's avgPrice). */
  averagePrice: amount,
  /** Per unit, in `currency`: pounds where the quote is in pence. */
  marketPrice: amount,
  marketValue: amount,
  marketValueBase: amount,
  unrealizedPnl: amount,
  unrealizedPnlBase: amount,
  realizedPnl: amount,
  realizedPnlBase: amount,
  multiplier: amount,
  /** Which of IBKR's lists the figures are of. */
  origin: z.enum(['near-real-time', 'cached']),
  /** The quantity the other list names, where the two contradict each other. */
  otherQuantity: amount,
});
export type Position = z.infer<typeof positionSchema>;

/** Classes whose contracts are worth a multiple of their price. */
export const sizedClasses: ReadonlySet<string> = new Set(['OPT', 'FUT', 'FOP', 'WAR', 'IOPT']);

/** The members of a position that move with the market; the rest changes with trades only. */
export const movingFigures = [
  'marketPrice',
  'marketValue',
  'marketValueBase',
  'unrealizedPnl',
  'unrealizedPnlBase',
] as const satisfies ReadonlyArray<keyof Position>;
