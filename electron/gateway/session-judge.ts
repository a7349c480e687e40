import type { Result } from '../../shared/result';
import type { Answer } from './endpoint';
import type { GatewayError, GatewayErrorCode } from './gateway-error';
import { isRecord } from './interpret';
import type { GatewaySessionStatus } from './session-state';

/** What one answer proves. `silence` is not a state: one of them is forgiven, two are a lost link. */
export interface Verdict {
  readonly status: GatewaySessionStatus | 'silence';
  readonly error: GatewayError | null;
  /** An `ssodh/init` may help. */
  readonly initHelps: boolean;
  readonly sessionId: string | null;
  readonly serverName: string | null;
  /** Who is logged in, by IBKR's number; `null` where the gateway does not say. */
  readonly userId: string | null;
  /** How long the login would live without another tickle. */
  readonly loginLeftMs: number | null;
}

const byCode: Readonly<Partial<Record<GatewayErrorCode, GatewaySessionStatus>>> = {
  'not-running': 'not-running',
  'not-tls': 'not-tls',
  'tls-failed': 'not-tls',
  'not-a-gateway': 'not-tls',
  'certificate-untrusted': 'certificate-untrusted',
  'certificate-changed': 'certificate-untrusted',
  'certificate-expired': 'certificate-untrusted',
  'certificate-host-mismatch': 'certificate-untrusted',
  'ca-file-unreadable': 'certificate-untrusted',
  'not-logged-in': 'not-logged-in',
  'no-brokerage-session': 'no-brokerage',
  'competing-session': 'competing',
  pacing: 'link-lost',
};

/** Reads an answer to /tickle. HTTP 200 alone is not health — GOTCHAS 81. */
export function judgeTickle(answer: Result<Answer<unknown>, GatewayError>): Verdict {
  if (!answer.ok) return judgeFailure(answer.error);
  const { data } = answer.value;
  const sessionId = isRecord(data) && typeof data['session'] === 'string' ? data['session'] : null;
  if (isRecord(data) && typeof data['error'] === 'string') {
    return {
      ...base,
      status: /no session|not authenticated/i.test(data['error']) ? 'not-logged-in' : 'silence',
    };
  }
  const iserver = isRecord(data) ? data['iserver'] : null;
  const userId = isRecord(data) ? data['userId'] : null;
  return {
    ...judgeStatus(isRecord(iserver) ? iserver['authStatus'] : null),
    sessionId,
    loginLeftMs: isRecord(data) && typeof data['ssoExpires'] === 'number' ? data['ssoExpires'] : null,
    userId: typeof userId === 'string' || typeof userId === 'number' ? String(userId) : null,
  };
}

/** Reads the flags of an authentication status. An absent `established` is unknown, not false. */
export function judgeStatus(status: unknown): Verdict {
  if (!isRecord(status) || typeof status['authenticated'] !== 'boolean')
    return { ...base, status: 'no-brokerage', initHelps: true };
  const { authenticated, connected, competing, established, serverInfo } = status;
  const named = isRecord(serverInfo) ? serverInfo['serverName'] : null;
  const found = (name: GatewaySessionStatus, initHelps = false): Verdict => ({
    ...base,
    status: name,
    initHelps,
    serverName: typeof named === 'string' ? named : null,
  });
  if (competing === true) return found('competing');
  // All flags false is how a logged-out gateway looks, and how it looks for a moment before an init.
  if (!authenticated) return found(connected === true ? 'no-brokerage' : 'not-logged-in', true);
  if (connected !== true) return found('link-lost');
  return found(established === false ? 'not-established' : 'ready');
}

export const judgeFailure = (error: GatewayError): Verdict => ({
  ...base,
  status: byCode[error.code] ?? 'silence',
  initHelps: error.code === 'no-brokerage-session',
  error,
});

const base = {
  error: null,
  initHelps: false,
  sessionId: null,
  serverName: null,
  userId: null,
  loginLeftMs: null,
};
