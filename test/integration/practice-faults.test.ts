// Promise to every fault test: before-effect creates no order, after-effect exactly one, and the ground truth says which.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../electron/practice/faults/rule';
import { startTestGateway, type TestGateway } from '../../electron/practice/testing/test-gateway';

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway({ controlPort: 0, easy: true });
});
afterAll(() => test.stop());

const control = async (method: string, path: string, body?: unknown) => {
  const { controlUrl = '', controlToken = '' } = test.gateway;
  const response = await fetch(`${controlUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${controlToken}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
beforeEach(() => control('DELETE', '/faults'));

const actions: Record<string, Action> = {
  RST: { kind: 'rst' },
  FIN: { kind: 'fin' },
  '401': { kind: 'status', status: 401 },
  '429': { kind: 'status', status: 429, body: { error: 'Too many requests' } },
  '500': { kind: 'status', status: 500, body: { error: 'unknown' } },
  '503': { kind: 'status', status: 503 },
  empty: { kind: 'empty' },
  HTML: { kind: 'html' },
  truncated: { kind: 'truncate', bytes: 15 },
  'truncated mid-body': { kind: 'truncate', bytes: 15, cut: true },
  'wrong type': { kind: 'wrong-type' },
};
const cases = Object.keys(actions).flatMap((name) =>
  (['before-effect', 'after-effect'] as const).map((point) => [name, point] as const),
);
let serial = 0;

describe.each(cases)('%s %s', (name, point) => {
  it('placing an order', async () => {
    const cOID = `fault-${++serial}`;
    await control('PUT', '/faults', [
      {
        id: name,
        match: { method: 'POST', path: '/iserver/account/*/orders' },
        point,
        do: actions[name],
        times: 1,
      },
    ]);
    const outcome = await test
      .call('POST', `/iserver/account/${test.account}/orders`, {
        orders: [{ conid: 265598, orderType: 'MKT', side: 'BUY', quantity: 1, tif: 'DAY', cOID }],
      })
      .then(
        (answer) => answer.status,
        (error: unknown) => String(error),
      );
    const truth = await control('GET', '/truth');
    const created = truth.body.ordersCreated as { cOID: string }[];
    expect(created.filter((order) => order.cOID === cOID)).toHaveLength(point === 'after-effect' ? 1 : 0);
    const received = (
      truth.body.wireLog as { body: { orders?: { cOID: string }[] } | null; fault: string }[]
    ).filter((entry) => entry.body?.orders?.[0]?.cOID === cOID);
    expect(received).toHaveLength(1);
    expect(received[0]?.fault).toBe(name);
    if (name === 'RST' || name === 'FIN') expect(outcome).toMatch(/ECONNRESET|hang up/);
    if (/^\d+$/.test(name)) expect(outcome).toBe(Number(name));
  });
});

it('never answers when told to hang, and serves others meanwhile', async () => {
  await control('PUT', '/faults', [
    { match: { path: '/tickle' }, point: 'before-effect', do: { kind: 'hang' }, times: 1 },
  ]);
  const hanging = test.call('POST', '/tickle').then(
    () => 'answered',
    () => 'ended',
  );
  const other = await test.call('GET', '/iserver/accounts');
  expect(other.status).toBe(200);
  expect(await Promise.race([hanging, Promise.resolve('still waiting')])).toBe('still waiting');
});

it('delays by the practice clock', async () => {
  await control('PUT', '/faults', [
    { match: { path: '/tickle' }, point: 'before-effect', do: { kind: 'delay', ms: 10_000 } },
  ]);
  const slow = test.call('POST', '/tickle');
  while ((await control('GET', '/faults')).body[0 as never] === undefined) await Promise.resolve();
  let struck = 0;
  while (struck === 0)
    struck = ((await control('GET', '/faults')).body as unknown as { struck: number }[])[0]?.struck ?? 0;
  await control('POST', '/clock/advance', { ms: 10_000 });
  expect((await slow).status).toBe(200);
});

it('answers controls without a token with 401 and mistakes with a sentence', async () => {
  expect((await fetch(`${test.gateway.controlUrl ?? ''}/truth`)).status).toBe(401);
  expect(await control('PUT', '/faults', [{ point: 'nowhere' }])).toMatchObject({ status: 400 });
  expect(await control('POST', '/scene', { scene: 'x' })).toMatchObject({ status: 400 });
  expect(await control('GET', '/nothing')).toMatchObject({ status: 404 });
});

it('moves a price and fills at exactly that price', async () => {
  await control('POST', '/market/price', { symbol: 'MSFT', price: 512.34 });
  const placed = await test.call('POST', `/iserver/account/${test.account}/orders`, {
    orders: [
      { conid: 272093, orderType: 'LMT', side: 'SELL', quantity: 3, tif: 'DAY', price: 512.3, cOID: 'exact' },
    ],
  });
  expect(placed.status).toBe(200);
  await control('POST', '/clock/advance', { ms: 1000 });
  const { executions } = (await control('GET', '/truth')).body as {
    executions: { cOID: string; price: string; quantity: string }[];
  };
  const mine = executions.filter((execution) => execution.cOID === 'exact');
  expect(mine).toHaveLength(1);
  expect(Number(mine[0]?.price)).toBeGreaterThanOrEqual(512.33);
});

it('restarts into another scenario, dropping every client', async () => {
  const socket = await test.socket();
  await socket.until((frame) => frame.topic === 'sts');
  await control('POST', '/scenario', { scenario: 'advisor' });
  expect(
    ((await test.call('GET', '/iserver/accounts')).body as { accounts: string[] }).accounts,
  ).toHaveLength(4);
  await control('POST', '/scenario', { scenario: 'individual' });
});
