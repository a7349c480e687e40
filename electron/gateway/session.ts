import type { Clock } from '../support/clock';
import type { Log } from '../support/log';
import type { Caller } from './caller';
import { receiveBrokerageAccounts } from './endpoints/accounts';
import { initializeBrokerageSession, tickle, validate } from './endpoints/session';
import type { GatewayError, GatewayErrorCode } from './gateway-error';
import { judgeFailure, judgeStatus, judgeTickle, type Verdict } from './session-judge';
import {
  noFacts,
  type GatewaySessionState,
  type GatewaySessionStatus,
  type SessionFacts,
} from './session-state';
import { createTickleLoop } from './tickle';

export interface SessionMachine {
  readonly state: () => GatewaySessionState;
  readonly onChange: (listener: (state: GatewaySessionState) => void) => () => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** Takes the brokerage session from TWS or mobile: only ever on the user's word. */
  readonly takeOver: () => Promise<GatewaySessionState>;
  /** Looks now. */
  readonly checkHealth: () => Promise<GatewaySessionState>;
  /** Something else noticed that the gateway may be gone: looks now, if that is news. */
  readonly suspect: (error: GatewayError | 'socket-closed') => void;
}

interface SessionDeps {
  readonly caller: Caller;
  readonly clock: Clock;
  readonly log: Log;
}

/** Well under the minute that IBKR asks for, and the five that end a session — GATEWAY_FACTS §2.2. */
const tickleEveryMs = 50_000;
const lookAgainMs: Readonly<Record<GatewaySessionStatus, number>> = {
  ready: tickleEveryMs,
  connecting: 2_000,
  'not-running': 2_000,
  'certificate-untrusted': 4_000,
  'not-tls': 4_000,
  'link-lost': 2_000,
  'not-logged-in': 3_000,
  'no-brokerage': 2_000,
  competing: 5_000,
  'not-established': 2_000,
};
// 60 s to 30 min: a loop of inits made recovery impossible for others — IBEAM, GATEWAY_FACTS §2.2.
const firstInitDelayMs = 60_000;
const longestInitDelayMs = 1_800_000;

