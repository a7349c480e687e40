import { z } from 'zod';
import { conidSchema } from '../domain/ids';
import { instrumentMatchSchema, instrumentSchema, searchKindSchema } from '../domain/instrument';
import { call } from './define';

export const contractsContract = {
  /** By symbol, company name (`byName` searches nothing else), conid, currency pair, or what looks like an ISIN. */
  'contracts.search': call(
    z.strictObject({
      text: z.string().trim().min(1).max(60),
      kind: searchKindSchema.optional(),
      byName: z.boolean().optional(),
    }),
    z.array(instrumentMatchSchema),
  ),
  /** All listings of each symbol, so that a human can choose; an empty list where IBKR knows none. */
  'contracts.resolve': call(
    z.strictObject({ symbols: z.array(z.string().trim().min(1).max(20)).min(1).max(100) }),
    z.array(z.object({ symbol: z.string(), matches: z.array(instrumentMatchSchema) })),
  ),
  'contracts.instrument': call(z.strictObject({ conid: conidSchema }), instrumentSchema),
};
