import { Agent } from 'node:https';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import axios, { AxiosError } from 'axios';
import type { Clock } from '../support/clock';
import type { GatewayErrorCode } from './gateway-error';
import type { ConnectFailure, Trust } from './tls';

interface HttpRequest {
  readonly requestId: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly body?: string;
  /** One absolute deadline over connecting, sending and receiving. */
  readonly deadlineMs: number;
  /** For writes: asked when the connection stands, right before the first byte; false: nothing is sent. */
  readonly mayLeave?: () => boolean;
}

export interface HttpReply {
  readonly kind: 'reply';
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
  readonly location: string | null;
}

/** No whole answer. `bytesWritten` 0 is proof that nothing of the request left this machine. */
export interface HttpFailure {
  readonly kind: 'failure';
  readonly code: GatewayErrorCode;
  readonly detail: string;
  readonly bytesWritten: number;
}
export type HttpOutcome = HttpReply | HttpFailure;

export interface Http {
  /** Sends once. GETs share kept-alive connections; every other verb gets its own and closes it. */
  readonly send: (request: HttpRequest) => Promise<HttpOutcome>;
  readonly close: () => void;
}

interface HttpOptions {
  readonly trust: Trust;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly maxAnswerBytes: number;
}

/**
 * axios over our own verified connections: no redirects, no proxy, no repetition.
 * A write goes on a fresh connection because a reused one may be closed by the server in the same moment, and
 * then nobody knows whether the order arrived — ORDER_SAFETY §2.
 */
export function createHttp(options: HttpOptions): Http {
  const { trust, clock } = options;
  const shared = new Agent({ keepAlive: true, maxSockets: 10, maxFreeSockets: 4 });
  useConnections(shared, () => trust.connect(connectTimeoutMs));
  const sent = new Set<string>();

  const sendRead = async (request: HttpRequest): Promise<HttpOutcome> => {
    const outcome = await exchange(options, request, shared);
    return outcome.kind === 'failure' ? { ...outcome, bytesWritten: outcome.bytesWritten ?? 1 } : outcome;
  };

  const sendOnce = async (request: HttpRequest): Promise<HttpOutcome> => {
    if (sent.has(request.requestId)) throw new Error(`Request ${request.requestId} was already sent`);
    sent.add(request.requestId);
    const startedMs = clock.monotonicMs();
    const connection = await trust.connect(Math.min(connectTimeoutMs, request.deadlineMs));
    if (!connection.ok) return { kind: 'failure', ...connection.error, bytesWritten: 0 };
    const socket = connection.value;
    // Seconds may have passed since the press: the kill switch, a sleep, the end of the session.
    if (request.mayLeave?.() === false) {
      socket.destroy();
      return withdrawn;
    }
    // keepAlive false (and no maxSockets) makes Node send "Connection: close"; this agent knows one socket only.
    const single = new Agent({ keepAlive: false });
    useConnections(single, () => Promise.resolve({ ok: true, value: socket }));
    const deadlineMs = Math.max(1, request.deadlineMs - (clock.monotonicMs() - startedMs));
    const outcome = await exchange(options, { ...request, deadlineMs }, single);
    const bytesWritten = socket.bytesWritten;
    socket.destroy();
    return outcome.kind === 'failure' ? { ...outcome, bytesWritten } : outcome;
  };

  return {
    send: async (request) => {
      // axios would speak plain HTTP to such an address; the trust is asked only for HTTPS.
      if (!request.url.startsWith('https://')) return plainAddress;
      return request.method === 'GET' ? sendRead(request) : sendOnce(request);
    },
    close: () => shared.destroy(),
  };
}

const plainAddress: HttpFailure = {
  kind: 'failure',
  code: 'not-tls',
  detail: 'the address is not https://',
  bytesWritten: 0,
};
const withdrawn: HttpFailure = {
  kind: 'failure',
  code: 'stopped',
  detail: 'sending was stopped before anything left',
  bytesWritten: 0,
};
const connectTimeoutMs = 6_000;

class ConnectError extends Error {
  readonly failure: ConnectFailure;
  constructor(failure: ConnectFailure) {
    super(failure.detail);
    this.failure = failure;
  }
}

type Connect = () => ReturnType<Trust['connect']>;

/** Node's agents accept an asynchronous createConnection; the types of Node 20 do not show it. */
function useConnections(agent: Agent, connect: Connect): void {
  const createConnection = (_: unknown, done: (error: Error | null, socket?: Duplex) => void): undefined => {
    connect().then(
      (result) => (result.ok ? done(null, ready(result.value)) : done(new ConnectError(result.error))),
      (cause: unknown) => done(cause instanceof Error ? cause : new Error(String(cause))),
    );
  };
  Object.assign(agent, { createConnection });
}

// Without a listener an error between the handshake and the request would end the process.
const ready = (socket: TLSSocket): TLSSocket => socket.on('error', () => undefined);

async function exchange(
  { clock, userAgent, maxAnswerBytes }: HttpOptions,
  request: HttpRequest,
  agent: Agent,
): Promise<HttpReply | (Omit<HttpFailure, 'bytesWritten'> & { bytesWritten?: number })> {
  const abort = new AbortController();
  const cancel = clock.after(request.deadlineMs, () => abort.abort());
  try {
    const response = await axios.request<ArrayBuffer>({
      method: request.method,
      url: request.url,
      data: request.body,
      httpsAgent: agent,
      maxRedirects: 0,
      proxy: false,
      responseType: 'arraybuffer',
      validateStatus: () => true,
      transformRequest: [(data: unknown) => data],
      transformResponse: [(data: unknown) => data],
      maxContentLength: maxAnswerBytes,
      signal: abort.signal,
      headers: {
        Accept: 'application/json, text/plain, */*',
        'User-Agent': userAgent,
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
    });
    return {
      kind: 'reply',
      status: response.status,
      text: new TextDecoder().decode(response.data),
      retryAfter: header(response.headers['retry-after']),
      location: header(response.headers['location']),
    };
  } catch (cause) {
    if (abort.signal.aborted)
      return { kind: 'failure', code: 'timeout', detail: `no answer within ${request.deadlineMs} ms` };
    return explain(cause);
  } finally {
    cancel();
  }
}

const header = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function explain(cause: unknown): Omit<HttpFailure, 'bytesWritten'> & { bytesWritten?: number } {
  const connectError =
    cause instanceof AxiosError && cause.cause instanceof ConnectError ? cause.cause : cause;
  if (connectError instanceof ConnectError)
    return { kind: 'failure', ...connectError.failure, bytesWritten: 0 };
  const detail = cause instanceof Error ? cause.message : String(cause);
  if (/maxContentLength/.test(detail)) return { kind: 'failure', code: 'too-large', detail };
  const code = cause instanceof AxiosError ? (cause.code ?? '') : '';
  return { kind: 'failure', code: 'connection-lost', detail: code === '' ? detail : `${code}: ${detail}` };
}
