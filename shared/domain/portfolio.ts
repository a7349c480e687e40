import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema } from './ids';
import { positionSchema } from './position';
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

export const positionListSchema = z.object({
  accountId: accountIdSchema,
  positions: z.array(positionSchema),
  /** False while the gateway's cache is still warming up: rows or columns may be missing. */
  complete: z.boolean(),
  /** Sum of base values; `null` when one part is unknown. */
  totalMarketValueBase: amount,
  asOfMs: epochMsSchema,
});
export type PositionList = z.infer<typeof positionListSchema>;

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
  exchangeRate: amount,
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

/** Net asset value by day. Source: POST /pa/performance, at most once per 15 minutes. */
export const performanceSchema = z.object({
  accountId: accountIdSchema,
  currency: z.string().nullable(),
  points: z.array(z.object({ timeMs: epochMsSchema, nav: amount, cumulativeReturn: amount })),
  asOfMs: epochMsSchema,
});
export type Performance = z.infer<typeof performanceSchema>;
