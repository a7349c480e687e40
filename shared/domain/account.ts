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
  /** The account an advisor logs in with: it holds the clients' accounts, not securities. */
  isAdvisorMaster: z.boolean(),
  /** The account this one belongs to in a tiered structure. */
  parentId: z.string().nullable(),
  /** IBKR's words: INDIVIDUAL, JOINT, IRA …, where it says so. */
  customerType: z.string().nullable(),
});
export type Account = z.infer<typeof accountSchema>;

/** One page of a tiered structure's accounts; `total` null where IBKR does not say how many there are. */
export const accountPageSchema = z.object({
  accounts: z.array(accountSchema),
  page: z.number().int().nonnegative(),
  total: z.number().int().nullable(),
  isLast: z.boolean(),
});
export type AccountPage = z.infer<typeof accountPageSchema>;

/** Who owns an account and who may sign for it. Personal data: shown, never logged or kept. */
export const accountOwnersSchema = z.object({
  accountId: accountIdSchema,
  owners: z.array(z.object({ name: z.string(), role: z.string().nullable() })),
  signatures: z.array(z.string()),
});
export type AccountOwners = z.infer<typeof accountOwnersSchema>;
