import { z } from 'zod';
import { epochMsSchema } from './time';

const fingerprint = z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);

/** A certificate as a person compares it. Its text comes from the other side: inert, bounded. */
export const certificateFactsSchema = z.object({
  /** SHA-256 of the certificate, `AB:CD:…`. */
  fingerprint256: fingerprint,
  subject: z.string().max(400),
  issuer: z.string().max(400),
  validFromMs: epochMsSchema,
  validToMs: epochMsSchema,
  /** Nobody but itself vouches for it. So is the one shipped with every gateway, whose private key is public. */
  selfSigned: z.boolean(),
});
export type CertificateFacts = z.infer<typeof certificateFactsSchema>;

/** Which gateway to talk to, and how carefully. The practice gateway starts with the app and has no address. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(40),
  kind: z.enum(['practice', 'paper', 'live']),
  gatewayUrl: z
    .url({ protocol: /^https$/ })
    .max(200)
    .nullable(),
  /** PEM file of the authority to trust; null: the pinned certificate, else the system's authorities. */
  cacertPath: z.string().min(1).max(1000).nullable(),
});
export type Profile = z.infer<typeof profileSchema>;

export const pinSchema = z.strictObject({
  fingerprint256: fingerprint,
  pem: z.string().max(20_000),
  pinnedMs: epochMsSchema,
});
export type Pin = z.infer<typeof pinSchema>;

export const connectionSchema = z.object({
  profiles: z.array(profileSchema),
  /** The profile of the next start. */
  chosenId: z.string(),
  /** The profile in use; null when the command line names the gateway. */
  activeId: z.string().nullable(),
  gatewayUrl: z.string(),
  trust: z.discriminatedUnion('by', [
    z.object({ by: z.literal('pin'), fingerprint256: fingerprint, pinnedMs: epochMsSchema }),
    z.object({ by: z.literal('file'), path: z.string() }),
    z.object({ by: z.literal('system') }),
  ]),
});
export type Connection = z.infer<typeof connectionSchema>;
