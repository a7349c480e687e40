import type { SessionState } from '../../../shared/domain/session';
import type { Gateway } from '../../gateway/gateway';
import type { GatewayErrorCode } from '../../gateway/gateway-error';
import { systemClock, type Clock } from '../../support/clock';
import { inMaintenanceHours } from './maintenance';
import { pausedWords, sessionWords, silentWords } from './session-words';
import { tradingMode } from './trading-mode';

/** The session for people and for the order path: the gateway's state in words, with whose money it is. */
export interface Session {
  readonly current: () => SessionState;
  /** Who is logged in; `null` when the gateway has not said. */
  readonly username: () => string | null;
  readonly onChange: (listener: (state: SessionState) => void) => () => void;
  readonly checkNow: () => Promise<SessionState>;
  readonly takeOver: () => Promise<SessionState>;
}

interface Profile {
  readonly profile: 'practice' | 'paper' | 'live';
  readonly gatewayUrl: string;
  /** Whose desk it is, see `logins.ts`. */
  readonly login: () => string | null;
  readonly clock?: Clock;
}

export function createSessionService(
  gateway: Gateway,
  { profile, gatewayUrl, login, clock = systemClock }: Profile,
): Session {
  const { sessionMachine, socket } = gateway;

  const current = (): SessionState => {
    const { status, sinceMs, lastHeardMs, error, facts } = sessionMachine.state();
    const words = sessionWords[status](gatewayUrl);
    const stream = socket.state();
    const mode = tradingMode({ profile, ...facts });
    return {
      status,
      sinceMs,
      ...words,
      ...(status === 'link-lost' && inMaintenanceHours(sinceMs)
        ? { label: `${words.label}, probably maintenance` }
        : {}),
      // The failure knows more exactly what is wrong (expired, another host …) than the state it led to.
      ...(error !== null && isOfTls(status) && error.code !== 'not-tls'
        ? { message: error.message, meaning: `${error.meaning} No order can be sent.`, action: error.action }
        : {}),
      reason: error?.code ?? null,
      loginEndsMs: loginEnds(status, facts.loginEndsMs, clock.now()),
      ...(status === 'link-lost' && error !== null ? (byReason[error.code] ?? {}) : {}),
      ...(error?.detail === undefined ? {} : { detail: error.detail.slice(0, 500) }),
      login: login(),
      mode,
      gatewayUrl,
      profile,
      stream: status !== 'ready' ? 'off' : stream.status === 'live' ? 'live' : 'reconnecting',
      lastHeardMs: latest(lastHeardMs, stream.lastFrameMs),
      tradingAllowed: status === 'ready' && mode !== 'unknown',
    };
  };

  return {
    current,
    username: () => sessionMachine.state().facts.username,
    onChange: (listener) => {
      const tell = (): void => listener(current());
      // The heart beat, every 10 s, is what keeps "last heard" true while nothing changes.
      const beat = socket.onEvent(({ kind }) => {
        if (kind === 'system') tell();
      });
      const stops = [sessionMachine.onChange(tell), socket.onState(tell), beat];
      return () => stops.forEach((stop) => stop());
    },
    checkNow: async () => {
      await sessionMachine.checkHealth();
      return current();
    },
    takeOver: async () => {
      await sessionMachine.takeOver();
      return current();
    },
  };
}

const isOfTls = (status: SessionState['status']): boolean =>
  status === 'certificate-untrusted' || status === 'not-tls';

/** Every tickle prolongs the login; one that ends soon all the same will end whatever we do. */
const soonMs = 4 * 60_000;
const loginEnds = (status: SessionState['status'], endsMs: number | null, nowMs: number): number | null =>
  status === 'ready' && endsMs !== null && endsMs - nowMs < soonMs ? endsMs : null;

const latest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

/** Why the link is lost, where it is our own to say. */
const byReason: Partial<Record<GatewayErrorCode, typeof silentWords | typeof pausedWords>> = {
  timeout: silentWords,
  'connection-lost': silentWords,
  pacing: pausedWords,
};
