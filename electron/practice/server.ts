import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { dispatch, type WireRequest } from './http/dispatch';
import type { Reply } from './http/reply';
import { attachSockets } from './socket';
import type { World } from './world';

export interface RunningServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const largestBody = 10_000_000;

/** HTTPS and WSS on 127.0.0.1. Rejects when the port is taken. */
export async function startServer(
  world: World,
  tls: { readonly key: string; readonly cert: string },
  port: number,
): Promise<RunningServer> {
  const server = createServer(
    { key: tls.key, cert: tls.cert, keepAliveTimeout: 65_000 },
    (request, response) => {
      void serve(world, request, response);
    },
  );
  const connections = trackConnections(server);
  const sockets = attachSockets(server, world);
  await listen(server, port);
  const close = () =>
    new Promise<void>((resolve) => {
      sockets.close();
      server.close(() => resolve());
      for (const connection of connections) connection.destroy();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request).catch(() => null);
  if (body === null) {
    request.destroy();
    return;
  }
  const wire: WireRequest = {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: request.headers,
    body,
  };
  send(response, dispatch(world, wire));
}

function send(response: ServerResponse, reply: Reply): void {
  const text = reply.text ?? JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    'content-type':
      reply.contentType ?? (reply.text === undefined ? 'application/json;charset=utf-8' : 'text/plain'),
    'content-length': Buffer.byteLength(text),
    ...reply.headers,
  });
  response.end(text);
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

function trackConnections(server: Server): Set<Socket> {
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  return connections;
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
