// Seam: which failures the client tells apart, and how often a request may reach the gateway.
import { writeFileSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { clientOf } from '../support/gateway-client';
import {
  createAuthority,
  startScriptedGateway,
  type Answer,
  type ScriptedGateway,
} from '../support/scripted-gateway';
import { createGateway, type Gateway } from '../../electron/gateway/gateway';
import { systemClock, type Clock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';

const open: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
const start = async (...options: Parameters<typeof startScriptedGateway>): Promise<ScriptedGateway> => {
  const server = await startScriptedGateway(...options);
  open.push(server.close);
  return server;
};
const client = (...given: Parameters<typeof clientOf>): Gateway => {
  const gateway = clientOf(...given);
  open.push(gateway.close);
  return gateway;
};
const codeOf = async (gateway: Gateway): Promise<string> => {
  const result = await gateway.session.tickle();
  return result.ok ? 'ok' : result.error.code;
};
const socketCode = (gateway: Gateway): Promise<string> =>
  new Promise((resolve) => {
    gateway.socket.onState(({ status, error }) =>
      status === 'backing-off' ? resolve(error?.code ?? 'none') : undefined,
    );
    gateway.socket.start();
  });

it('trusts the CA it was given, and re-reads the file for the next connection', async () => {
  const server = await start();
  const gateway = client(server);
  expect(await codeOf(gateway)).toBe('ok');
  writeFileSync(server.cacert, (await createAuthority('Another one')).cert);
  expect(await codeOf(gateway)).toBe('certificate-untrusted');
});

it('tells apart why there is no trusted connection, for REST and websocket alike', async () => {
  const authority = await createAuthority();
  const [other, wrongName, expired] = [
    await start(),
    await start({ authority, names: ['elsewhere.example'] }),
    await start({ authority, expired: true }),
  ];
  const good = await start({ authority });
  const plain = createPlainServer((_, response) => response.end('{}'));
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  open.push(() => plain.close());
  const cases = [
    [client(other, { cacertPath: good.cacert }), 'certificate-untrusted'],
    [client(wrongName), 'certificate-host-mismatch'],
    [client(expired), 'certificate-expired'],
    [
      client(good, { baseUrl: `https://127.0.0.1:${(plain.address() as AddressInfo).port}/v1/api` }),
      'not-tls',
    ],
    [client(good, { baseUrl: 'https://127.0.0.1:1/v1/api' }), 'not-running'],
    [client(good, { cacertPath: '/does/not/exist.pem' }), 'ca-file-unreadable'],
    [client(good, { baseUrl: good.url.replace('https', 'http') }), 'not-tls'],
  ] as const;
  for (const [gateway, code] of cases) {
    expect([code, await codeOf(gateway)]).toEqual([code, code]);
    expect([code, await socketCode(gateway)]).toEqual([code, code]);
  }
  expect([other.seen, wrongName.seen, expired.seen]).toEqual([[], [], []]);
});

it('says that a silent peer which answers plain HTTP does not speak TLS', async () => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) =>
      data.toString().startsWith('HEAD') ? socket.end('HTTP/1.0 200 OK\r\n\r\n') : socket.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const gateway = createGateway({ host: '127.0.0.1', port }, { clock: systemClock, log: silentLog });
  open.push(gateway.close);
  expect(await codeOf(gateway)).toBe('not-tls');
});

/** The system's clock, twenty times as impatient. */
const hurried: Clock = {
  ...systemClock,
  after: (delayMs, callback) => systemClock.after(delayMs / 20, callback),
};

const trouble: ReadonlyArray<readonly [string, Answer]> = [
  ['drops', 'drop'],
  ['cuts the answer off', { cutOff: '{"a":' }],
  ['stalls', 'stall'],
];
it.each(trouble)('a server that %s sees a read at most four times', async (_, answer) => {
  const server = await start();
  server.answer = () => answer;
  const gateway = client(server, { timeoutMs: 300 });
  expect(await gateway.contracts.contractInformationByConid({ conid: 1 })).toMatchObject({ ok: false });
  expect(server.at('/iserver/contract/1/info')).toHaveLength(4);
});

/** A clock on which everything passes this many times as fast. */
const faster = (speed: number): Clock => ({
  ...systemClock,
  now: () => systemClock.now() * speed,
  monotonicMs: () => systemClock.monotonicMs() * speed,
  after: (delayMs, callback) => systemClock.after(delayMs / speed, callback),
  sleep: (delayMs) => systemClock.sleep(delayMs / speed),
});

