import { z } from 'zod';
import { inBody } from '../arguments';
import { endpoint } from '../endpoint';
import { judgeHealth, healthWire } from '../health';
import { figure, flag, label, part, row } from '../wire';

const authStatus = row({
  authenticated: flag,
  connected: flag,
  competing: flag,
  established: flag,
  message: label,
  fail: label,
  MAC: label,
  serverInfo: part,
});

const tickleAnswer = row({
  session: label,
  ssoExpires: figure,
  collission: flag,
  userId: label,
  hmds: part,
  iserver: row({ authStatus: authStatus.nullish().catch(null) })
    .nullish()
    .catch(null),
  error: label,
});

export const tickle = endpoint({
  area: 'session',
  verb: 'POST',
  path: '/tickle',
  parameters: {},
  wire: tickleAnswer,
  priority: 'session',
  errorMemberIsData: true,
  pacing: { intervalMs: 1_000 },
  docs: {
    purpose: 'Keeps the session alive and tells its state. Wanted about once a minute.',
    returns:
      '`session` (for the websocket), `ssoExpires` in ms, `iserver.authStatus`. `{error}` with 200 means no session.',
    pacing: '1 request per s',
    source: 'OpenAPI 2.28',
  },
});

const authenticationStatus = endpoint({
  area: 'session',
  verb: 'POST',
  path: '/iserver/auth/status',
  parameters: {},
  wire: authStatus,
  priority: 'session',
  docs: {
    purpose: 'State of the brokerage session.',
    returns:
      '`authenticated`, `connected`, `competing`, `established` where the gateway knows it; absent means unknown.',
    source: 'OpenAPI 2.28',
  },
});

export const initializeBrokerageSession = endpoint({
  area: 'session',
  verb: 'POST',
  path: '/iserver/auth/ssodh/init',
  parameters: {
    publish: inBody(z.literal(true).default(true), 'Always true; IBKR answers 500 to false.'),
    compete: inBody(
      z.boolean().default(false),
      'True takes the session away from TWS or mobile. Default false.',
    ),
  },
  wire: authStatus,
  priority: 'session',
  beginsSession: true,
  docs: {
    purpose: 'Opens the brokerage session after the login in the browser.',
    returns: 'The authentication status. A 200 with `authenticated: false` is a failed start.',
    errors: '`not-logged-in` (401, 410 after a logout).',
    source: 'OpenAPI 2.28; default of `compete` differs from the reference on purpose',
    example: { publish: true, compete: false },
  },
});

export const validate = endpoint({
  area: 'session',
  verb: 'GET',
  path: '/sso/validate',
  parameters: {},
  wire: row({
    RESULT: flag,
    USER_ID: label,
    USER_NAME: label,
    EXPIRES: figure,
    LOGIN_TYPE: figure,
    loginType: figure,
  }),
  priority: 'session',
  pacing: { quotaMs: 60_000 },
  docs: {
    purpose: 'Checks the login itself.',
    returns: '`RESULT`, `EXPIRES` in ms, `LOGIN_TYPE` 1 live or 2 paper. Kept for a minute.',
    pacing: '1 request per min',
    source: 'OpenAPI 2.28',
  },
});

export const sessionEndpoints = {
  authenticationStatus,
  initializeBrokerageSession,
  logout: endpoint({
    area: 'session',
    verb: 'POST',
    path: '/logout',
    parameters: {},
    wire: row({ status: flag, confirmed: flag }),
    priority: 'session',
    beginsSession: true,
    docs: {
      purpose: 'Ends the session; a human must log in again in the browser.',
      returns: '`{status: true}`.',
      source: 'OpenAPI 2.28',
    },
  }),
  tickle,
  reauthenticate: endpoint({
    area: 'session',
    verb: 'POST',
    path: '/iserver/reauthenticate',
    parameters: {},
    wire: row({ message: label }),
    priority: 'session',
    beginsSession: true,
    docs: {
      purpose: 'Deprecated by IBKR in favour of initializeBrokerageSession. Works in the background.',
      returns: '`{message: "triggered"}`.',
      source: 'HTML documentation; gone from OpenAPI 2.28',
    },
  }),
  validate,
  checkHealth: endpoint({
    area: 'session',
    verb: 'POST',
    path: '/tickle',
    parameters: {},
    wire: healthWire,
    docs: {
      purpose:
        'Whether orders and data can be expected to work now. Never an error: what is wrong is the answer.',
      returns:
        '`healthy`, `reason` (`healthy`, `unauthenticated`, `competing`, `disconnected`, `invalid`, `unreachable`), the three flags or `null`, and the `raw` answer.',
      pacing: 'as tickle; one attempt of at most 5 s',
      source: 'BEHAVIOUR §14',
    },
    run: async (caller) => {
      const answer = await caller.call(tickle, {}, { single: true, timeoutMs: 5_000 });
      const request = { url: caller.url('/tickle') };
      const status = (raw: unknown): unknown =>
        z.looseObject({ iserver: row({ authStatus: z.unknown() }) }).safeParse(raw).data?.iserver.authStatus;
      return judgeHealth(answer, request, status);
    },
  }),
  checkAuthStatus: endpoint({
    area: 'session',
    extra: true,
    verb: 'POST',
    path: '/iserver/auth/status',
    parameters: {},
    wire: healthWire,
    docs: {
      purpose: 'The decision of checkHealth, taken from the authentication status.',
      returns: 'as checkHealth',
      source: 'IBind 0.1.21',
    },
    run: async (caller) => {
      const answer = await caller.call(authenticationStatus, {}, { single: true, timeoutMs: 5_000 });
      return judgeHealth(answer, { url: caller.url('/iserver/auth/status') }, (raw) => raw);
    },
  }),
} as const;
