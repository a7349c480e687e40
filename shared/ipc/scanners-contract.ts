import { z } from 'zod';
import { datedScanParametersSchema, scanResultSchema, scanSchema, scanSourceSchema } from '../domain/scanner';
import { call } from './define';

export const scannersContract = {
  /** The kept copy, or IBKR's answer where there is none yet or `renew` asks for it (once in 15 minutes at most). */
  'scanners.parameters': call(
    z.strictObject({ source: scanSourceSchema, renew: z.boolean() }),
    datedScanParametersSchema,
  ),
  'scanners.run': call(z.strictObject({ scan: scanSchema }), scanResultSchema),
};
