// Seam: empty is not zero. What IBKR only knows on a later read is read again, or said to be unknown.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../../electron/gateway/gateway';
import { systemClock, type Clock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';
import { startScriptedGateway, type Answer, type ScriptedGateway } from '../support/scripted-gateway';

/** Fifty times as fast as the wall: five seconds of pacing pass in a tenth of one. */
const speed = 50;
const hurried: Clock = {
  now: () => systemClock.now() * speed,
  monotonicMs: () => systemClock.monotonicMs() * speed,
  after: (delayMs, callback) =>
    systemClock.after(Math.max(delayMs / speed, delayMs >= 6_000 ? 2_000 : 0), callback),
  sleep: (delayMs) => systemClock.sleep(delayMs / speed),
};

let server: ScriptedGateway;
let gateway: Gateway;
let script: Record<string, Answer[]>;
beforeEach(async () => {
  server = await startScriptedGateway();
  gateway = createGateway(
    { baseUrl: server.url, cacertPath: server.cacert, timeoutMs: 60_000 },
    { clock: hurried, log: silentLog },
  );
  script = {};
  server.answer = ({ path }) => {
    const answers = script[path.replace('/v1/api', '')] ?? [{ json: { accounts: ['U1'] } }];
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? { json: {} };
  };
});
afterEach(async () => {
  gateway.close();
  await server.close();
});
const json = (...bodies: unknown[]): Answer[] => bodies.map((body) => ({ json: body }));
const asked = (path: string): string[] => server.at(path).map(({ query }) => query);

it('an order list counts when it is a snapshot or has orders', async () => {
  script['/iserver/account/orders'] = json({ orders: [], snapshot: false }, { orders: [], snapshot: true });
  expect(await gateway.orders.liveOrders()).toEqual({
    ok: true,
    value: { data: { orders: [], snapshot: true }, request: { url: `${server.url}/iserver/account/orders` } },
  });
  expect(asked('/iserver/accounts')).toHaveLength(1);
});

it('an order list that never becomes one is not known yet', async () => {
  script['/iserver/account/orders'] = json({ orders: [], snapshot: false });
  expect(await gateway.orders.liveOrders()).toMatchObject({ ok: true, value: { notKnownYet: true } });
  expect(asked('/iserver/account/orders')).toHaveLength(3);
});

it('a forced list is read again without force, and the first request is the one shown', async () => {
  script['/iserver/account/orders'] = json(
    { orders: [], snapshot: true },
    { orders: [{ orderId: 1 }], snapshot: true },
  );
  expect(await gateway.orders.liveOrders({ force: true })).toMatchObject({
    value: { data: { orders: [{ orderId: 1 }] }, request: { params: { force: true } } },
  });
  expect(asked('/iserver/account/orders')).toEqual(['force=true', '']);
});

it('the first empty list of trades is read twice, once per session', async () => {
  script['/iserver/account/trades'] = json([], [{ execution_id: 'e' }], []);
  expect(await gateway.orders.trades()).toMatchObject({ value: { data: [{ execution_id: 'e' }] } });
  expect(await gateway.orders.trades()).toEqual({
    ok: true,
    value: { data: [], request: expect.anything() as unknown },
  });
  expect(asked('/iserver/account/trades')).toHaveLength(3);
});

it('a snapshot is repeated until values come; markers are no values', async () => {
  const empty = [{ conid: 1, '6509': 'RpB' }, { conid: 2 }];
  script['/iserver/marketdata/snapshot'] = json(empty, empty, [
    { conid: 1, '31': '5' },
    { conid: 2, '31': '' },
  ]);
  const answer = await gateway.marketData.liveMarketdataSnapshot({ conids: [1, 2], fields: ['31', '6509'] });
  expect(answer).toMatchObject({ value: { data: [{ '31': '5' }, { '31': '' }] } });
  expect(asked('/iserver/marketdata/snapshot')).toHaveLength(3);
});

it('sparse positions are read again for their names', async () => {
  script['/portfolio/accounts'] = json([{ accountId: 'U1' }]);
  script['/portfolio/U1/positions/0'] = json(
    [{ conid: 1, position: 5 }],
    [{ conid: 1, position: 5, ticker: 'IBM' }],
  );
  expect(await gateway.portfolio.positions({ accountId: 'U1' })).toMatchObject({
    value: { data: [{ ticker: 'IBM' }] },
  });
  expect(asked('/portfolio/accounts')).toHaveLength(1);
});

it('no positions are believed when two reads agree, once in a session; a later page may end the list', async () => {
  script['/portfolio/accounts'] = json([{ id: 'U1' }]);
  script['/portfolio/U1/positions/0'] = json([], [], []);
  for (const reads of [2, 3]) {
    const answer = await gateway.portfolio.positions({ accountId: 'U1' });
    expect(answer).toEqual({
      ok: true,
      value: expect.not.objectContaining({ notKnownYet: true }) as unknown,
    });
    expect(asked('/portfolio/U1/positions/0')).toHaveLength(reads);
  }
  script['/portfolio/U1/positions/1'] = json([]);
  await gateway.portfolio.positions({ accountId: 'U1', page: 1 });
  expect(asked('/portfolio/U1/positions/1')).toHaveLength(1);
  script['/portfolio/U2/positions/0'] = json([], [{ conid: 1, ticker: 'IBM' }]);
  expect(await gateway.portfolio.positions({ accountId: 'U2' })).toMatchObject({
    value: { data: [{ ticker: 'IBM' }] },
  });
});

it('empty strikes are a search that was not made', async () => {
  script['/iserver/secdef/strikes'] = json({ call: [], put: [] }, { call: [5], put: [5] });
  script['/iserver/contract/7/info'] = json({ con_id: 7, symbol: 'IBM' });
  script['/iserver/secdef/search'] = json([{ conid: '7' }]);
  expect(
    await gateway.contracts.searchStrikesByConid({ conid: 7, secType: 'OPT', month: 'JAN27' }),
  ).toMatchObject({ value: { data: { call: [5] } } });
  expect(asked('/iserver/secdef/search')).toEqual(['symbol=IBM']);
});

it.each([
  ['nothing', { json: [] }],
  ['an error', { status: 500, json: { error: 'No Contracts retrieved ' } }],
])('derivatives answered with %s are strikes that were not read', async (_, first: Answer) => {
  script['/iserver/secdef/info'] = [first, { json: [{ conid: 99 }] }];
  script['/iserver/contract/7/info'] = json({ con_id: 7, symbol: 'IBM' });
  script['/iserver/secdef/search'] = json([{ conid: '7' }]);
  script['/iserver/secdef/strikes'] = json({ call: [5], put: [5] });
  const asking = { conid: 7, secType: 'OPT', month: 'JAN27', strike: 5, right: 'C' };
  expect(await gateway.contracts.searchSecdefInfoByConid(asking)).toMatchObject({
    value: { data: [{ conid: 99 }] },
  });
  expect(asked('/iserver/secdef/search')).toEqual(['symbol=IBM']);
  expect(asked('/iserver/secdef/strikes')).toEqual(['conid=7&sectype=OPT&month=JAN27']);
});

it('derivatives that are not there are looked for once in a session', async () => {
  script['/iserver/secdef/info'] = json([]);
  script['/iserver/contract/7/info'] = json({ con_id: 7, symbol: 'IBM' });
  script['/iserver/secdef/search'] = json([{ conid: '7' }]);
  const asking = { conid: 7, secType: 'FUT', month: 'JAN27' };
  for (const turn of [2, 3]) {
    expect(await gateway.contracts.searchSecdefInfoByConid(asking)).toMatchObject({ value: { data: [] } });
    expect(asked('/iserver/secdef/info')).toHaveLength(turn);
  }
  expect(asked('/iserver/secdef/strikes')).toEqual([]);
});

it('a preview opens the market data of its contract first, once in a session, and never fails by it', async () => {
  const order = { conid: 7, side: 'BUY', quantity: 1, orderType: 'MKT', tif: 'DAY' };
  script['/iserver/marketdata/snapshot'] = [{ status: 500, json: { error: 'x' } }, { json: [{ conid: 7 }] }];
  script['/iserver/account/U1/orders/whatif'] = json({ amount: {} });
  for (const quotes of [1, 2, 2]) {
    const preview = await gateway.orders.whatifOrder({ accountId: 'U1', orderRequest: order });
    expect(preview).toMatchObject({ ok: true, value: { data: { amount: {} } } });
    expect(asked('/iserver/marketdata/snapshot')).toHaveLength(quotes);
  }
  expect(server.seen.slice(0, 3).map(({ path }) => path.replace('/v1/api', ''))).toEqual([
    '/iserver/accounts',
    '/iserver/marketdata/snapshot',
    '/iserver/account/U1/orders/whatif',
  ]);
  expect(JSON.parse(server.at('/iserver/account/U1/orders/whatif')[0]?.body ?? '')).toEqual({
    orders: [{ ...order, acctId: 'U1' }],
  });
  const combination = { ...order, conid: undefined, conidex: '28812380;;;7/1,8/-1' };
  await gateway.orders.whatifOrder({ accountId: 'U1', orderRequest: combination });
  expect(asked('/iserver/marketdata/snapshot')).toHaveLength(2);
});

it('the older service is started once, and the older scanner looked for at both addresses', async () => {
  script['/hmds/history'] = [{ status: 404, text: '' }, ...json({ data: [] })];
  expect(
    (await gateway.marketData.historicalMarketdataBeta({ conid: 1, period: '1d', bar: '1hrs' })).ok,
  ).toBe(true);
  script['/hmds/scanner/run'] = [{ status: 404, text: '' }];
  script['/hmds/scanner'] = json({ total: '0' });
  const scan = { instrument: 'BOND', location: 'BOND.US', scanCode: 'X', secType: 'BOND' };
  expect(await gateway.scanners.hmdsMarketScanner(scan)).toMatchObject({ value: { data: { total: '0' } } });
  expect(server.at('/hmds/auth/init').map(({ body }) => body)).toEqual(['{}']);
});

it('long lists of contracts are split', async () => {
  const conids = Array.from({ length: 250 }, (_, index) => index + 1);
  server.answer = ({ query }) => ({
    json: {
      secdef: (new URLSearchParams(query).get('conids') ?? '')
        .split(',')
        .map((conid) => ({ conid: Number(conid) })),
    },
  });
  const answer = await gateway.contracts.securityDefinitionByConid({ conids });
  expect(answer.ok ? answer.value.data.secdef.map(({ conid }) => conid) : null).toEqual(conids);
  expect(server.seen).toHaveLength(2);
});
