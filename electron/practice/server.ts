import { createServer as createTlsServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import type { CertificateKind, TlsIdentity } from './certificates';
import { endConnection, sendReply } from './faults/deliver';
import { startProxyTrap } from './faults/proxy-trap';
import { pretended, transformReply } from './faults/transform';
import type { Action, Point } from './faults/rule';
import type { CertificateChoice, Host } from './host';
import { apiPath, dispatch, type WireRequest } from './http/dispatch';
import type { Reply } from './http/reply';
import { attachSockets } from './socket';
import type { WireEntry } from './truth';

export interface RunningServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const largestBody = 10_000_000;

/** HTTPS and WSS on 127.0.0.1, behind a plain TCP front where faults below TLS strike. Rejects when the port is taken. */
export async function startServer(
  host: Host,
  certificates: { readonly identity: (kind: CertificateKind) => TlsIdentity },
  port: number,
): Promise<RunningServer> {
  const connections = new Map<number, { readonly raw: Socket; readonly number: number }>();
  const server = createTlsServer(
    { ...certificates.identity('good'), keepAliveTimeout: 65_000 },
    (request, response) => {
      const connection = connections.get(request.socket.remotePort ?? 0);
      void serve(host, request, response, connection?.raw ?? request.socket, connection?.number ?? 0);
    },
  );
  const sockets = attachSockets(server, host);
  /** How many more connections see the certificate shown now, before the good one returns. */
  let wrongLeft = 0;
  const show = ({ kind, connections: times }: CertificateChoice) => {
    server.setSecureContext(certificates.identity(kind));
    wrongLeft = kind === 'good' ? 0 : times;
  };
  show(host.certificate());
  host.onCertificate(show);
  let count = 0;
  const front = createTcpServer((raw) => {
    const key = raw.remotePort ?? 0;
    connections.set(key, { raw, number: ++count });
    raw.once('close', () => connections.delete(key));
    raw.on('error', () => raw.destroy());
    accept(host, server, raw);
    // The handshake has taken its certificate by now.
    if (wrongLeft > 0 && --wrongLeft === 0) host.showCertificate({ kind: 'good', connections: Infinity });
  });
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject);
    front.listen(port, '127.0.0.1', () => {
      front.off('error', reject);
      resolve();
    });
  });
  const { port: bound } = front.address() as AddressInfo;
  const dropAll = () => {
    for (const { raw } of connections.values()) raw.destroy();
  };
  host.onListenOn((address) => {
    front.close();
    dropAll();
    // A machine without IPv6 then has nobody listening, which is the fault as well.
    front.on('error', () => {});
    front.listen(bound, address);
  });
  host.onDropConnections(dropAll);
  let trap: Awaited<ReturnType<typeof startProxyTrap>> | null = null;
  host.onTrapProxy(() => {
    if (trap !== null) return;
    void startProxyTrap(bound).then((started) => {
      trap = started;
      host.truth.proxy = started.report;
    });
  });
  const close = () =>
    new Promise<void>((resolve) => {
      sockets.close();
      trap?.close();
      front.close(() => resolve());
      dropAll();
    });
  return { port: bound, close };
}

function accept(host: Host, server: Server, raw: Socket): void {
  const struck = host.faults.strike('accept', {}) ?? host.faults.strike('tls', {});
  if (struck === null) {
    server.emit('connection', raw);
    return;
  }
  const { action } = struck;
  if (action.kind === 'delay') host.clock.after(action.ms, () => server.emit('connection', raw));
  else endConnection(action, raw);
}

/** Counts what may run side by side: a sixth history request is answered 429 while five are being answered. */
async function serve(
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
  raw: Socket,
  connection: number,
): Promise<void> {
  const end = host.pacing?.begin(request.method ?? 'GET', apiPath(request.url ?? '/').path);
  try {
    await serveCounted(host, request, response, raw, connection, end === null);
  } finally {
    end?.();
  }
}

/** One request through the points of FAULTS §0. */
async function serveCounted(
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
  raw: Socket,
  connection: number,
  crowded: boolean,
): Promise<void> {
  const method = request.method ?? 'GET';
  const { path, query } = apiPath(request.url ?? '/');
  let entry: WireEntry | null = null;
  const strike = async (point: Point): Promise<Action | null> => {
    const struck = host.faults.strike(point, { method, path });
    if (struck === null) return null;
    if (entry !== null) entry.fault = struck.id;
    if (struck.action.kind !== 'delay') return struck.action;
    await waited(host, struck.action);
    return null;
  };
  const ends = (action: Action | null): boolean => action !== null && endConnection(action, raw);

  const early = await strike('before-read');
  if (ends(early)) return;
  const body = await readBody(request).catch(() => null);
  if (body === null) {
    request.destroy();
    return;
  }
  entry = host.truth.record({ atMs: host.clock.now(), method, path, query, body: asJson(body), connection });
  const before = (await strike('after-read')) ?? (await strike('before-effect'));
  if (ends(before)) return;
  const wire: WireRequest = { method, url: request.url ?? '/', headers: request.headers, body };
  const decided = early ?? before;
  const reply = decided === null ? answer(host, wire, path, crowded) : transformReply(decided, pretended);
  entry.status = reply.status;
  const after = (await strike('after-effect')) ?? (await strike('before-headers'));
  if (ends(after)) return;
  const final = after === null ? reply : transformReply(after, reply);
  entry.status = final.status;
  sendReply(host.clock, response, raw, final, decided ?? after, {
    midBody: await strike('mid-body'),
    afterBody: await strike('after-body'),
  });
}

function answer(host: Host, wire: WireRequest, path: string, crowded: boolean): Reply {
  const verdict = crowded
    ? ({ violated: 'history 5 at once' } as const)
    : (host.pacing?.check(wire.method, path, wire.body) ?? 'fine');
  if (verdict === 'fine') return dispatch(host.world(), wire);
  host.truth.violation({ atMs: host.clock.now(), rule: verdict.violated, method: wire.method, path });
  return { status: 429, body: { error: 'Too many requests' } };
}

const waited = (host: Host, { ms, upToMs }: Extract<Action, { kind: 'delay' }>): Promise<void> =>
  new Promise((resolve) => {
    const extra = upToMs === undefined ? 0 : host.world().random.next() * Math.max(0, upToMs - ms);
    host.clock.after(ms + extra, resolve);
  });

function asJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestBody) reject(new Error('body too large'));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
    request.on('aborted', () => reject(new Error('aborted')));
  });
}