/** One state machine per gateway. It claims `ready` only after an answer that says so, and never gives up. */
export function createSession({ caller, clock, log }: SessionDeps): SessionMachine {
  const listeners = new Set<(state: GatewaySessionState) => void>();
  let state: GatewaySessionState = {
    status: 'connecting',
    sinceMs: clock.now(),
    lastHeardMs: null,
    error: null,
    nextInitMs: null,
    facts: noFacts,
  };
  let silences = 0;
  let initDelayMs = firstInitDelayMs;
  let primeAgain = false;

  const publish = (next: Partial<GatewaySessionState>): void => {
    const changed = next.status !== undefined && next.status !== state.status;
    state = { ...state, ...next, ...(changed ? { sinceMs: clock.now() } : {}) };
    if (changed) log.info('gateway.session', { status: state.status, error: state.error?.code });
    for (const listener of listeners) listener(state);
  };
  const learn = (facts: Partial<SessionFacts>): SessionFacts => ({ ...state.facts, ...facts });

  const settle = (
    status: GatewaySessionStatus,
    verdict: Pick<Verdict, 'error' | 'serverName' | 'loginLeftMs'>,
  ): void => {
    const heard = verdict.error?.status !== undefined || verdict.error === null;
    const needsInit = status === 'no-brokerage' || status === 'not-logged-in';
    if (!needsInit) initDelayMs = firstInitDelayMs;
    publish({
      status,
      error: verdict.error,
      ...(heard ? { lastHeardMs: clock.now() } : {}),
      ...(needsInit ? {} : { nextInitMs: null }),
      facts: learn({
        ...(verdict.serverName === null ? {} : { serverName: verdict.serverName }),
        ...(verdict.loginLeftMs === null ? {} : { loginEndsMs: clock.now() + verdict.loginLeftMs }),
      }),
    });
  };

  /** New session: IBKR has forgotten what was asked. Ready only with accounts: `{}` means "not yet". */
  const prime = async (verdict: Verdict): Promise<void> => {
    caller.preflight.reset();
    const answer = await caller.call(receiveBrokerageAccounts, {}, own);
    if (!answer.ok) {
      const failed = judgeFailure(answer.error);
      settle(failed.status === 'silence' ? 'not-established' : failed.status, failed);
      return;
    }
    const { accounts = [], selectedAccount, isPaper } = answer.value.data;
    if (accounts.length === 0) {
      settle('not-established', verdict);
      return;
    }
    const login = `${verdict.userId ?? ''}/${[...accounts].sort()[0] ?? ''}`;
    publish({
      facts: learn({
        // Another login: nothing that was known of the one before is true of it.
        ...(login === state.facts.login ? {} : { login, username: null, loginType: null }),
        accounts,
        selectedAccount: typeof selectedAccount === 'string' ? selectedAccount : null,
        isPaper: typeof isPaper === 'boolean' ? isPaper : null,
      }),
    });
    settle('ready', verdict);
    void identify();
  };

  /** Who is logged in, and on paper or live: a second witness beside `isPaper`. */
  const identify = async (): Promise<void> => {
    const answer = await caller.call(validate, {}, own);
    if (!answer.ok || state.status !== 'ready') return;
    const { USER_NAME, LOGIN_TYPE, loginType } = answer.value.data;
    const type = LOGIN_TYPE ?? loginType;
    publish({
      facts: learn({
        username: typeof USER_NAME === 'string' ? USER_NAME : state.facts.username,
        loginType: typeof type === 'number' ? type : null,
      }),
    });
  };

  const initialize = async (): Promise<void> => {
    if (clock.now() < (state.nextInitMs ?? 0)) return;
    publish({ nextInitMs: clock.now() + initDelayMs });
    initDelayMs = Math.min(initDelayMs * 2, longestInitDelayMs);
    const answer = await caller.call(initializeBrokerageSession, { publish: true, compete: false }, own);
    const verdict = answer.ok ? judgeStatus(answer.value.data) : judgeFailure(answer.error);
    // 200 with `authenticated: false` is a failed init; 401 and 410 need a login in the browser.
    if (verdict.status === 'competing' || verdict.status === 'not-logged-in') settle(verdict.status, verdict);
  };

  const look = async (): Promise<number> => {
    const wasReady = state.status === 'ready';
    const verdict = judgeTickle(await caller.call(tickle, {}, own));
    if (verdict.status === 'silence') {
      silences += 1;
      // One lost beat is forgiven and looked at again soon; two are a lost link.
      if (wasReady && silences < 2) return 1_000;
      settle('link-lost', verdict);
      return lookAgainMs['link-lost'];
    }
    silences = 0;
    if (verdict.status === 'ready' && (!wasReady || primeAgain)) {
      primeAgain = false;
      await prime(verdict);
    } else settle(verdict.status, verdict);
    if (verdict.initHelps) await initialize();
    return lookAgainMs[state.status];
  };

  const loop = createTickleLoop({ clock, log }, look);

  return {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: loop.start,
    stop: loop.stop,
    takeOver: async () => {
      await caller.call(initializeBrokerageSession, { publish: true, compete: true }, own);
      initDelayMs = firstInitDelayMs;
      await loop.now();
      return state;
    },
    checkHealth: async () => {
      await loop.now();
      return state;
    },
    suspect: (reason) => {
      if (state.status !== 'ready') return;
      if (reason === 'socket-closed') primeAgain = true;
      else if (!telling.has(reason.code) || reason.path === validate.path) return;
      void loop.now();
    },
  };
}

const own = { bare: true, single: true, priority: 'session', timeoutMs: 6_000 } as const;
/** Failures of other calls that say something about the session. */
const telling = new Set<GatewayErrorCode>([
  'not-running',
  'connection-lost',
  'timeout',
  'not-logged-in',
  'no-brokerage-session',
  'competing-session',
  'certificate-untrusted',
  'certificate-changed',
  'certificate-expired',
  'certificate-host-mismatch',
]);
