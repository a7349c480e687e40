import { z } from 'zod';
import { chartSeriesSchema, historyPageSchema, venueSchema } from '../domain/chart-series';
import { conidSchema } from '../domain/ids';
import { epochMsSchema } from '../domain/time';
import { call } from './define';

const count = z.number().int().min(1).max(25_000);

/** Price history: a symbol seen before opens from the cache, then only its missing end is asked for. */
export const historyContract = {
  /** The newest bars kept from earlier, without asking the gateway; `page` is null where there are none. */
  'history.cached': call(
    z.strictObject({ series: chartSeriesSchema, count }),
    z.object({ page: historyPageSchema.nullable() }),
  ),
  /** The newest bars, confirmed by the gateway now. */
  'history.newest': call(z.strictObject({ series: chartSeriesSchema, count }), historyPageSchema),
  /** Bars just before an instant: from the cache, else by paging back. Empty with `oldestReached` at the end. */
  'history.older': call(
    z.strictObject({ series: chartSeriesSchema, beforeMs: epochMsSchema, count }),
    historyPageSchema,
  ),
  'history.venue': call(z.strictObject({ conid: conidSchema }), venueSchema),
};
