import type { SessionState, SessionStatus } from '../../../shared/domain/session';
import { type SessionAction, sessionActions } from './session-words';

export type CheckState = 'ok' | 'wait' | 'bad' | 'not-reached';

/** One thing that has to be right before trading; the first that is not says what to do. */
export interface DoctorCheck {
  readonly name: string;
  readonly state: CheckState;
  readonly sentence: string;
  readonly action: SessionAction | null;
}

const stages = [
  'Gateway',
  'Encryption',
  'Certificate',
  'Login',
  'Brokerage session',
  'Link to IBKR',
] as const;

/** Which of the stages a state stops at; one behind the last means none. */
const stageOf: Readonly<Record<SessionStatus, number>> = {
  connecting: 0,
  'not-running': 0,
  'not-tls': 1,
  'certificate-untrusted': 2,
  'not-logged-in': 3,
  'no-brokerage': 4,
  competing: 4,
  'not-established': 4,
  'link-lost': 5,
  ready: 6,
};
const passing: ReadonlySet<SessionStatus> = new Set(['connecting', 'no-brokerage', 'not-established']);

const fine: Readonly<Record<(typeof stages)[number], (session: SessionState) => string>> = {
  Gateway: ({ gatewayUrl }) => `Something answers at ${gatewayUrl}.`,
  Encryption: () => 'It speaks TLS.',
  Certificate: () => 'Its certificate is the one you trust.',
  Login: () => 'Somebody is logged in.',
  'Brokerage session': () => 'The brokerage session is open and ours.',
  'Link to IBKR': () => 'The gateway is connected to IBKR.',
};

/** The way from this computer to IBKR, step by step, and where it stops. */
export function doctorChecks(session: SessionState): ReadonlyArray<DoctorCheck> {
  const stop = stageOf[session.status];
  const way = stages.map((name, stage): DoctorCheck => {
    if (stage < stop) return { name, state: 'ok', sentence: fine[name](session), action: null };
    if (stage > stop)
      return {
        name,
        state: 'not-reached',
        sentence: 'Not known before the step above is right.',
        action: null,
      };
    return {
      name,
      state: passing.has(session.status) ? 'wait' : 'bad',
      sentence: `${session.message} ${session.action}`.trim(),
      action: sessionActions(session)[0] ?? null,
    };
  });
  return [...way, dataCheck(session)];
}

function dataCheck({ status, stream }: SessionState): DoctorCheck {
  const name = 'Live data';
  if (status !== 'ready')
    return {
      name,
      state: 'not-reached',
      sentence: 'Not known before the step above is right.',
      action: null,
    };
  return stream === 'live'
    ? { name, state: 'ok', sentence: 'Prices and orders are streaming.', action: null }
    : {
        name,
        state: 'wait',
        sentence: 'The stream of prices and orders is being opened again; what you see is dated until then.',
        action: 'check-now',
      };
}
