import { z } from 'zod';
import { conidSchema } from '../domain/ids';
import { instrumentMatchSchema, instrumentSchema } from '../domain/instrument';
import { call } from './define';

export const contractsContract = {
  /** By symbol or company name. */
  'contracts.search': call(
    z.strictObject({ text: z.string().trim().min(1).max(60) }),
    z.array(instrumentMatchSchema),
  ),
  'contracts.instrument': call(z.strictObject({ conid: conidSchema }), instrumentSchema),
};
