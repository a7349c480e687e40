import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema } from './ids';

/** A group of an advisor's accounts: an order sent to it is split by IBKR. */
const allocationGroupSchema = z.object({
  name: z.string(),
  /** IBKR's letter; another one is shown as it is. */
  method: z.string(),
  size: z.number().int().nonnegative().nullable(),
});

/** What an advisor's login can allocate to. */
export const allocationTargetsSchema = z.object({
  groups: z.array(allocationGroupSchema),
  accounts: z.array(
    z.object({
      accountId: accountIdSchema,
      netLiquidation: decimalSchema.nullable(),
      availableEquity: decimalSchema.nullable(),
    }),
  ),
});
export type AllocationTargets = z.infer<typeof allocationTargetsSchema>;

/**
 * Who gets an order: a group by its name, which then stands in place of the account, or shares said account by
 * account. Source: OpenAPI 2.28, `Add Allocation Group` and `allocation_profile` (read 2026-11).
 */
export const allocationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('group'),
    name: z.string().regex(/^[^\p{C}/\\?#%]{1,60}$/u),
    method: z.string().max(20),
  }),
  z.strictObject({
    kind: z.literal('shares'),
    shares: z
      .array(z.strictObject({ accountId: accountIdSchema, quantity: decimalSchema }))
      .min(1)
      .max(50),
  }),
]);
export type OrderAllocation = z.infer<typeof allocationSchema>;
