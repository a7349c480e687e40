import { z } from 'zod';
import { accountIdSchema } from '../domain/ids';
import { combosSchema } from '../domain/combo';
import {
  accountPnlSchema,
  allocationSchema,
  ledgerSchema,
  portfolioSummarySchema,
  positionChangesSchema,
} from '../domain/portfolio';
import { marginSchema } from '../domain/margin';
import { call, latest, stream } from './define';

const modelName = z.string().min(1).max(80);
const ofAccount = z.strictObject({ accountId: accountIdSchema });

export const portfolioContract = {
  'portfolio.summary': call(ofAccount, portfolioSummarySchema),
  /** `since`: the version the window has; only what changed after it is answered. */
  'portfolio.positions': call(
    ofAccount.extend({ model: modelName.optional(), since: z.number().int().optional() }),
    positionChangesSchema,
  ),
  /** Drops IBKR's own cache of the account's positions; the next read is fresh. */
  'portfolio.refresh': call(ofAccount, z.object({ refreshed: z.boolean() })),
  'portfolio.margin': call(ofAccount, marginSchema),
  'portfolio.ledger': call(ofAccount, ledgerSchema),
  'portfolio.allocation': call(ofAccount, allocationSchema),
  'portfolio.combos': call(ofAccount, combosSchema),
  'portfolio.pnl.watch': stream(ofAccount, accountPnlSchema, latest),
};
