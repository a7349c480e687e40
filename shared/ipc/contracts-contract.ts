import { z } from 'zod';
import { algoSchema } from '../domain/algo';
import { bondFilterSchema, bondIssuerSchema, bondSchema, issuerIdSchema } from '../domain/bond';
import { conidSchema } from '../domain/ids';
import { instrumentMatchSchema, instrumentSchema, searchKindSchema } from '../domain/instrument';
import { contractDetailsSchema, exchangeRateSchema, tradingScheduleSchema } from '../domain/contract-page';
import { sideSchema } from '../domain/order-draft';
import { call } from './define';

const currencySchema = z.string().regex(/^[A-Z]{3}$/);

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
  /** Bonds are found through who owes them: issuers by ticker or name, then what they can be narrowed by. */
  'contracts.bondIssuers': call(
    z.strictObject({ text: z.string().trim().min(1).max(60) }),
    z.array(bondIssuerSchema),
  ),
  'contracts.bondFilters': call(z.strictObject({ issuerId: issuerIdSchema }), z.array(bondFilterSchema)),
  'contracts.bonds': call(z.strictObject({ issuerId: issuerIdSchema }), z.array(bondSchema)),
  'contracts.details': call(z.strictObject({ conid: conidSchema }), contractDetailsSchema),
  'contracts.schedule': call(z.strictObject({ conid: conidSchema }), tradingScheduleSchema),
  /** Units of `target` for one of `source`. */
  'contracts.exchangeRate': call(
    z.strictObject({ source: currencySchema, target: currencySchema }),
    exchangeRateSchema,
  ),
  /** With the rules of one side; buying's where none is said. */
  'contracts.instrument': call(
    z.strictObject({ conid: conidSchema, side: sideSchema.optional() }),
    instrumentSchema,
  ),
  /** IBKR's execution algorithms for a contract, with their inputs. */
  'contracts.algos': call(z.strictObject({ conid: conidSchema }), z.array(algoSchema)),
};
