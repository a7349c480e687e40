import { err, ok, type Result } from '../../shared/result';
import type { Clock } from '../support/clock';
import type { Log } from '../support/log';
import { joinUrl, resolveBaseUrl, type GatewayAddress } from './base-url';
import type { Caller } from './caller';
import { createCaller } from './create-caller';
import type { Area, CallOptions, Endpoint, MethodsOf } from './endpoint';
import { receiveBrokerageAccounts } from './endpoints/accounts';
import { portfolioAccounts } from './endpoints/portfolio';
import { tickle } from './endpoints/session';
import type { GatewayError } from './gateway-error';
import { createHttp } from './http';
import { createOrderSender, type OrderSender } from './order-sender';
import { createOrderStream } from './order-stream';
import { createPacing, type PacingMemory } from './pacing';
import { declarations } from './registry';
import { createSession, type SessionMachine } from './session';
import { judgeTickle } from './session-judge';
import { createSocket, type GatewaySocket, type SocketSession } from './socket';
import type { LinkEnd } from './socket-link';
import { createTrust, type CertificatePin, type Trust } from './tls';

export interface GatewayConfig extends GatewayAddress {
  /** PEM file of the CA that signs the gateway's certificate; the system's CAs without it. */
  readonly cacertPath?: string;
  /** The certificate pinned for this gateway, if any; asked anew for each connection. */
  readonly pin?: () => CertificatePin | null;
  /** Deadline of one read, 10 s unless given; order requests always have 15 s. */
  readonly timeoutMs?: number;
  readonly userAgent?: string;
  readonly defaultAccountId?: string;
  /** The user's market-data lines, 100 unless given. */
  readonly marketDataLines?: number;
}

type Declarations = typeof declarations;
type Methods = { readonly [A in Area]: MethodsOf<Declarations[A]> };

/**
 * Interactive Brokers' Client Portal Gateway, whole: `gateway.<area>.<method>(arguments)` for every declaration,
 * order primitives, the session machine and the websocket. Expected failures are values.
 */
export interface Gateway extends Omit<Methods, 'orders'> {
  readonly orders: Methods['orders'] & OrderSender;
  readonly sessionMachine: SessionMachine;
  readonly socket: GatewaySocket;
  /** While held, reads of /iserver wait: IBKR forgets an open question when something else is asked. */
  readonly holdReads: () => () => void;
  readonly baseUrl: string;
  /** The account used where none is given; switchAccount changes it. */
  readonly defaultAccountId: () => string | null;
  /** Stops everything; requests still waiting are answered with `stopped`. */
  readonly close: () => void;
}

export function createGateway(
  config: GatewayConfig,
  {
    clock,
    log,
    pacingMemory,
  }: {
    readonly clock: Clock;
    readonly log: Log;
    /** Outlives the program; without it each start counts from nothing. */
    readonly pacingMemory?: PacingMemory;
  },
): Gateway {
  const baseUrl = resolveBaseUrl(config);
  const userAgent = config.userAgent ?? 'Portico';
  const trust = trustFor(baseUrl, config, clock);
  const http = createHttp({ trust, clock, userAgent, maxAnswerBytes });
  const pacing = createPacing(clock, pacingMemory);
  const caller: Caller = createCaller({
    clock,
    log,
    http,
    pacing,
    url: (path) => joinUrl(baseUrl, path),
    timeoutMs: config.timeoutMs ?? 10_000,
    defaultAccountId: config.defaultAccountId,
    preflights: {
      accounts: receiveBrokerageAccounts,
      portfolio: portfolioAccounts,
    },
    onTrouble: (error) => sessionMachine.suspect(error),
  });
  const sessionMachine = createSession({ caller, clock, log });
  const orderStream = createOrderStream(caller, clock, () => socket.state().status === 'live');
  const socket: GatewaySocket = createSocket({
    clock,
    log,
    trust,
    userAgent,
    url: joinUrl(baseUrl, 'ws').replace(/^http/, 'ws'),
    marketDataLines: config.marketDataLines ?? 100,
    session: () => socketSession(caller),
    onClosed: () => sessionMachine.suspect('socket-closed'),
    ordersPrimed: orderStream.primed,
  });
  let lastStatus = sessionMachine.state().status;
  sessionMachine.onChange(({ status }) => {
    // Perhaps another process answers next, which has never been asked for the accounts.
    if (status !== lastStatus && status !== 'ready') caller.preflight.reset();
    lastStatus = status;
    if (status === 'ready') socket.kick();
  });
  // `sts` says it within a second; the next tickle may be most of a minute away.
  socket.onEvent(({ kind }) => {
    if (kind === 'sts') void sessionMachine.checkHealth();
  });

  const methods = Object.fromEntries(
    Object.entries(declarations).map(([area, group]) => [
      area,
      methodsOf(caller, group as unknown as Readonly<Record<string, Endpoint>>),
    ]),
    // Built from the declarations one by one; the mapped type says the same once for all of them.
  ) as unknown as Methods;

  return {
    ...methods,
    orders: {
      ...methods.orders,
      ...createOrderSender(caller),
      liveOrders: async (input = {}, options = {}) => {
        const answer = await methods.orders.liveOrders(input, options);
        if (answer.ok) orderStream.heard([input.filters ?? []].flat().length > 0);
        return answer;
      },
    },
    sessionMachine,
    socket,
    holdReads: caller.holdReads,
    baseUrl,
    defaultAccountId: caller.account.current,
    close: () => {
      sessionMachine.stop();
      socket.stop();
      pacing.stop();
      http.close();
    },
  };
}

/** No answer of the gateway comes near it; a bomb stops here — FAULTS C17, C18. */
const maxAnswerBytes = 32 * 1024 * 1024;

function methodsOf(caller: Caller, group: Readonly<Record<string, Endpoint>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(group).map(([name, endpoint]) => [
      name,
      (input: Readonly<Record<string, unknown>> = {}, options: CallOptions = {}) =>
        caller.call(endpoint, input, options),
    ]),
  );
}

/** Only HTTPS is ever spoken: an address that says otherwise is refused before anything is sent. */
function trustFor(baseUrl: string, { cacertPath, pin }: GatewayConfig, clock: Clock): Trust {
  const { protocol, hostname, port } = new URL(baseUrl);
  if (protocol !== 'https:') {
    return {
      connect: () =>
        Promise.resolve(err({ code: 'not-tls', detail: `the address begins with ${protocol}//` })),
    };
  }
  return createTrust({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 443 : Number(port),
    clock,
    ...(cacertPath === undefined ? {} : { cacertPath }),
    ...(pin === undefined ? {} : { pin }),
  });
}

async function socketSession(caller: Caller): Promise<Result<SocketSession, LinkEnd>> {
  const answer = await caller.call(
    tickle,
    {},
    { bare: true, single: true, priority: 'session', timeoutMs: 6_000 },
  );
  const verdict = judgeTickle(answer);
  const error: GatewayError | null = verdict.error;
  if (error !== null) return err({ code: error.code, detail: error.detail ?? error.message });
  if (verdict.status === 'not-logged-in' && verdict.sessionId === null)
    return err({ code: 'not-logged-in', detail: 'no session' });
  // Quotes are refused with "No accounts" where nobody has read them in this session — GATEWAY_FACTS §5.
  if (verdict.status === 'ready' && !caller.preflight.isDone('accounts'))
    await caller.call(receiveBrokerageAccounts, {}, { bare: true, single: true, timeoutMs: 3_000 });
  return ok({ sessionId: verdict.sessionId, authenticated: verdict.status === 'ready' });
}
