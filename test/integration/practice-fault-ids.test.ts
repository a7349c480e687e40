// Promise to every fault test: each fault of FAULTS A–G can be asked for by id, or the page says why not.
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controlRoutes } from '../../electron/practice/control/routes';
import { faultIds } from '../../electron/practice/faults/read-faults';
import { startTestGateway, type TestGateway } from '../../electron/practice/testing/test-gateway';

const list = resolve(import.meta.dirname, '../../../shared/gateway/FAULTS.md');
const page = readFileSync(resolve(import.meta.dirname, '../../docs/practice-gateway.md'), 'utf8');

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ easy: true });
});
afterEach(() => test.stop());

const put = (...ids: string[]) =>
  controlRoutes['PUT /faults']?.(test.gateway.host, ids, new URLSearchParams());
const get = async (path: string) => (await test.call('GET', path)).body;
const place = async (order: Record<string, unknown> = {}) =>
  (
    await test.call('POST', `/iserver/account/${test.account}/orders`, {
      orders: [{ conid: 265598, side: 'BUY', quantity: 1, orderType: 'MKT', tif: 'DAY', ...order }],
    })
  ).body;

describe.skipIf(!existsSync(list))(existsSync(list) ? 'the list' : 'skipped: no FAULTS.md', () => {
  it('is covered, id by id', () => {
    const ids = [...readFileSync(list, 'utf8').matchAll(/^\| ([A-G]\d+) \|/gm)].map(([, id = '']) => id);
    expect(ids.length).toBeGreaterThan(130);
    const known = new Set(faultIds());
    const explained = new Set(
      [...(/### Not injected by id([\s\S]*?)\n##/.exec(page)?.[1] ?? '').matchAll(/\b[A-G]\d+\b/g)].map(
        ([id]) => id,
      ),
    );
    expect(ids.filter((id) => !known.has(id) && !explained.has(id))).toEqual([]);
  });

  it('can be put, every one, without an exception', () => {
    for (const id of faultIds()) expect(put(id)?.status, id).toBe(200);
  });
});

it('changes rows of the order list only (E29)', async () => {
  await place();
  test.clock.advance(2000);
  put('E29');
  const answer = (await get('/iserver/account/orders')) as {
    orders: Record<string, unknown>[];
    side?: unknown;
  };
  expect(answer.orders[0]).toMatchObject({ side: 'BOT', totalSize: '10', price: '' });
  expect(answer.side).toBeUndefined();
});

it('asks a chain of questions, text by text (E1, E3)', async () => {
  put('E1');
  expect(await place()).toMatchObject([{ messageIds: ['o163'] }]);
  put('E3');
  expect(JSON.stringify(await place())).toContain('<script>');
});

it('leaves 127.0.0.1 and comes back (A8)', async () => {
  put('A8');
  await expect(test.call('GET', '/iserver/accounts')).rejects.toThrow(/ECONNREFUSED|hang up|ECONNRESET/);
  controlRoutes['POST /listen']?.(test.gateway.host, { address: '127.0.0.1' }, new URLSearchParams());
  await expect
    .poll(() =>
      test.call('GET', '/tickle').then(
        () => 'answered',
        () => 'not',
      ),
    )
    .toBe('answered');
});

it('closes every connection after its answer (A12)', async () => {
  put('A12');
  expect((await test.call('GET', '/iserver/accounts')).headers.connection).toBe('close');
});

it('turns rows around: the ledger, the search, the first row of sld (F13, F14, F18)', async () => {
  await get('/portfolio/accounts');
  put('F14', 'F18', 'F13');
  expect(Object.keys((await get(`/portfolio/${test.account}/ledger`)) as object)[0]).toBe('BASE');
  const hits = (await get('/iserver/secdef/search?symbol=AAPL')) as { conid: string }[];
  expect(hits[0]?.conid).not.toBe('265598');
  const socket = await test.socket();
  await socket.until((frame) => frame.topic === 'sts');
  socket.send(`sld+${test.account}+{}`);
  const frame = await socket.until(({ topic }) => String(topic).startsWith('sld'));
  expect(frame.result).toHaveLength(1);
  socket.close();
});

it('limits and ends streams (G12, G16), and repeats the executions (G15)', async () => {
  await place();
  test.clock.advance(2000);
  const socket = await test.socket();
  await socket.until((frame) => frame.topic === 'sts');
  put('G12', 'G16');
  socket.send('smd+265598+{"fields":["31"]}');
  socket.send('smd+8314+{"fields":["31"]}');
  const refused = await socket.until((frame) => frame.topic === 'smd+8314');
  expect(refused.error).toMatch(/tickers/);
  test.clock.advance(60_000);
  put('G15');
  const replay = await socket.until((frame) => frame.topic === 'str');
  expect(replay.args).toHaveLength(1);
  const quotes = socket.frames.filter((frame) => frame.topic === 'smd+265598');
  expect(Math.max(...quotes.map((frame) => Number(frame._updated)))).toBeLessThanOrEqual(
    test.clock.now() - 49_000,
  );
  socket.close();
});

it('names another account in the order list (E33)', async () => {
  await place();
  test.clock.advance(2000);
  put('E33');
  const { orders } = (await get('/iserver/account/orders')) as { orders: Record<string, unknown>[] };
  expect(orders[0]).toMatchObject({ account: 'U9999999' });
});

it('sends the answer with other headers and the same body (C16)', async () => {
  put('C16');
  const answer = await test.call('GET', '/iserver/accounts');
  expect(answer.headers['content-type']).toBe('text/plain');
  expect(answer.body).toHaveProperty('accounts');
});

it('unfolds a gigabyte from a small answer (C17)', async () => {
  put('C17');
  const answer = await test.call('GET', '/iserver/accounts');
  expect(answer.headers['content-encoding']).toBe('gzip');
  expect(Number(answer.headers['content-length'])).toBeLessThan(2_000_000);
});

it('lays out a proxy and counts who falls for it (A9)', async () => {
  put('A9');
  const { truth, world } = test.gateway.host;
  const proxy = () => truth.report(world(), 0).proxy as { url: string; connections: number } | null;
  await expect.poll(proxy).not.toBeNull();
  await get('/tickle');
  expect(proxy()?.connections).toBe(0);
  const { hostname, port } = new URL(proxy()?.url ?? '');
  const target = new URL(test.gateway.url).host;
  const answer = await new Promise<string>((resolve, reject) => {
    const tunnel = request({ hostname, port, method: 'CONNECT', path: target });
    tunnel.on('error', reject);
    tunnel.on('connect', (response, socket) => {
      socket.destroy();
      resolve(String(response.statusCode));
    });
    tunnel.end();
  });
  expect(answer).toBe('200');
  expect(proxy()?.connections).toBe(1);
  expect(await (await fetch(`${proxy()?.url ?? ''}/proxy.pac`)).text()).toContain('PROXY 127.0.0.1');
});

it('answers elsewhere as a stranger, as after a flipped resolver (A10)', async () => {
  put('A10');
  await expect(get('/tickle')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket/);
  expect(test.gateway.host.certificate().kind).toBe('other-ca');
});

it('drops every connection, forgetting nothing (B9)', async () => {
  const socket = await test.socket();
  const before = test.gateway.host.world();
  const closed = new Promise<void>((resolve) => void socket.closed.then(resolve));
  put('B9');
  await closed;
  expect(test.gateway.host.world()).toBe(before);
  expect((await test.call('GET', '/tickle')).status).toBe(200);
});

it('lets the keep-alive arrive two minutes late, once (D8)', async () => {
  put('D8');
  let answered = false;
  const late = get('/tickle').then(() => (answered = true));
  await expect.poll(() => test.gateway.host.faults.list()[0]?.struck).toBe(1);
  test.clock.advance(119_000);
  await get('/iserver/accounts');
  expect(answered).toBe(false);
  test.clock.advance(1001);
  await late;
  expect(await get('/tickle')).toHaveProperty('session');
});

it('withholds what it sends for ten seconds, then sends all of it (G17)', async () => {
  const socket = await test.socket();
  await socket.until((frame) => frame.topic === 'sts');
  put('G17');
  const before = socket.frames.length;
  socket.send('smd+265598+{"fields":["31","84","86","85"]}');
  await expect.poll(() => test.gateway.host.faults.list()[0]?.struck).toBe(1);
  for (let i = 0; i < 9; i++) test.clock.advance(1000);
  await get('/iserver/accounts');
  expect(socket.frames.length).toBe(before);
  test.clock.advance(1000);
  await expect.poll(() => socket.frames.length).toBeGreaterThan(before + 5);
});

it('multiplies a price for a moment (F6)', async () => {
  const last = async () =>
    Number(
      ((await get('/iserver/marketdata/snapshot?conids=265598&fields=31')) as Record<string, string>[])[0]?.[
        '31'
      ],
    );
  const before = await last();
  put('F6');
  expect(await last()).toBeGreaterThan(before * 9);
  test.clock.advance(2000);
  expect(await last()).toBeLessThan(before * 2);
});

it('answers the sixth history request at a time with 429, and the first five', async () => {
  const strict = await startTestGateway({ penaltyMs: 600_000 });
  const { host } = strict.gateway;
  const delay = {
    match: { path: '/iserver/marketdata/history' },
    point: 'before-effect',
    do: { kind: 'delay', ms: 1000 },
  };
  controlRoutes['PUT /faults']?.(host, [delay], new URLSearchParams());
  const path = '/iserver/marketdata/history?conid=265598&period=1d&bar=1h';
  const answers = Array.from({ length: 6 }, () => strict.call('GET', path));
  // Each of the six has arrived and waits on the practice clock.
  await expect.poll(() => host.faults.list()[0]?.struck).toBe(6);
  strict.clock.advance(1000);
  const statuses = (await Promise.all(answers)).map((answer) => answer.status).sort((a, b) => a - b);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  strict.clock.advance(2000);
  const again = strict.call('GET', path);
  await expect.poll(() => host.faults.list()[0]?.struck).toBe(7);
  strict.clock.advance(1000);
  expect((await again).status).toBe(200);
  await strict.stop();
});
