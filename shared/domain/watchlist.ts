import { z } from 'zod';
import { conidSchema } from './ids';

/** Stored at the gateway, so that TWS sees it too. */
export const watchlistSchema = z.object({
  watchlistId: z.string().regex(/^\d{1,18}$/),
  name: z.string().min(1).max(60),
  rows: z.array(z.object({ conid: conidSchema, symbol: z.string().nullable(), name: z.string().nullable() })),
});
export type Watchlist = z.infer<typeof watchlistSchema>;
