import { z } from 'zod';
import { accountOwnersSchema, accountPageSchema, accountSchema } from '../domain/account';
import { accountIdSchema } from '../domain/ids';
import { allocationTargetsSchema } from '../domain/order-allocation';
import { call } from './define';

export const accountsContract = {
  'accounts.list': call(z.strictObject({}), z.array(accountSchema)),
  /** Accounts of a large structure, twenty a page, from 0. */
  'accounts.page': call(z.strictObject({ page: z.number().int().min(0).max(10_000) }), accountPageSchema),
  'accounts.owners': call(z.strictObject({ accountId: accountIdSchema }), accountOwnersSchema),
  /** Names of an advisor's model portfolios. */
  'accounts.models': call(z.strictObject({}), z.array(z.string())),
  /** What an advisor can allocate orders to; empty for other logins. */
  'accounts.allocationTargets': call(z.strictObject({}), allocationTargetsSchema),
};
