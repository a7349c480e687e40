import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema, conidSchema } from './ids';
import { type Position, positionSchema } from './position';
import { epochMsSchema } from './time';

const amount = decimalSchema.nullable();

/** The account in its base currency. Source: /portfolio/{id}/summary. */
export const portfolioSummarySchema = z.object({
  accountId: accountIdSchema,
  baseCurrency: z.string().nullable(),
  netLiquidation: amount,
  totalCash: amount,
  buyingPower: amount,
  availableFunds: amount,
  excessLiquidity: amount,
  initialMargin: amount,
  maintenanceMargin: amount,
  grossPositionValue: amount,
  asOfMs: epochMsSchema,
});
export type PortfolioSummary = z.infer<typeof portfolioSummarySchema>;

/** Live figures of the day. Source: websocket `spl`; `null` until the first frame. */
export const accountPnlSchema = z.object({
  accountId: accountIdSchema,
  dayPnl: amount,
  unrealizedPnl: amount,
  netLiquidation: amount,
  excessLiquidity: amount,
  marketValue: amount,
  asOfMs: epochMsSchema,
});
export type AccountPnl = z.infer<typeof accountPnlSchema>;

/** A page of IBKR's list (100 rows, counted from 1) that could not be read, and what is therefore missing. */
const positionGapSchema = z.object({
  page: z.number().int().positive(),
  /** `newer`: the rows of an earlier reading are shown. */
  missing: z.enum(['rows', 'details', 'newer']),
  reason: z.string(),
});
export type PositionGap = z.infer<typeof positionGapSchema>;

/** What is known about a list of positions as a whole. */
export const positionListHeadSchema = z.object({
  accountId: accountIdSchema,
  /** A model portfolio of an advisor; `null` for the account itself. */
  model: z.string().nullable(),
  /** Every holding is in the list. False while IBKR's cache warms up, pages are being read or failed. */
  complete: z.boolean(),
  /** Names, sectors and contract details are read for every row. */
  detailed: z.boolean(),
  /** Pages are being read right now: ask again soon. */
  reading: z.boolean(),
  gaps: z.array(positionGapSchema),
  /** Why IBKR's near-real-time list is not used; `null` when it is. */
  fastFailure: z.string().nullable(),
  /** Sum of base values without futures, whose value is no equity; `null` when one part is unknown. */
  totalMarketValueBase: amount,
  /** Units of the base currency for one unit of each, as the ledger says. */
  rates: z.array(z.object({ currency: z.string(), rate: amount })),
  ratesAsOfMs: epochMsSchema.nullable(),
  asOfMs: epochMsSchema,
});
export type PositionListHead = z.infer<typeof positionListHeadSchema>;

/** All positions of an account or of one of its models. */
export interface PositionList extends PositionListHead {
  readonly positions: ReadonlyArray<Position>;
  readonly version: number;
}

/**
 * An answer to "what changed since version n": whole rows that are new or traded, tuples of `conid` and the moving
 * figures of the others (ten thousand positions move at once), conids that are gone. `since` null: everything.
 */
export const positionChangesSchema = positionListHeadSchema.extend({
  version: z.number().int(),
  since: z.number().int().nullable(),
  rows: z.array(positionSchema),
  moved: z.array(z.tuple([conidSchema, amount, amount, amount, amount, amount])),
  removed: z.array(conidSchema),
});
export type PositionChanges = z.infer<typeof positionChangesSchema>;

/** One currency's cash and what is in it. `base` row is IBKR's own total. Source: /portfolio/{id}/ledger. */
export const ledgerRowSchema = z.object({
  currency: z.string(),
  isBase: z.boolean(),
  cash: amount,
  settledCash: amount,
  marketValue: amount,
  netLiquidation: amount,
  unrealizedPnl: amount,
  realizedPnl: amount,
  dividends: amount,
  interest: amount,
  /** Units of the base currency for one unit of this one. */
  exchangeRate: amount,
  /** What `marketValue` is made of, in IBKR's words: stockmarketvalue, funds … */
  byClass: z.array(z.object({ name: z.string(), value: amount })),
  /** IBKR's own time of the row. */
  brokerMs: epochMsSchema.nullable(),
});
export const ledgerSchema = z.object({
  accountId: accountIdSchema,
  rows: z.array(ledgerRowSchema),
  asOfMs: epochMsSchema,
});
export type LedgerRow = z.infer<typeof ledgerRowSchema>;
export type Ledger = z.infer<typeof ledgerSchema>;

export const allocationSliceSchema = z.object({ name: z.string(), long: amount, short: amount });
export const allocationSchema = z.object({
  accountId: accountIdSchema,
  byAssetClass: z.array(allocationSliceSchema),
  bySector: z.array(allocationSliceSchema),
  byGroup: z.array(allocationSliceSchema),
  asOfMs: epochMsSchema,
});
export type AllocationSlice = z.infer<typeof allocationSliceSchema>;
export type Allocation = z.infer<typeof allocationSchema>;