it('a silent gateway costs half a minute, not four deadlines', async () => {
  const server = await start();
  server.answer = () => 'stall';
  // Two deadlines of 13 s are over the 25 s in which a repetition may begin.
  const gateway = createGateway(
    { baseUrl: server.url, cacertPath: server.cacert, timeoutMs: 13_000 },
    { clock: faster(40), log: silentLog },
  );
  open.push(gateway.close);
  expect(await gateway.contracts.contractInformationByConid({ conid: 1 })).toMatchObject({
    error: { code: 'timeout' },
  });
  expect(server.at('/iserver/contract/1/info')).toHaveLength(2);
});

const order = {
  conid: 1,
  side: 'BUY',
  quantity: 1,
  orderType: 'MKT',
  tif: 'DAY',
  acctId: 'U1',
  cOID: 'mine',
};
const writes = [
  [
    'placeOrder',
    '/iserver/account/U1/orders',
    (g: Gateway) => g.orders.placeOrder({ accountId: 'U1', orderRequest: order }),
  ],
  [
    'modifyOrder',
    '/iserver/account/U1/order/7',
    (g: Gateway) => g.orders.modifyOrder({ accountId: 'U1', orderId: '7', orderRequest: order }),
  ],
  ['reply', '/iserver/reply/q', (g: Gateway) => g.orders.reply({ replyId: 'q', confirmed: true })],
  [
    'cancelOrder',
    '/iserver/account/U1/order/7',
    (g: Gateway) => g.orders.cancelOrder({ accountId: 'U1', orderId: '7' }),
  ],
] as const;
const answers: ReadonlyArray<readonly [string, Answer]> = [
  ['drops', 'drop'],
  ['cuts the answer off', { cutOff: '[{"order_id":"1"' }],
  ['answers 503', { status: 503, json: { error: 'Service Unavailable', statusCode: 503 } }],
  ['answers 401', { status: 401, text: '' }],
  ['answers 429', { status: 429, text: '' }],
  ['answers nothing', { text: '' }],
  ['answers a web page', { text: '<html>Login</html>' }],
  ['redirects', { status: 302, text: '', headers: { Location: '/sso/Login' } }],
];
for (const [name, path, send] of writes) {
  it.each(answers)(`a server that %s sees ${name} once, and its outcome is unknown`, async (_, answer) => {
    const server = await start();
    server.answer = ({ method }) => (method === 'GET' ? { json: { accounts: ['U1'] } } : answer);
    const result = await send(client(server));
    expect(result).toMatchObject({ ok: false, error: { code: 'outcome-unknown' } });
    if (name === 'placeOrder' || name === 'modifyOrder')
      expect(result).toMatchObject({ error: { cOID: 'mine' } });
    expect(server.at(path).filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });
}

it('an order never sent is proven not sent, and a request id is used once', async () => {
  const server = await start();
  const gateway = client(server, { cacertPath: '/does/not/exist.pem' });
  expect(await gateway.orders.submit({ accountId: 'U1', orders: [order] })).toMatchObject({
    kind: 'not-sent',
    code: 'ca-file-unreadable',
    bytesWritten: 0,
  });
  const trusted = client(server);
  server.answer = () => ({ json: [{ order_id: '5', order_status: 'Submitted', local_order_id: 'mine' }] });
  const request = { accountId: 'U1', orders: [order], requestId: 'journaled' };
  expect(await trusted.orders.submit(request)).toMatchObject({ kind: 'acknowledged', partial: false });
  await expect(trusted.orders.submit(request)).rejects.toThrow('already sent');
});

it('a 429 closes the host for everyone, queued requests included', async () => {
  const server = await start();
  server.answer = () => ({ status: 429, text: '', headers: { 'Retry-After': '30' } });
  const gateway = client(server);
  const results = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((conid) =>
      gateway.contracts.contractInformationByConid({ conid }),
    ),
  );
  const after = await gateway.session.tickle();
  for (const result of [...results, after]) expect(result).toMatchObject({ error: { code: 'pacing' } });
  expect(server.seen.length).toBeLessThanOrEqual(8);
  expect(server.at('/tickle')).toEqual([]);
});

it('a quota of minutes closes its own endpoint only, and the same question gets the kept answer', async () => {
  const server = await start();
  server.answer = ({ path }) =>
    path.endsWith('/pa/performance') ? { json: { nav: {} } } : { status: 429, text: '' };
  const gateway = client(server);
  const ask = (period: string) => gateway.portfolio.accountPerformance({ accountIds: 'U1', period });
  expect([(await ask('1D')).ok, (await ask('1D')).ok, (await ask('7D')).ok]).toEqual([true, true, false]);
  expect(server.at('/pa/performance')).toHaveLength(1);
  const parameters = () => gateway.scanners.scannerParameters();
  for (const result of [await parameters(), await parameters()]) {
    expect(result).toMatchObject({ error: { code: 'pacing', retryAtMs: expect.any(Number) as number } });
  }
  expect(server.at('/iserver/scanner/params')).toHaveLength(1);
  server.answer = () => ({ json: { session: 's' } });
  expect((await gateway.session.tickle()).ok).toBe(true);
});

