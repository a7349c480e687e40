import type { AppError, AppErrorCode } from '../../shared/app-error';
import type { GatewayError, GatewayErrorCode } from '../gateway/gateway-error';

const codes: Readonly<Record<GatewayErrorCode, AppErrorCode>> = {
  'not-running': 'gateway-not-running',
  'not-tls': 'not-tls',
  'tls-failed': 'not-tls',
  'certificate-untrusted': 'certificate-untrusted',
  'certificate-changed': 'certificate-untrusted',
  'certificate-expired': 'certificate-untrusted',
  'certificate-host-mismatch': 'certificate-untrusted',
  'ca-file-unreadable': 'certificate-untrusted',
  'not-a-gateway': 'bad-answer',
  'not-logged-in': 'not-logged-in',
  'no-brokerage-session': 'no-brokerage-session',
  'competing-session': 'competing-session',
  'link-lost': 'link-lost',
  'connection-lost': 'timeout',
  timeout: 'timeout',
  pacing: 'pacing',
  unavailable: 'unavailable',
  'server-error': 'unavailable',
  'bad-answer': 'bad-answer',
  'too-large': 'bad-answer',
  refused: 'refused',
  'not-permitted': 'refused',
  'not-found': 'not-found',
  'no-data': 'not-found',
  'order-rejected': 'rejected',
  'order-partly-rejected': 'rejected',
  'order-declined': 'rejected',
  'order-unanswered': 'rejected',
  'duplicate-order': 'rejected',
  'outcome-unknown': 'outcome-unknown',
  'ambiguous-symbol': 'not-found',
  'unknown-symbol': 'not-found',
  'invalid-input': 'invalid-input',
  stopped: 'not-ready',
};

/** What the gateway client says, for the window: the same three sentences, its words bounded. */
export function toAppError(error: GatewayError): AppError {
  const detail = [error.status, error.bodyText ?? error.detail]
    .filter((part) => part !== undefined)
    .join(' ');
  return {
    code: codes[error.code],
    message: error.message,
    meaning: error.meaning,
    action: error.action,
    ...(detail === '' ? {} : { detail: detail.slice(0, 4000) }),
  };
}
