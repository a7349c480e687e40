import { z } from 'zod';
import { epochMsSchema } from './time';

/**
 * Where we stand with the gateway, as seen by us and never inferred from a failed read.
 * Source: GATEWAY_FACTS §2.1, states A–H; the certificate states come before any HTTP.
 */
export const sessionStatuses = [
  'connecting',
  'not-running',
  'certificate-untrusted',
  'not-tls',
  'not-logged-in',
  'no-brokerage',
  'competing',
  'not-established',
  'ready',
  'link-lost',
] as const;

/** Real money or not. `unknown` until the evidence is in; evidence that disagrees stays `unknown`. */
export const tradingModeSchema = z.enum(['practice', 'paper', 'live', 'unknown']);
export type TradingMode = z.infer<typeof tradingModeSchema>;

export const sessionStateSchema = z.object({
  status: z.enum(sessionStatuses),
  sinceMs: epochMsSchema,
  /** Short words for the header. */
  label: z.string(),
  message: z.string(),
  meaning: z.string(),
  action: z.string(),
  detail: z.string().optional(),
  /** Code of the failure behind the state; `null` where none is. */
  reason: z.string().nullable(),
  /** When the login ends although it is kept alive; `null` while that is not in sight. */
  loginEndsMs: epochMsSchema.nullable(),
  /** Whose login it is or last was, as a hash; `null` before anybody logged in with this profile. */
  login: z.string().nullable(),
  mode: tradingModeSchema,
  gatewayUrl: z.string(),
  profile: z.string(),
  /** Stream of prices and orders: open, being reopened, or not yet tried. */
  stream: z.enum(['live', 'reconnecting', 'off']),
  lastHeardMs: epochMsSchema.nullable(),
  /** True only when the state is proven `ready`: orders may be sent. */
  tradingAllowed: z.boolean(),
});
export type SessionState = z.infer<typeof sessionStateSchema>;
export type SessionStatus = SessionState['status'];
