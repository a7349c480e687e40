import { z } from 'zod';
import { accountIdSchema } from '../domain/ids';
import {
  accountPnlSchema,
  allocationSchema,
  ledgerSchema,
  performanceSchema,
  portfolioSummarySchema,
  positionListSchema,
} from '../domain/portfolio';
import { call, stream } from './define';

const ofAccount = z.strictObject({ accountId: accountIdSchema });

export const portfolioContract = {
  'portfolio.summary': call(ofAccount, portfolioSummarySchema),
  'portfolio.positions': call(ofAccount, positionListSchema),
  'portfolio.ledger': call(ofAccount, ledgerSchema),
  'portfolio.allocation': call(ofAccount, allocationSchema),
  'portfolio.performance': call(ofAccount, performanceSchema),
  'portfolio.pnl.watch': stream(ofAccount, accountPnlSchema),
};
