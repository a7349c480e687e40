import { readFileSync } from 'node:fs';
import { Agent, request as httpsRequest } from 'node:https';
import { WebSocket } from 'ws';
import { createClock, type PracticeClock } from '../clock';
import { startGateway, type GatewayOptions, type PracticeGateway } from '../gateway';

export interface Answer {
  readonly status: number;
  /** Parsed JSON, or the text when it is none. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface TestSocket {
  readonly frames: Record<string, unknown>[];
  readonly send: (text: string) => void;
  /** Resolves with the first frame, past or future, that passes. */
  readonly until: (test: (frame: Record<string, unknown>) => boolean) => Promise<Record<string, unknown>>;
  readonly close: () => void;
  /** Resolves when either side has ended it. */
  readonly closed: Promise<void>;
}

export interface TestGateway {
  readonly gateway: PracticeGateway;
  readonly clock: PracticeClock;
  readonly account: string;
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  readonly socket: (cookie?: string) => Promise<TestSocket>;
  readonly stop: () => Promise<void>;
}

/** A Monday afternoon, so that nothing depends on the day the tests run. */
export const testStartMs = Date.UTC(2026, 10, 23, 15);

/** A gateway on real sockets with a clock that stands still until advanced; requests are not counted unless asked. */
export async function startTestGateway(
  options: GatewayOptions & { readonly ready?: boolean } = {},
): Promise<TestGateway> {
  const clock = options.clock ?? createClock({ startMs: testStartMs, manual: true });
  const gateway = await startGateway({ penaltyMs: null, ...options, clock });
  const ca = readFileSync(gateway.cacert, 'utf8');
  const agent = new Agent({ ca, keepAlive: true });
  const call: TestGateway['call'] = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const request = httpsRequest(`${gateway.url}${path}`, {
        method,
        agent,
        headers: { ...type, 'content-length': Buffer.byteLength(text), ...headers },
      });
      request.on('error', reject);
      request.on('response', (response) => {
        let received = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (received += chunk));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('aborted')));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: parse(received), headers: response.headers }),
        );
      });
      request.end(text);
    });
  if (options.ready !== false) {
    await call('GET', '/iserver/accounts');
    await call('GET', '/portfolio/accounts');
  }
  const account = gateway.host.world().accounts[0]?.id ?? '';
  return {
    gateway,
    clock,
    account,
    call,
    socket: (cookie) => openSocket(gateway, ca, cookie ?? gateway.host.world().session.token),
    stop: async () => {
      agent.destroy();
      await gateway.stop();
    },
  };
}

function openSocket(gateway: PracticeGateway, ca: string, token: string): Promise<TestSocket> {
  const client = new WebSocket(gateway.wsUrl, { ca, headers: { cookie: `api={"session": "${token}"}` } });
  const frames: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  client.on('message', (data: Buffer) => {
    frames.push(parse(data.toString('utf8')) as Record<string, unknown>);
    for (const look of waiting) look();
  });
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
  const until: TestSocket['until'] = (test) =>
    new Promise((resolve) => {
      const look = () => {
        const found = frames.find(test);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return new Promise((resolve, reject) => {
    client.on('open', () =>
      resolve({ frames, until, closed, send: (text) => client.send(text), close: () => client.terminate() }),
    );
    client.on('error', reject);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
