// Seam: what the client keeps subscribed, when it says so, and how it comes back.
import { afterEach, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { createGateway, type Gateway } from '../../electron/gateway/gateway';
import { systemClock, type Clock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';
import { startScriptedGateway, type ScriptedGateway } from '../support/scripted-gateway';

const open: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const say = (socket: WebSocket | undefined, frame: unknown): void =>
  socket?.send(Buffer.from(JSON.stringify(frame)));
const ready = { authenticated: true, connected: true, competing: false, established: true };
const greet = (socket: WebSocket): void => {
  say(socket, { topic: 'system', success: 'user' });
  say(socket, { topic: 'sts', args: ready });
};

async function start(
  config: { lines?: number; speed?: number } = {},
): Promise<{ server: ScriptedGateway; gateway: Gateway }> {
  const server = await startScriptedGateway();
  open.push(server.close);
  server.answer = ({ path }) =>
    path.endsWith('/tickle')
      ? { json: { session: 'abc', iserver: { authStatus: ready } } }
      : { json: { accounts: ['U1'], RESULT: true, USER_NAME: 'me', LOGIN_TYPE: 2, isPaper: true } };
  server.onSocket = greet;
  const speed = config.speed ?? 1;
  const clock: Clock = {
    ...systemClock,
    now: () => Math.round(systemClock.now() * speed),
    monotonicMs: () => systemClock.monotonicMs() * speed,
    after: (delayMs, callback) => systemClock.after(delayMs / speed, callback),
    sleep: (delayMs) => systemClock.sleep(delayMs / speed),
  };
  const gateway = createGateway(
    { baseUrl: server.url, cacertPath: server.cacert, marketDataLines: config.lines ?? 100 },
    { clock, log: silentLog },
  );
  open.push(gateway.close);
  return { server, gateway };
}
const live = (gateway: Gateway): Promise<void> =>
  vi.waitFor(() => expect(gateway.socket.state().status).toBe('live'), 8_000);

it('authenticates with the session of the moment, and waits for sts', async () => {
  const { server, gateway } = await start();
  let cookie: string | undefined;
  server.onSocket = (socket, request) => {
    cookie = request.headers.cookie;
    say(socket, { topic: 'sts', args: { authenticated: false } });
  };
  gateway.socket.subscribe({ topic: 'spl' }, () => undefined);
  gateway.socket.start();
  await vi.waitFor(() => expect(gateway.socket.state().status).toBe('waiting'));
  expect(cookie).toBe('api={"session": "abc"}');
  expect(server.frames).toEqual([]);
  say(server.sockets[0], { topic: 'sts', args: { authenticated: true } });
  await vi.waitFor(() => expect(server.frames).toEqual(['spl+{}']));
  say(server.sockets[0], { topic: 'sts', args: { authenticated: false } });
  say(server.sockets[0], { topic: 'sts', args: { authenticated: true } });
  await vi.waitFor(() => expect(server.frames).toEqual(['spl+{}', 'spl+{}']));
});

it('shares one subscription, unites fields, merges deltas and ends with the last listener', async () => {
  const { server, gateway } = await start();
  gateway.socket.start();
  await live(gateway);
  const seen: unknown[] = [];
  const first = gateway.socket.subscribe({ topic: 'smd', conid: 8, fields: ['31'] }, () => undefined);
  const second = gateway.socket.subscribe({ topic: 'smd', conid: 8, fields: ['31', '84'] }, (update) =>
    seen.push(update),
  );
  await vi.waitFor(() =>
    expect(server.frames).toEqual(['smd+8+{"fields":["31"]}', 'smd+8+{"fields":["31","84"]}']),
  );
  say(server.sockets[0], { topic: 'smd+8', conid: 8, _updated: 2, '31': '5', '84': '4' });
  say(server.sockets[0], { topic: 'smd+8', conid: 8, _updated: 3, '31': '6' });
  say(server.sockets[0], { topic: 'smd+8', conid: 8, _updated: 1, '31': '1' });
  say(server.sockets[0], { topic: 'smd+8', error: 'no', code: 500 });
  await vi.waitFor(() => expect(seen).toHaveLength(3));
  expect(seen[1]).toMatchObject({ kind: 'data', changed: [{ '31': '6', '84': '4' }] });
  expect(seen[2]).toEqual({ kind: 'refused', topic: 'smd', message: 'no' });
  first();
  second();
  await vi.waitFor(() => expect(server.frames.at(-1)).toBe('umd+8+{}'));
});

it('cancels a history by the id the server gave it, also when it comes late', async () => {
  const { server, gateway } = await start();
  gateway.socket.start();
  await live(gateway);
  const history = { topic: 'smh', conid: 8, period: '1d', bar: '5min' } as const;
  const stop = gateway.socket.subscribe(history, () => undefined);
  await vi.waitFor(() =>
    expect(server.frames[0]).toContain('smh+8+{"exchange":"","period":"1d","bar":"5min"'),
  );
  stop();
  expect(server.frames).toHaveLength(1);
  say(server.sockets[0], { topic: 'smh+8', serverId: '77', data: [] });
  await vi.waitFor(() => expect(server.frames.at(-1)).toBe('umh+77'));
  for (let conid = 10; conid < 17; conid += 1)
    gateway.socket.subscribe({ ...history, conid }, () => undefined);
  await vi.waitFor(() => expect(server.frames.filter((frame) => frame.startsWith('smh+1'))).toHaveLength(5));
});

it('keeps the newest quotes within the lines, and takes the older back', async () => {
  const { server, gateway } = await start({ lines: 2 });
  gateway.socket.start();
  await live(gateway);
  const told: string[] = [];
  const stops = [1, 2, 3].map((conid) =>
    gateway.socket.subscribe({ topic: 'smd', conid, fields: ['31'] }, ({ kind }) =>
      told.push(`${conid} ${kind}`),
    ),
  );
  await vi.waitFor(() =>
    expect(server.frames).toEqual([
      'smd+1+{"fields":["31"]}',
      'smd+2+{"fields":["31"]}',
      'umd+1+{}',
      'smd+3+{"fields":["31"]}',
    ]),
  );
  stops[2]?.();
  await vi.waitFor(() => expect(server.frames.slice(4)).toEqual(['umd+3+{}', 'smd+1+{"fields":["31"]}']));
  expect(told).toEqual(['1 suspended', '1 resumed']);
});

it('executions count once, orders are merged, P&L too', async () => {
  const { server, gateway } = await start();
  gateway.socket.start();
  await live(gateway);
  const told: Record<string, unknown[]> = { str: [], sor: [], spl: [] };
  for (const topic of ['str', 'sor', 'spl'] as const) {
    gateway.socket.subscribe({ topic }, (update) =>
      update.kind === 'data' ? told[topic]?.push(update.changed) : undefined,
    );
  }
  const [socket] = server.sockets;
  for (const commission of [undefined, undefined, '1.0', '1.0'])
    say(socket, { topic: 'str', args: [{ execution_id: 'e', size: 1, commission }] });
  say(socket, { topic: 'sor', args: [{ orderId: 1, status: 'Submitted', ticker: 'IBM' }] });
  say(socket, { topic: 'sor', args: [{ orderId: 1, status: 'Filled' }] });
  say(socket, { topic: 'spl', args: { 'U1.Core': { dpl: 1, nl: 2 } } });
  say(socket, { topic: 'spl', args: { 'U1.Core': { dpl: 3 } } });
  await vi.waitFor(() => expect(told['spl']).toHaveLength(2));
  expect(told['str']).toHaveLength(2);
  expect(told['sor']?.[1]).toEqual([{ orderId: 1, status: 'Filled', ticker: 'IBM' }]);
  expect(told['spl']?.[1]).toEqual([{ key: 'U1.Core', dpl: 3, nl: 2 }]);
});

it('survives frames that nobody should send', async () => {
  const { server, gateway } = await start();
  gateway.socket.start();
  await live(gateway);
  const seen: unknown[] = [];
  gateway.socket.subscribe({ topic: 'smd', conid: 8, fields: ['31'] }, (update) => seen.push(update));
  const [socket] = server.sockets;
  for (const junk of [
    '',
    '[]',
    '[1',
    'null',
    '7',
    '{"topic":7}',
    '{"topic":"zzz"}',
    '{"error":{"a":1}}',
    '{"topic":"smd"}',
    '{"topic":"sor","args":7}',
    '{"topic":"spl","args":[]}',
  ])
    socket?.send(junk);
  socket?.send(Buffer.from([0xff, 0xfe, 0x00]));
  say(socket, { topic: 'smd+8', '31': '5' });
  await vi.waitFor(() => expect(seen).toHaveLength(1));
});

it('comes back after a close with everything, and asks for the truth to be read again', async () => {
  const { server, gateway } = await start({ speed: 4 });
  const events: string[] = [];
  gateway.socket.onEvent(({ kind }) => events.push(kind));
  gateway.socket.subscribe({ topic: 'sor' }, () => undefined);
  gateway.socket.start();
  await vi.waitFor(() => expect(server.frames).toEqual(['sor+{}']), 8_000);
  server.sockets[0]?.terminate();
  await vi.waitFor(() => expect(server.frames).toEqual(['sor+{}', 'sor+{}']), 8_000);
  expect(events.filter((kind) => kind === 'resubscribed')).toHaveLength(2);
});

const orderReads = (server: ScriptedGateway): string[] =>
  server.at('/iserver/account/orders').map(({ query }) => query);
const answerOrders = (server: ScriptedGateway): void => {
  const others = server.answer;
  server.answer = (request) =>
    request.path.endsWith('/account/orders') ? { json: { orders: [], snapshot: true } } : others(request);
};

it('wakes the order stream before it subscribes, and says that truth is to be read only after it', async () => {
  const { server, gateway } = await start({ speed: 10 });
  answerOrders(server);
  const framesAtEvent: string[][] = [];
  gateway.socket.onEvent(({ kind }) =>
    kind === 'resubscribed' ? framesAtEvent.push([...server.frames]) : undefined,
  );
  gateway.socket.subscribe({ topic: 'sor' }, () => undefined);
  gateway.socket.start();
  await vi.waitFor(() => expect(server.frames).toEqual(['sor+{}']), 8_000);
  expect(orderReads(server)).toEqual(['force=true']);
  const paths = server.seen.map(({ path }) => path.replace('/v1/api', ''));
  expect(paths.indexOf('/iserver/accounts')).toBeLessThan(paths.indexOf('/iserver/account/orders'));
  expect(framesAtEvent).toHaveLength(1);
});

it('quotes refused because the accounts are not there yet are asked for again', async () => {
  const { server, gateway } = await start({ speed: 10 });
  server.onSocket = (socket) => {
    greet(socket);
    socket.on('message', () => {
      if (server.frames.length <= 2) say(socket, { error: 'No accounts', code: 500, topic: 'smd' });
    });
  };
  for (const conid of [8, 9])
    gateway.socket.subscribe({ topic: 'smd', conid, fields: ['31'] }, () => undefined);
  gateway.socket.start();
  const [eight, nine] = ['smd+8+{"fields":["31"]}', 'smd+9+{"fields":["31"]}'];
  await vi.waitFor(() => expect(server.frames).toEqual([eight, nine, eight, nine]), 8_000);
  expect(server.seen.map(({ path }) => path)).toContain('/v1/api/iserver/accounts');
});

it('an order list read by someone else is enough; a filtered one is followed by a forced one', async () => {
  const { server, gateway } = await start({ speed: 10 });
  answerOrders(server);
  await gateway.orders.liveOrders();
  gateway.socket.subscribe({ topic: 'sor' }, () => undefined);
  gateway.socket.start();
  await vi.waitFor(() => expect(server.frames).toEqual(['sor+{}']), 8_000);
  expect(orderReads(server)).toEqual(['']);
  await gateway.orders.liveOrders({ filters: 'filled' });
  await vi.waitFor(() => expect(orderReads(server)).toEqual(['', 'filters=filled', 'force=true']), 8_000);
});

it('an order stream that cannot be woken is asked for all the same', async () => {
  const { server, gateway } = await start({ speed: 10 });
  const others = server.answer;
  server.answer = (request) =>
    request.path.endsWith('/account/orders') ? { status: 500, json: { error: 'x' } } : others(request);
  gateway.socket.subscribe({ topic: 'sor' }, () => undefined);
  gateway.socket.start();
  await vi.waitFor(() => expect(server.frames).toEqual(['sor+{}']), 8_000);
});

it('pings below the topics, and a pong alone keeps no silent connection', async () => {
  const { server, gateway } = await start({ speed: 20 });
  let pings = 0;
  server.onSocket = (socket) => {
    greet(socket);
    socket.on('ping', () => (pings += 1));
  };
  gateway.socket.start();
  await live(gateway);
  await vi.waitFor(() => expect(pings).toBeGreaterThan(0), 8_000);
  await vi.waitFor(() => expect(server.sockets.length).toBeGreaterThan(1), 8_000);
});

it('renews quotes, keeps alive, and leaves a silent connection', async () => {
  const { server, gateway } = await start({ speed: 100 });
  let greeted = 0;
  server.onSocket = (socket) => {
    greet(socket);
    greeted += 1;
    // The first one keeps talking for more than nine minutes, then falls silent.
    const beat = setInterval(() => (greeted === 1 ? say(socket, { topic: 'system', hb: 1 }) : undefined), 50);
    setTimeout(() => clearInterval(beat), 6_500);
  };
  gateway.socket.subscribe({ topic: 'smd', conid: 8, fields: ['31'] }, () => undefined);
  gateway.socket.start();
  await vi.waitFor(
    () => expect(server.frames.filter((frame) => frame.startsWith('smd+8')).length).toBeGreaterThan(1),
    8_000,
  );
  expect(server.frames).toContain('tic');
  expect(greeted).toBe(1);
  await vi.waitFor(() => expect(greeted).toBeGreaterThan(1), 8_000);
});
