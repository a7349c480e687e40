import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '../host';
import { controlRoutes, type ControlAnswer } from './routes';

export interface ControlServer {
  readonly url: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/**
 * The way in for tests and people, never for the app: plain HTTP on 127.0.0.1, every request with
 * `Authorization: Bearer TOKEN`. The token is in the start line only.
 */
export async function startControl(host: Host, port: number): Promise<ControlServer> {
  const token = randomBytes(24).toString('hex');
  const server = createServer((request, response) => {
    void handle(host, token, request).then(({ status, body }) => {
      const text = JSON.stringify(body);
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    });
  });
  await listen(server, port);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token, close };
}

async function handle(host: Host, token: string, request: IncomingMessage): Promise<ControlAnswer> {
  if (!isAuthorized(request, token))
    return {
      status: 401,
      body: { error: 'Send the token of the start line as "Authorization: Bearer TOKEN".' },
    };
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://control');
  const name = `${request.method ?? 'GET'} ${pathname.replace(/\/+$/, '')}`;
  const route = controlRoutes[name];
  if (route === undefined)
    return { status: 404, body: { error: `There is no ${name}.`, routes: Object.keys(controlRoutes) } };
  try {
    const text = await readText(request);
    return route(host, text.trim() === '' ? null : (JSON.parse(text) as unknown), searchParams);
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

function isAuthorized(request: IncomingMessage, token: string): boolean {
  const header = request.headers.authorization ?? '';
  const offered = header.startsWith('Bearer ')
    ? header.slice(7)
    : String(request.headers['x-practice-token'] ?? '');
  return offered.length === token.length && timingSafeEqual(Buffer.from(offered), Buffer.from(token));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
