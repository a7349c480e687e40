import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:https';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { createFrameFaults } from './faults/frames';
import type { Host } from './host';
import { openConnection } from './topics/connection';

/** The websocket at `/v1/api/ws`. */
export function attachSockets(server: Server, host: Host): { readonly close: () => void } {
  const sockets = new WebSocketServer({ noServer: true });
  let count = 0;
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'https://gateway');
    if (!/^\/v1\/(api|portal)\/ws\/?$/.test(pathname)) {
      refuse(socket, 404);
      return;
    }
    const struck = host.faults.strike('ws-open', { path: '/ws' });
    if (struck?.action.kind === 'status') {
      refuse(socket, struck.action.status, struck.action.text);
      return;
    }
    if (struck?.action.kind === 'hang') return;
    if (struck !== null && struck.action.kind !== 'delay') {
      socket.destroy();
      return;
    }
    const upgrade = () =>
      sockets.handleUpgrade(request, socket, head, (client) => connect(host, client, request, ++count));
    if (struck?.action.kind === 'delay') host.clock.after(struck.action.ms, upgrade);
    else upgrade();
  });
  const dropAll = () => {
    for (const client of sockets.clients) client.terminate();
  };
  host.onRestart(dropAll);
  host.onBroadcast((message) => {
    for (const client of sockets.clients)
      if (client.readyState === client.OPEN) client.send(JSON.stringify(message));
  });
  return {
    close: () => {
      dropAll();
      sockets.close();
    },
  };
}

function refuse(socket: Duplex, status: number, text = ''): void {
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-type: text/html\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}

function connect(host: Host, client: WebSocket, request: IncomingMessage, number: number): void {
  const write = (data: string | Buffer, binary = false) => {
    if (client.readyState === client.OPEN) client.send(data, { binary });
  };
  const frames = createFrameFaults(host, {
    write,
    close: (code) => client.close(code),
    terminate: () => client.terminate(),
  });
  const connection = openConnection(host.world(), sessionCookie(request.headers.cookie), {
    send: frames.out,
    close: (code) => client.close(code),
    topics: (topics) => void host.truth.streams.set(number, topics),
  });
  host.truth.streams.set(number, new Set());
  client.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    host.truth.frameIn(text);
    frames.in(text, connection.receive);
  });
  const end = () => {
    host.truth.streams.delete(number);
    connection.end();
  };
  client.on('close', end);
  client.on('error', end);
}

/** `api={"session":"…"}` from the gateway's clients, `api=…` from OAuth's. */
function sessionCookie(header: string | undefined): string | null {
  const value = /(?:^|;\s*)api=(.*?)(?:;\s|$)/.exec(header ?? '')?.[1];
  if (value === undefined) return null;
  const text = decode(value).trim();
  return /"session"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? text;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
