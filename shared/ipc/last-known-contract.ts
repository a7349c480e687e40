import { z } from 'zod';
import { epochMsSchema } from '../domain/time';
import { call } from './define';

const lastKnownSchema = z.object({
  /** Whose it is, as a hash; `null` before anybody ever logged in with this profile. */
  login: z.string().nullable(),
  entries: z.array(
    z.object({
      /** The call or stream that said it. */
      name: z.string(),
      /** Its input as JSON. */
      key: z.string(),
      /** Fits the output of that name: checked when it is read from disk. */
      value: z.unknown(),
      atMs: epochMsSchema,
    }),
  ),
});
export type LastKnown = z.infer<typeof lastKnownSchema>;

export const lastKnownContract = {
  /** What the gateway last said to the login of this profile, each part with its own date inside. */
  'lastKnown.read': call(z.strictObject({}), lastKnownSchema),
};
