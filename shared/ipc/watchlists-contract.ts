import { z } from 'zod';
import {
  watchlistEntrySchema,
  watchlistHeadingSchema,
  watchlistIdSchema,
  watchlistNameSchema,
  watchlistSchema,
} from '../domain/watchlist';
import { maxWatchlistRows } from '../domain/watchlist-rows';
import { call } from './define';

const rows = z.array(watchlistEntrySchema).max(maxWatchlistRows);

export const watchlistsContract = {
  'watchlists.list': call(z.strictObject({}), z.array(watchlistHeadingSchema)),
  'watchlists.get': call(z.strictObject({ watchlistId: watchlistIdSchema }), watchlistSchema),
  'watchlists.create': call(z.strictObject({ name: watchlistNameSchema, rows }), watchlistSchema),
  /**
   * Writes the whole list: IBKR has no smaller step. Refused when the list is no longer the `version` the window
   * knew; `null` writes whatever is there (a list that was deleted comes back under its own id).
   */
  'watchlists.save': call(
    z.strictObject({
      watchlistId: watchlistIdSchema,
      name: watchlistNameSchema,
      rows,
      version: z.string().max(80).nullable(),
    }),
    watchlistSchema,
  ),
  'watchlists.remove': call(
    z.strictObject({ watchlistId: watchlistIdSchema }),
    z.object({ watchlistId: watchlistIdSchema }),
  ),
};
