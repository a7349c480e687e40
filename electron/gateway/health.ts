import { z } from 'zod';
import { ok, type Result } from '../../shared/result';
import type { Answer, RequestEcho } from './endpoint';
import type { GatewayError } from './gateway-error';
import { isRecord } from './interpret';

export const healthWire = z.object({
  healthy: z.boolean(),
  reason: z.enum(['healthy', 'unauthenticated', 'competing', 'disconnected', 'invalid', 'unreachable']),
  authenticated: z.boolean().nullable(),
  competing: z.boolean().nullable(),
  connected: z.boolean().nullable(),
  raw: z.unknown(),
});
export type Health = z.infer<typeof healthWire>;

/** Turns whatever came of a health request into a judgement; nothing here is an exception — BEHAVIOUR §14. */
export function judgeHealth(
  answer: Result<Answer<unknown>, GatewayError>,
  request: RequestEcho,
  statusOf: (raw: unknown) => unknown,
): Result<Answer<Health>, GatewayError> {
  const data = answer.ok
    ? judgeFlags(answer.value.data, statusOf(answer.value.data))
    : judgeError(answer.error);
  return ok({ data, request: answer.ok ? answer.value.request : request });
}

function judgeFlags(raw: unknown, status: unknown): Health {
  const flagOf = (name: string): boolean | null => {
    const value = isRecord(status) ? status[name] : null;
    return typeof value === 'boolean' ? value : null;
  };
  const authenticated = flagOf('authenticated');
  const connected = flagOf('connected');
  // A missing `competing` counts as false; a missing `connected` is not health that has been seen.
  const competing = flagOf('competing') ?? (authenticated === null ? null : false);
  const verdict = (reason: Health['reason']): Health => ({
    healthy: reason === 'healthy',
    reason,
    authenticated,
    competing,
    connected,
    raw,
  });
  if (authenticated === null) return verdict('invalid');
  if (!authenticated) return verdict('unauthenticated');
  if (competing === true) return verdict('competing');
  if (connected === null) return verdict('invalid');
  return verdict(connected ? 'healthy' : 'disconnected');
}

function judgeError(error: GatewayError): Health {
  const unknown = { healthy: false, authenticated: null, competing: null, connected: null };
  if (error.status === 401 || error.code === 'not-logged-in')
    return { ...unknown, reason: 'unauthenticated', raw: error.code };
  return { ...unknown, reason: error.code === 'bad-answer' ? 'invalid' : 'unreachable', raw: error.code };
}
