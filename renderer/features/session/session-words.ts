import type { SessionState, SessionStatus } from '../../../shared/domain/session';

export type SessionAction = 'log-in' | 'take-over' | 'leave' | 'check-now' | 'certificate';

export const actionNames = {
  'log-in': 'Log in',
  'take-over': 'Take over the session',
  leave: 'Leave it there, read only',
  'check-now': 'Check now',
  certificate: 'Look at the certificate',
} as const satisfies Record<SessionAction, string>;

/** How loud the state is: fine, passing by itself, or waiting for the user. */
export const sessionLevel = (session: SessionState | null): 'ok' | 'wait' | 'bad' => {
  if (session === null || session.status === 'connecting' || session.status === 'not-established')
    return 'wait';
  if (session.status === 'ready') return session.stream === 'reconnecting' ? 'wait' : 'ok';
  return 'bad';
};

/** What the header says beside the label about prices and orders. */
export const streamWords = (session: SessionState): string =>
  session.status !== 'ready'
    ? ''
    : { live: 'data live', reconnecting: 'prices reconnecting', off: 'no stream' }[session.stream];

const byStatus = {
  connecting: [],
  'not-running': ['check-now'],
  'certificate-untrusted': ['certificate', 'check-now'],
  'not-tls': ['check-now'],
  'not-logged-in': ['log-in', 'check-now'],
  'no-brokerage': ['check-now', 'log-in'],
  competing: ['take-over', 'leave', 'check-now'],
  'not-established': ['check-now'],
  ready: [],
  'link-lost': ['check-now'],
} as const satisfies Record<SessionStatus, ReadonlyArray<SessionAction>>;

/** The buttons that can help, the likeliest first. No trust helps a certificate that is out of its dates. */
export const sessionActions = ({ status, reason }: SessionState): ReadonlyArray<SessionAction> =>
  reason === 'certificate-expired' ? ['check-now', 'certificate'] : byStatus[status];
