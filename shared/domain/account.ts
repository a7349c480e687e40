import { z } from 'zod';
import { accountIdSchema } from './ids';

export const accountSchema = z.object({
  accountId: accountIdSchema,
  /** What the holder calls it; the id where there is no alias. */
  title: z.string(),
  type: z.string().nullable(),
  baseCurrency: z.string().nullable(),
  /** `null`: the gateway gave no evidence either way. */
  isPaper: z.boolean().nullable(),
  /** Orders may be placed on it with this login. */
  tradable: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;
