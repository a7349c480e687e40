import { z } from 'zod';
import { conidSchema } from './ids';

/** IBKR documents `C` (a contract) and `H` (a blank row) and nothing else — /iserver/watchlist, read 2026-11. */
export const watchlistEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('instrument'), conid: conidSchema }),
  /** A gap in the list; with a text it heads the rows below it. */
  z.object({ kind: z.literal('blank'), text: z.string().max(60) }),
]);
/** One row as it is written. */
export type WatchlistEntry = z.infer<typeof watchlistEntrySchema>;

const watchlistRowSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('instrument'),
    conid: conidSchema,
    symbol: z.string().nullable(),
    name: z.string().nullable(),
    assetClass: z.string().nullable(),
  }),
  z.object({ kind: z.literal('blank'), text: z.string() }),
]);
/** One row as it is read. */
export type WatchlistRow = z.infer<typeof watchlistRowSchema>;
export type InstrumentRow = Extract<WatchlistRow, { kind: 'instrument' }>;

export const watchlistNameSchema = z.string().trim().min(1).max(60);
export const watchlistIdSchema = z.string().regex(/^\d{1,18}$/);

/** Stored at the gateway, so that TWS sees it too. */
export const watchlistSchema = z.object({
  watchlistId: watchlistIdSchema,
  name: z.string(),
  rows: z.array(watchlistRowSchema),
  /** IBKR's mark of this state of the list; another mark means that somebody else changed it. */
  version: z.string().nullable(),
  /** Why it cannot be changed here; `null` where it can. */
  obstacle: z.string().nullable(),
});
export type Watchlist = z.infer<typeof watchlistSchema>;

export const watchlistHeadingSchema = watchlistSchema.pick({ watchlistId: true, name: true });
export type WatchlistHeading = z.infer<typeof watchlistHeadingSchema>;
