import { z } from 'zod';
import { call } from './define';

export const appContract = {
  'app.info': call(
    z.strictObject({}),
    z.object({
      version: z.string(),
      runtime: z.string(),
      profile: z.string(),
      profileKind: z.enum(['practice', 'paper', 'live']),
      gatewayUrl: z.string(),
    }),
  ),
};
