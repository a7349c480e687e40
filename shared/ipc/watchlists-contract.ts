import { z } from 'zod';
import { conidSchema } from '../domain/ids';
import { watchlistSchema } from '../domain/watchlist';
import { call } from './define';

export const watchlistsContract = {
  'watchlists.list': call(
    z.strictObject({}),
    z.array(watchlistSchema.pick({ watchlistId: true, name: true })),
  ),
  'watchlists.get': call(watchlistSchema.pick({ watchlistId: true }).strict(), watchlistSchema),
  /** Writes the whole list; a new id creates it. */
  'watchlists.save': call(
    watchlistSchema
      .pick({ watchlistId: true, name: true })
      .extend({ conids: z.array(conidSchema).max(500) })
      .strict(),
    watchlistSchema,
  ),
};
