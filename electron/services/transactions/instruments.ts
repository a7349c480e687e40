import { z } from 'zod';
import type { Gateway } from '../../gateway/gateway';
import type { Cache } from '../../store/open-cache';
import { recordOf, recordsOf, textOf } from '../wire-record';

const factsSchema = z.object({
  currency: z.string().nullable(),
  symbol: z.string().nullable(),
  name: z.string().nullable(),
  assetClass: z.string().nullable(),
});
export type InstrumentFacts = z.infer<typeof factsSchema>;

/** What executions do not say of their contract, above all its currency. Asked once per contract, kept in the cache. */
export interface InstrumentsBook {
  readonly factsOf: (conid: number | null) => InstrumentFacts;
  /** Asks for those not known yet; without an answer they stay unknown. */
  readonly learn: (conids: Iterable<number | null>) => Promise<void>;
}

const nothing: InstrumentFacts = { currency: null, symbol: null, name: null, assetClass: null };
const kind = 'instrument-facts';
const atOnce = 200;

export const createInstrumentsBook = (gateway: Pick<Gateway, 'contracts'>, cache: Cache): InstrumentsBook => {
  const known = new Map<number, InstrumentFacts>();
  const asked = new Set<number>();
  const recall = (conid: number): InstrumentFacts | null => {
    const facts = known.get(conid) ?? cache.get(kind, String(conid), factsSchema)?.value ?? null;
    if (facts !== null) known.set(conid, facts);
    return facts;
  };
  return {
    factsOf: (conid) => (conid === null ? nothing : (recall(conid) ?? nothing)),
    async learn(conids) {
      const missing = [...new Set(conids)].filter(
        (conid): conid is number => conid !== null && !asked.has(conid) && recall(conid) === null,
      );
      for (let from = 0; from < missing.length; from += atOnce) {
        const part = missing.slice(from, from + atOnce);
        const answer = await gateway.contracts.securityDefinitionByConid({ conids: part });
        if (!answer.ok) return;
        // Asked and answered: an expired contract that is not there is not asked for at every look.
        for (const conid of part) asked.add(conid);
        for (const row of recordsOf(recordOf(answer.value.data)['secdef'])) {
          const facts = {
            currency: textOf(row['currency']),
            symbol: textOf(row['ticker']),
            name: textOf(row['name']),
            assetClass: textOf(row['assetClass']),
          };
          known.set(Number(row['conid']), facts);
          cache.put(kind, String(Number(row['conid'])), facts);
        }
      }
    },
  };
};
