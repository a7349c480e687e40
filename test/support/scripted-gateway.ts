import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { WebSocketServer, type WebSocket } from 'ws';

/** One request as the server received it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly atMs: number;
}

export type Answer =
  | { readonly status?: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | {
      readonly status?: number;
      readonly text: string | Buffer;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Reads the request and never answers, hangs up, or hangs up in the middle of the answer. */
  | 'stall'
  | 'drop'
  | { readonly cutOff: string };

export interface ScriptedGateway {
  readonly url: string;
  readonly port: number;
  readonly cacert: string;
  readonly seen: SeenRequest[];
  /** Requests for one path below /v1/api, in order. */
  readonly at: (path: string) => SeenRequest[];
  answer: (request: SeenRequest) => Answer | Promise<Answer>;
  /** Websocket connections, newest last, and every frame they sent. */
  readonly sockets: WebSocket[];
  readonly frames: string[];
  onSocket: (socket: WebSocket, request: IncomingMessage) => void;
  readonly close: () => Promise<void>;
}

export interface Authority {
  readonly key: string;
  readonly cert: string;
}
export interface CertificateOptions {
  readonly authority?: Authority;
  readonly names?: ReadonlyArray<string>;
  readonly expired?: boolean;
  /** The port of one that is gone, to come back there. */
  readonly port?: number;
}

const dayMs = 86_400_000;

export async function createAuthority(name = 'Scripted authority'): Promise<Authority> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 10 * dayMs),
    notAfterDate: new Date(Date.now() + 10 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** A TLS server that answers as told and remembers what it was asked. Knows nothing of our code. */
export async function startScriptedGateway(options: CertificateOptions = {}): Promise<ScriptedGateway> {
  const authority = options.authority ?? (await createAuthority());
  const names = options.names ?? ['127.0.0.1', 'localhost'];
  const server = await generate([{ name: 'commonName', value: names[0] ?? '' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 5 * dayMs),
    notAfterDate: new Date(Date.now() + (options.expired === true ? -1 : 5) * dayMs),
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: names.map((name) =>
          /^[\d.]+$/.test(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name },
        ),
      },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'scripted-gateway-'));
  const cacert = join(folder, 'ca.pem');
  writeFileSync(cacert, authority.cert);

  const web = createServer(
    { key: server.private, cert: server.cert },
    (request, response) => void receive(request, response),
  );
  const sockets = new WebSocketServer({ server: web });
  const gateway: Omit<ScriptedGateway, 'url' | 'port' | 'close'> = {
    cacert,
    seen: [],
    at: (path) => gateway.seen.filter((one) => one.path === `/v1/api${path}`),
    answer: () => ({ json: {} }),
    sockets: [],
    frames: [],
    onSocket: () => undefined,
  };
  sockets.on('connection', (socket, request) => {
    gateway.sockets.push(socket);
    socket.on('message', (data: Buffer) => gateway.frames.push(data.toString()));
    socket.on('error', () => undefined);
    gateway.onSocket(socket, request);
  });

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const seen = {
      method: request.method ?? '',
      path,
      query,
      body: Buffer.concat(chunks).toString(),
      headers: request.headers,
      atMs: performance.now(),
    };
    gateway.seen.push(seen);
    send(await gateway.answer(seen), request, response);
  };

  await new Promise<void>((resolve) => web.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = web.address() as AddressInfo;
  return Object.assign(gateway, {
    port,
    url: `https://127.0.0.1:${port}/v1/api`,
    close: async () => {
      for (const socket of gateway.sockets) socket.terminate();
      web.closeAllConnections();
      await new Promise((resolve) => web.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

function send(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  if (answer === 'stall') return;
  if (answer === 'drop') return void request.socket.destroy();
  if ('cutOff' in answer) {
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': String(answer.cutOff.length + 50),
    });
    response.write(answer.cutOff, () => setImmediate(() => request.socket.destroy()));
    return;
  }
  const text = 'text' in answer ? answer.text : JSON.stringify(answer.json);
  response.writeHead(answer.status ?? 200, { 'Content-Type': 'application/json', ...answer.headers });
  response.end(text);
}
