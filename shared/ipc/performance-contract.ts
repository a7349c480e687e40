import { z } from 'zod';
import { accountIdSchema } from '../domain/ids';
import { performanceSchema } from '../domain/performance';
import { call } from './define';

export const performanceContract = {
  /** One account, or several as one. */
  'performance.read': call(
    z.strictObject({ accountIds: z.array(accountIdSchema).min(1).max(50) }),
    performanceSchema,
  ),
};
