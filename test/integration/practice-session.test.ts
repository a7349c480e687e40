// Promise to the session code: the tiers, preflights and errors of the real gateway, and its websocket greeting.
import { request as httpsRequest } from 'node:https';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setScene } from '../../electron/practice/session/scenes';
import { startTestGateway, type TestGateway } from '../../electron/practice/testing/test-gateway';

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ ready: false });
});
afterEach(() => test.stop());

describe('preflights', () => {
  it('wants /iserver/accounts before orders and snapshots, /portfolio/accounts before portfolio', async () => {
    expect(await test.call('GET', '/iserver/marketdata/snapshot?conids=265598&fields=31')).toMatchObject({
      status: 500,
      body: { error: 'Please query /accounts first' },
    });
    expect((await test.call('GET', `/portfolio/${test.account}/ledger`)).status).toBe(400);
    await test.call('GET', '/iserver/accounts');
    await test.call('GET', '/portfolio/accounts');
    expect((await test.call('GET', `/portfolio/${test.account}/ledger`)).status).toBe(200);
  });

  it('answers the first snapshot, order list, trades and P&L with nothing', async () => {
    await test.call('GET', '/iserver/accounts');
    const snapshot = () => test.call('GET', '/iserver/marketdata/snapshot?conids=265598&fields=31,84,86');
    expect((await snapshot()).body).toEqual([{ conid: 265598, conidEx: '265598' }]);
    test.clock.advance(1000);
    expect(((await snapshot()).body as Record<string, unknown>[])[0]).toHaveProperty('31');
    expect((await test.call('GET', '/iserver/account/orders')).body).toEqual({ orders: [], snapshot: false });
    expect((await test.call('GET', '/iserver/account/orders')).body).toEqual({ orders: [], snapshot: true });
    expect((await test.call('GET', '/iserver/account/orders?force=true')).body).toEqual({
      orders: [],
      snapshot: false,
    });
    expect((await test.call('GET', '/iserver/account/pnl/partitioned')).body).toEqual({ upnl: {} });
    expect((await test.call('GET', '/iserver/account/pnl/partitioned')).body).not.toEqual({ upnl: {} });
  });

  it('reads positions sparsely first', async () => {
    await test.call('GET', '/portfolio/accounts');
    const rows = async () =>
      (
        (await test.call('GET', `/portfolio/${test.account}/positions/0`)).body as Record<string, unknown>[]
      )[0] ?? {};
    const [cold, warm] = [await rows(), await rows()];
    expect(Object.keys(cold)).toHaveLength(21);
    expect(cold).not.toHaveProperty('ticker');
    expect(typeof cold.strike).toBe('number');
    expect(warm).toMatchObject({ ticker: 'AAPL', name: 'APPLE INC', strike: '0' });
  });
});

describe('tiers', () => {
  it.each([
    ['login-needed', '/tickle', 401],
    ['login-needed', '/portfolio/accounts', 401],
    ['brokerage-lost', '/portfolio/accounts', 200],
    ['brokerage-lost', '/iserver/accounts', 400],
    ['maintenance', '/iserver/accounts', 503],
    ['maintenance', '/portfolio/accounts', 200],
  ] as const)('%s: GET %s is %i', async (scene, path, status) => {
    setScene(test.gateway.host.world(), scene);
    expect((await test.call('GET', path)).status).toBe(status);
  });

  it('a lost brokerage session comes back by init, without its memory', async () => {
    await test.call('GET', '/iserver/accounts');
    await test.call('POST', '/iserver/questions/suppress', { messageIds: ['o163'] });
    setScene(test.gateway.host.world(), 'brokerage-lost');
    expect((await test.call('POST', '/iserver/auth/status')).body).toMatchObject({
      authenticated: false,
      connected: true,
    });
    expect(
      (await test.call('POST', '/iserver/auth/ssodh/init', { publish: true, compete: false })).body,
    ).toMatchObject({ authenticated: true });
    expect((await test.call('GET', '/iserver/account/orders')).status).toBe(500);
    expect(test.gateway.host.world().session.suppressed.size).toBe(0);
  });

  it('logs in again through the page at its origin', async () => {
    await test.call('POST', '/logout');
    expect((await test.call('POST', '/tickle')).status).toBe(401);
    expect((await test.call('GET', '/../../sso/Login')).status).toBe(200);
    const origin = test.gateway.url.replace('/v1/api', '');
    const ca = readFileSync(test.gateway.cacert, 'utf8');
    const status = await new Promise<number>((resolve, reject) => {
      const request = httpsRequest(
        `${origin}/sso/Login`,
        { method: 'POST', ca, headers: { 'content-length': 0 } },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      request.on('error', reject);
      request.end();
    });
    expect(status).toBe(200);
    expect((await test.call('POST', '/tickle')).status).toBe(200);
  });
});

it('answers a POST without length with 411, unknown paths with 404', async () => {
  const ca = readFileSync(test.gateway.cacert, 'utf8');
  const { hostname, port } = new URL(test.gateway.url);
  const { connect } = await import('node:tls');
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), ca }, () => {
      socket.write('POST /v1/api/tickle HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    });
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 411 /);
  expect((await test.call('GET', '/no/such/path')).status).toBe(404);
  expect((await test.call('GET', '/iserver/accounts')).status).toBe(200);
});

describe('websocket', () => {
  it('greets with system, act, sts, then a heartbeat every ten seconds', async () => {
    const socket = await test.socket();
    await socket.until((frame) => frame.topic === 'sts');
    expect(socket.frames.map((frame) => frame.topic)).toEqual(['system', 'act', 'sts']);
    test.clock.advance(30_000);
    await socket.until(() => socket.frames.filter((frame) => 'hb' in frame).length === 3);
    socket.close();
  });

  it('waits for a session when the cookie is wrong', async () => {
    const socket = await test.socket('nonsense');
    await socket.until((frame) => frame.message === 'waiting for session');
    socket.send(JSON.stringify({ session: test.gateway.host.world().session.token }));
    await socket.until((frame) => frame.topic === 'sts');
    socket.close();
  });

  it('streams quotes whole first, then what changed; orders as deltas; tells of competing', async () => {
    await test.call('GET', '/iserver/accounts');
    const socket = await test.socket();
    socket.send('smd+265598+{"fields": ["31", "84", "86", "55"]}');
    socket.send('sor');
    socket.send('tic');
    await socket.until((frame) => frame.topic === 'tic');
    const whole = await socket.until((frame) => frame.topic === 'smd+265598');
    expect(whole).toMatchObject({ conid: 265598, '55': 'AAPL' });
    await test.call('POST', `/iserver/account/${test.account}/orders`, {
      orders: [{ conid: 265598, orderType: 'MKT', side: 'BUY', quantity: 1, tif: 'DAY' }],
    });
    for (let i = 0; i < 40; i++) test.clock.advance(500);
    await socket.until((frame) => JSON.stringify(frame).includes('"Filled"'));
    const updates = socket.frames.filter((frame) => frame.topic === 'smd+265598').slice(1);
    expect(updates.length).toBeGreaterThan(3);
    expect(updates.every((frame) => !('55' in frame))).toBe(true);
    const orders = socket.frames
      .filter((frame) => frame.topic === 'sor')
      .map((frame) => (frame.args as Record<string, unknown>[])[0] ?? {});
    expect(orders[0]).toHaveProperty('ticker');
    expect(orders[1]).not.toHaveProperty('ticker');
    setScene(test.gateway.host.world(), 'competing');
    test.clock.advance(1000);
    await socket.until((frame) => frame.topic === 'sts' && (frame.args as { competing: boolean }).competing);
    socket.close();
  });
});
