import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:https';
import { WebSocketServer, type WebSocket } from 'ws';
import { openConnection } from './topics/connection';
import type { World } from './world';

/** The websocket at `/v1/api/ws`. */
export function attachSockets(server: Server, world: World): { readonly close: () => void } {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'https://gateway');
    if (!/^\/v1\/(api|portal)\/ws\/?$/.test(pathname)) {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => connect(world, client, request));
  });
  return {
    close: () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function connect(world: World, client: WebSocket, request: IncomingMessage): void {
  const connection = openConnection(world, sessionCookie(request.headers.cookie), {
    send: (frame) => {
      if (client.readyState === client.OPEN) client.send(frame);
    },
    close: (code) => client.close(code),
  });
  client.on('message', (data: Buffer) => connection.receive(data.toString('utf8')));
  client.on('close', () => connection.end());
  client.on('error', () => connection.end());
}

/** `api={"session":"…"}` from the gateway's clients, `api=…` from OAuth's. */
function sessionCookie(header: string | undefined): string | null {
  const value = /(?:^|;\s*)api=(.*?)(?:;\s|$)/.exec(header ?? '')?.[1];
  if (value === undefined) return null;
  const text = decodeURIComponent(value).trim();
  return /"session"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? text;
}
