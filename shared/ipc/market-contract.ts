import { z } from 'zod';
import { marketLinesSchema, type Quote, quoteSchema } from '../domain/quote';
import { priceLadderSchema } from '../domain/price-ladder';
import { accountIdSchema, conidSchema } from '../domain/ids';
import { call, latest, stream } from './define';

export const marketContract = {
  /** Batches of the contracts that changed, about ten a second; the first batch holds all that is known. */
  'quotes.watch': stream(
    z.strictObject({
      conids: z.array(conidSchema).min(1).max(500),
      /** Figures beyond those every quote has, by the ids of `market-field.ts`. */
      fields: z.array(z.string().max(40)).max(120).optional(),
    }),
    z.array(quoteSchema),
    latestOfEach,
  ),
  'marketLines.watch': stream(z.strictObject({}), marketLinesSchema, latest),
  'ladder.watch': stream(
    z.strictObject({ accountId: accountIdSchema, conid: conidSchema }),
    priceLadderSchema,
    latest,
  ),
  /** Costs the user money: the amount is repeated so that nothing asks for it by accident. */
  'quotes.regulatorySnapshot': call(
    z.strictObject({ conid: conidSchema, acceptedCost: z.literal('0.01 USD') }),
    quoteSchema,
  ),
};

/** Two batches as one: of each contract the newer quote. */
function latestOfEach(held: Quote[], next: Quote[]): Quote[] {
  const merged = new Map(held.map((quote) => [quote.conid, quote]));
  for (const quote of next) merged.set(quote.conid, quote);
  return [...merged.values()];
}
