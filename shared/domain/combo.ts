import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema, conidSchema } from './ids';
import { epochMsSchema } from './time';

/** Contracts bought or sold as one thing: a spread, a condor. */
const comboSchema = z.object({
  /** IBKR's own name of it; unique in the account, meaningless to people. */
  name: z.string(),
  /** How many times the combination is held; negative sold. */
  quantity: decimalSchema.nullable(),
  legs: z.array(
    z.object({
      conid: conidSchema,
      /** Per combination; negative sold. */
      ratio: decimalSchema,
      /** The part of the holding that belongs to the combination. */
      quantity: decimalSchema.nullable(),
    }),
  ),
});
export type Combo = z.infer<typeof comboSchema>;

/** Source: /portfolio/{id}/combo/positions. */
export const combosSchema = z.object({
  accountId: accountIdSchema,
  combos: z.array(comboSchema),
  asOfMs: epochMsSchema,
});
export type Combos = z.infer<typeof combosSchema>;