it('drops an answer beyond the limit, compressed ones included', async () => {
  const server = await start();
  const gateway = client(server);
  const answers: Answer[] = [
    { text: 'x'.repeat(33 * 1024 * 1024) },
    { text: gzipSync(Buffer.alloc(40 * 1024 * 1024, 0x20)), headers: { 'Content-Encoding': 'gzip' } },
  ];
  for (const answer of answers) {
    server.answer = () => answer;
    expect(await gateway.contracts.contractInformationByConid({ conid: 1 })).toMatchObject({
      error: { code: 'too-large' },
    });
  }
});

it('an order to a gateway that stalls ends at one deadline, sent once', async () => {
  const server = await start();
  server.answer = ({ method }) => (method === 'GET' ? { json: { accounts: ['U1'] } } : 'stall');
  const gateway = createGateway(
    { baseUrl: server.url, cacertPath: server.cacert },
    { clock: hurried, log: silentLog },
  );
  open.push(gateway.close);
  const result = await gateway.orders.placeOrder({ accountId: 'U1', orderRequest: order });
  expect(result).toMatchObject({ ok: false, error: { code: 'outcome-unknown', cOID: 'mine' } });
  expect(server.at('/iserver/account/U1/orders')).toHaveLength(1);
});

it('identical reads in flight are one request', async () => {
  const server = await start();
  server.answer = () => ({ json: { con_id: 1 } });
  const gateway = client(server);
  await Promise.all([1, 1, 1].map((conid) => gateway.contracts.contractInformationByConid({ conid })));
  expect(server.seen).toHaveLength(1);
});

it('asks for accounts again when the gateway has forgotten, without telling the user', async () => {
  const server = await start();
  let primed = 0;
  server.answer = ({ path }) => {
    if (path.endsWith('/iserver/accounts')) primed += 1;
    if (path.endsWith('/iserver/accounts')) return { json: { accounts: ['U1'] } };
    return primed < 2
      ? { status: 500, json: { error: 'Please query /accounts first' } }
      : { json: { order_id: 1, order_status: 'Filled' } };
  };
  expect(await client(server).orders.orderStatus({ orderId: '1' })).toMatchObject({ ok: true });
});

it('an order of a fresh client overtakes the reads around it, and waits for none that waits for it', async () => {
  const server = await start();
  server.answer = ({ path }) => {
    if (path.endsWith('/orders')) return { json: [{ order_id: '5', order_status: 'Submitted' }] };
    return path.endsWith('/accounts') ? { json: { accounts: ['U1'] } } : { json: { con_id: 1 } };
  };
  const gateway = client(server);
  const reads = [1, 2, 3].map((conid) => gateway.contracts.contractInformationByConid({ conid }));
  // The read of accounts is held by the round; the round needs accounts itself.
  const accounts = gateway.accounts.receiveBrokerageAccounts();
  const placed = gateway.orders.placeOrder({ accountId: 'U1', orderRequest: order });
  expect(await placed).toMatchObject({ ok: true });
  expect(await accounts).toMatchObject({ ok: true });
  await Promise.all(reads);
  expect(server.seen.slice(0, 2).map(({ path }) => path.replace('/v1/api', ''))).toEqual([
    '/iserver/accounts',
    '/iserver/account/U1/orders',
  ]);
});

it('200 requests at once keep the limit, none is lost, and orders pass', async () => {
  const server = await start();
  server.answer = ({ path }) => {
    if (path.endsWith('/orders')) return { json: [{ order_id: '5', order_status: 'Submitted' }] };
    return path.endsWith('/accounts') ? { json: { accounts: ['U1'] } } : { json: { con_id: 1 } };
  };
  const speed = 5;
  const gateway = createGateway(
    { baseUrl: server.url, cacertPath: server.cacert },
    { clock: faster(speed), log: silentLog },
  );
  open.push(gateway.close);
  await gateway.accounts.receiveBrokerageAccounts();
  const reads = Array.from({ length: 200 }, (_, index) =>
    gateway.contracts.contractInformationByConid({ conid: index + 1 }),
  );
  const orders = ['a', 'b', 'c'].map((cOID) =>
    gateway.orders.submit({ accountId: 'U1', orders: [{ ...order, cOID }] }),
  );
  for (const outcome of await Promise.all(orders)) expect(outcome.kind).toBe('acknowledged');
  expect(server.seen.length).toBeLessThan(20);
  for (const result of await Promise.all(reads)) expect(result.ok).toBe(true);
  const times = server.seen.map(({ atMs }) => atMs).sort((a, b) => a - b);
  const tooClose = times.filter((atMs, index) => (times[index + 10] ?? Infinity) - atMs < 1_000 / speed);
  expect(tooClose).toEqual([]);
}, 30_000);
