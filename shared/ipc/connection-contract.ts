import { z } from 'zod';
import { certificateFactsSchema, connectionSchema, profileSchema } from '../domain/connection';
import { call } from './define';

const nothing = z.strictObject({});
const profileId = profileSchema.pick({ id: true }).strict();

export const connectionContract = {
  'connection.current': call(nothing, connectionSchema),
  /** Adds a profile or replaces the one with its id. The practice profile cannot be changed. */
  'connection.saveProfile': call(profileSchema, connectionSchema),
  'connection.removeProfile': call(profileId, connectionSchema),
  /** Starts Portico again with this profile: nothing of the present one stays in the window or in memory. */
  'connection.useProfile': call(profileId, connectionSchema),
  /** The certificate the gateway shows right now, trusted or not. Nothing is sent over that connection. */
  'connection.certificate': call(nothing, certificateFactsSchema),
  /** Trusts exactly this certificate for this gateway from now on; refused when the gateway shows another by then. */
  'connection.pin': call(certificateFactsSchema.pick({ fingerprint256: true }).strict(), connectionSchema),
  'connection.unpin': call(nothing, connectionSchema),
};
