import { z } from 'zod';

/**
 * Every expected way in which something the user asked for did not happen. The interface switches on `code`;
 * `outcome-unknown` is never repeated by a machine.
 */
export const appErrorCodes = [
  'gateway-not-running',
  'certificate-untrusted',
  'not-tls',
  'not-logged-in',
  'no-brokerage-session',
  'competing-session',
  'not-ready',
  'link-lost',
  'pacing',
  'timeout',
  'unavailable',
  'bad-answer',
  'refused',
  'not-found',
  'not-known-yet',
  'invalid-input',
  'trading-off',
  'blocked',
  'preview-needed',
  'rejected',
  'outcome-unknown',
  'storage-failed',
  'internal',
] as const;

export const appErrorSchema = z.object({
  code: z.enum(appErrorCodes),
  /** What happened, in one sentence. */
  message: z.string(),
  /** What it means for the user's money or for what is on the screen. */
  meaning: z.string(),
  /** What to do now. */
  action: z.string(),
  /** The gateway's own words, for copying; bounded, inert text. */
  detail: z.string().max(4000).optional(),
  /** Finds the event in the log. */
  incidentId: z.string().optional(),
});
export type AppError = z.infer<typeof appErrorSchema>;
export type AppErrorCode = AppError['code'];
