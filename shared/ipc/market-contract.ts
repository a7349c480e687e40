import { z } from 'zod';
import { availabilitySchema, quoteSchema } from '../domain/quote';
import { barSchema } from '../domain/bar';
import { conidSchema } from '../domain/ids';
import { epochMsSchema } from '../domain/time';
import { call, stream } from './define';

export const marketContract = {
  /** Batches of the contracts that changed, about ten a second; the first batch holds all that is known. */
  'quotes.watch': stream(
    z.strictObject({ conids: z.array(conidSchema).min(1).max(500) }),
    z.array(quoteSchema),
  ),
  'history.bars': call(
    z.strictObject({
      conid: conidSchema,
      /** IBKR's words: 1d, 1w, 1m, 3m, 1y … */
      period: z.string().regex(/^\d{1,3}(min|h|d|w|m|y)$/),
      /** 1min, 5min, 1h, 1d … */
      bar: z.string().regex(/^\d{1,3}(min|h|d|w|m)$/),
      outsideRth: z.boolean(),
    }),
    z.object({ bars: z.array(barSchema), availability: availabilitySchema, asOfMs: epochMsSchema }),
  ),
};
