// Seam: the test proxy fails exactly as asked, so that a fault test blames the app and not its tool.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startGatewayProxy, type GatewayProxy } from '../support/gateway-proxy';

let echo: Server;
let proxy: GatewayProxy;
const clients: Socket[] = [];

beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await startGatewayProxy((echo.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  echo.close();
});

const dial = async (): Promise<Socket> => {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  await once(socket, 'connect');
  return socket;
};
const said = (socket: Socket): (() => string) => {
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
};

test('passes bytes both ways, and the end of them', async () => {
  const socket = await dial();
  const heard = said(socket);
  socket.end('hello');
  await once(socket, 'end');
  expect(heard()).toBe('hello');
  expect(proxy.connectionCount()).toBe(1);
  expect(proxy.bytesSeen('from-gateway')).toBe(5);
});

test('cut resets what is open and refuses what is new; restore serves the same port', async () => {
  const socket = await dial();
  const heard = said(socket);
  socket.write('there?');
  await vi.waitFor(() => expect(heard()).toBe('there?'));
  const broken = once(socket, 'error');
  await proxy.cut();
  expect(await broken).toMatchObject([{ code: 'ECONNRESET' }]);
  await expect(dial()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(proxy.openConnections()).toBe(0);
  await proxy.restore();
  const again = await dial();
  again.end();
  await once(again, 'close');
});

test('a stall of the answers lets the request through and keeps the answer until resume', async () => {
  proxy.stall('from-gateway');
  const socket = await dial();
  const heard = said(socket);
  socket.write('order');
  await vi.waitFor(() => expect(proxy.bytesSeen('from-gateway')).toBe(5));
  expect(heard()).toBe('');
  proxy.resume();
  await vi.waitFor(() => expect(heard()).toBe('order'));
});

test('a gateway that is not there looks like a broken connection', async () => {
  echo.close();
  await once(echo, 'close');
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  expect(await once(socket, 'error').catch((error: unknown) => [error])).toMatchObject([
    { code: 'ECONNRESET' },
  ]);
});
