// Seam: what leaves for IBKR is what the reference documents, for every method with and without its optional
// arguments. The expectation comes from the reference's own description, not from our declarations.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callByName, clientOf } from '../support/gateway-client';
import { startScriptedGateway, type ScriptedGateway, type SeenRequest } from '../support/scripted-gateway';

interface Described {
  readonly name: string;
  readonly placeholder?: string;
  readonly wireName?: string;
  readonly type: string;
  readonly required: boolean;
  readonly serialization?: string;
  readonly notes?: string;
}
interface Method {
  readonly method: string;
  readonly composite: boolean;
  readonly httpMethod: string;
  readonly path: string;
  readonly pathParams: ReadonlyArray<Described>;
  readonly queryParams: ReadonlyArray<Described>;
  readonly body: { readonly fields?: ReadonlyArray<Described> } | null;
}

const file = join(import.meta.dirname, '../../../shared/api/endpoints.json');
const reference = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Method[]) : [];
const simple = reference.filter(({ composite, method }) => !composite && method !== 'whatif_order');
const account = 'U7/7 7';

const utc = (hour: string): string => `conid=7&bar=1d&startTime=20250607-${hour}%3A09%3A10`;

let server: ScriptedGateway;
beforeAll(async () => {
  server = await startScriptedGateway();
});
afterAll(() => server.close());

it.skipIf(reference.length === 0)('the reference has 70 methods', () => expect(reference).toHaveLength(70));

const cases = simple.flatMap((method) => [
  [`${method.method}, everything`, method, true] as const,
  [`${method.method}, only what is needed`, method, false] as const,
]);

if (cases.length > 0) {
  it.each(cases)('%s', async (_, method, everything) => {
    const wanted = (one: Described): boolean => !one.name.startsWith('(') && (everything || one.required);
    const [path, query, body] = [method.pathParams, method.queryParams, method.body?.fields ?? []].map(
      (list) => list.filter(wanted),
    );
    const given = [...(path ?? []), ...(query ?? []), ...(body ?? [])].map(
      (one) => [camel(one.name), valueOf(one)] as const,
    );

    const request = await only(
      camel(method.method),
      Object.fromEntries(given),
      method.httpMethod,
      pathOf(method.path, path ?? []),
    );
    const defaults = everything ? {} : (defaultsInQuery[method.method] ?? {});
    const expectedQuery = Object.fromEntries(
      (query ?? []).map((one) => [one.wireName ?? one.name, queryText(method, one)]),
    );
    expect(Object.fromEntries(new URLSearchParams(request.query))).toEqual({ ...defaults, ...expectedQuery });

    const expectedBody = Object.fromEntries(
      (body ?? []).map((one) => [one.wireName ?? one.name, bodyValue(one)]),
    );
    const bodyDefaults = everything ? {} : (defaultsInBody[method.method] ?? {});
    expect(request.body === '' ? null : JSON.parse(request.body)).toEqual(
      method.httpMethod === 'POST' ? { ...bodyDefaults, ...expectedBody } : null,
    );
  });
}

/** The one request at this path; what the client asks before and after on its own is not the point here. */
async function only(name: string, input: unknown, verb: string, path: string): Promise<SeenRequest> {
  const before = server.seen.length;
  const gateway = clientOf(server);
  await callByName(gateway, name, input);
  gateway.close();
  const [request] = server.seen
    .slice(before)
    .filter((one) => one.method === verb && one.path === `/v1/api${path}`);
  if (request === undefined) {
    throw new Error(
      `${verb} ${path} was not sent, but ${server.seen
        .slice(before)
        .map((one) => `${one.method} ${one.path}`)
        .join(', ')}`,
    );
  }
  return request;
}

// Corrections the reference's own notes ask for.
const defaultsInQuery: Readonly<Record<string, object>> = { get_all_watchlists: { SC: 'USER_WATCHLIST' } };
const defaultsInBody: Readonly<Record<string, object>> = { market_scanner: { filter: [] } };

const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const special: Readonly<Record<string, unknown>> = {
  page: 3,
  conid: 4391,
  conids: [4391, 8314],
  account_id: account,
  account_ids: [account, 'U8'],
  algos: ['Vwap', 'Adaptive'],
  fields: ['31', '7762'],
  filters: ['PendingSubmit', 'filled'],
  start_time: '2026-03-04T05:06:07Z',
  issuer_id: 'e 1&2',
  id: '77',
  rows: [{ C: 4391 }, { H: '' }],
  filter: [{ code: 'priceAbove', value: 5 }],
  publish: true,
  order_id: '1234567890123',
  add_description: 1,
  add_params: 0,
  exchange_filter: 'NYSE,AMEX',
};
function valueOf({ name, type }: Described): unknown {
  if (name === 'direction') return type.includes('int') ? -1 : 'd';
  if (name in special) return special[name];
  if (type.startsWith('boolean')) return true;
  if (type.startsWith('integer')) return 5;
  if (type.includes('[]')) return ['a b', 'c'];
  return 'x y+z';
}

const wireSpecial: Readonly<Record<string, unknown>> = {
  filters: 'pending_submit,filled',
  start_time: '20260304-05:06:07',
};
function queryText({ method }: Method, one: Described): string {
  if (method === 'live_orders' || one.name === 'start_time') {
    const known = wireSpecial[one.name];
    if (typeof known === 'string') return known;
  }
  const value = valueOf(one);
  return Array.isArray(value) ? value.join(one.name === 'algos' ? ';' : ',') : String(value);
}

const bodyValue = (one: Described): unknown => (one.name === 'order_id' ? 1234567890123 : valueOf(one));

const pathOf = (path: string, given: ReadonlyArray<Described>): string =>
  given.reduce(
    (text, one) => text.replace(`{${one.placeholder ?? ''}}`, encodeURIComponent(String(valueOf(one)))),
    path,
  );

// Composites: the requests their algorithms describe, for arguments that are in no example.
const order = {
  conid: '8314',
  side: 'SELL',
  quantity: '2',
  orderType: 'STOP_LIMIT',
  price: 1.5,
  auxPrice: 1.4,
  tif: 'DAY',
  acctId: 'U9',
  cOID: 'c1',
};
const wireOrder = { ...order, conid: 8314, quantity: 2 };

it('place_order wraps the order, cleaned and with numbers as numbers', async () => {
  const given = {
    accountId: 'U9',
    orderRequest: {
      ...order,
      outsideRTH: false,
      allocationMethod: null,
      customFields: { zz: 1, tif: 'GTC' },
    },
  };
  const request = await only('placeOrder', given, 'POST', '/iserver/account/U9/orders');
  expect(JSON.parse(request.body)).toEqual({
    orders: [{ ...wireOrder, outsideRTH: false, tif: 'GTC', zz: 1 }],
  });
  expect(request.headers).toMatchObject({ connection: 'close', 'content-type': 'application/json' });
});

it('place_order gives a client order id to parents and single orders, never to children', async () => {
  const parent = { ...order, cOID: undefined };
  const child = { ...parent, parentId: 'p1' };
  const bracket = await only(
    'placeOrder',
    { accountId: 'U9', orderRequest: [order, child] },
    'POST',
    '/iserver/account/U9/orders',
  );
  expect(JSON.parse(bracket.body)).toEqual({
    orders: [wireOrder, { ...wireOrder, cOID: undefined, parentId: 'p1' }],
  });
  const single = await only(
    'placeOrder',
    { accountId: 'U9', orderRequest: parent },
    'POST',
    '/iserver/account/U9/orders',
  );
  expect((JSON.parse(single.body) as { orders: [{ cOID: string }] }).orders[0].cOID).toMatch(
    /^p[0-9a-f]{31}$/,
  );
});

it('modify_order sends the bare order', async () => {
  const request = await only(
    'modifyOrder',
    { accountId: 'U9', orderId: 77, orderRequest: order },
    'POST',
    '/iserver/account/U9/order/77',
  );
  expect(JSON.parse(request.body)).toEqual(wireOrder);
});

it('whatif_order wraps one order', async () => {
  const request = await only(
    'whatifOrder',
    { accountId: 'U9', orderRequest: order },
    'POST',
    '/iserver/account/U9/orders/whatif',
  );
  expect(JSON.parse(request.body)).toEqual({ orders: [wireOrder] });
});

it('reply and cancel_order', async () => {
  const reply = await only('reply', { replyId: 'a b', confirmed: false }, 'POST', '/iserver/reply/a%20b');
  expect(JSON.parse(reply.body)).toEqual({ confirmed: false });
  const cancel = await only(
    'cancelOrder',
    { accountId: 'U9', orderId: '77', manualIndicator: true, extOperator: 'me' },
    'DELETE',
    '/iserver/account/U9/order/77',
  );
  expect([cancel.query, cancel.body]).toEqual(['manualIndicator=true&extOperator=me', '']);
});

it('nothing that names all orders leaves', async () => {
  const gateway = clientOf(server);
  const before = server.seen.length;
  for (const orderId of [-1, '-1', 0, '', 'NaN', '1.5', null, '7; DELETE']) {
    expect(await callByName(gateway, 'cancelOrder', { accountId: 'U9', orderId })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  }
  expect(await gateway.orders.cancel({ accountId: 'U9', orderId: '-1' })).toMatchObject({
    kind: 'not-sent',
    bytesWritten: 0,
  });
  expect(server.seen.length).toBe(before);
  gateway.close();
});

it('no argument leads out of its path', async () => {
  const gateway = clientOf(server);
  const before = server.seen.length;
  for (const accountId of ['.', '..']) {
    expect(await callByName(gateway, 'getLedger', { accountId })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    expect(await callByName(gateway, 'cancelOrder', { accountId, orderId: 7 })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  }
  expect(server.seen.length).toBe(before);
  gateway.close();
});

it.each<[string, Record<string, unknown>, string]>([
  ['liveOrders', { filters: [] }, ''],
  ['algoParamsByConid', { conid: 7, algos: [], addParams: true }, 'addParams=1'],
  [
    'tradingScheduleBySymbol',
    { assetClass: 'STK', symbol: 7203, exchangeFilter: [] },
    'assetClass=STK&symbol=7203',
  ],
  ['searchContractBySymbol', { symbol: 7203 }, 'symbol=7203'],
  ['marketdataHistoryByConid', { conid: 7, bar: '1d', startTime: '2025-06-07 08:09:10' }, utc('08')],
  ['marketdataHistoryByConid', { conid: 7, bar: '1d', startTime: '2025-06-07T08:09:10' }, utc('08')],
  ['marketdataHistoryByConid', { conid: 7, bar: '1d', startTime: '2025-06-07T08:09:10+02:00' }, utc('06')],
  ['marketdataHistoryByConid', { conid: 7, bar: '1d', startTime: 1749283750000 }, utc('08')],
])('%s %j', async (name, input, query) => {
  const gateway = clientOf(server);
  const from = server.seen.length;
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Asia/Tokyo';
  await callByName(gateway, name, input);
  process.env['TZ'] = zone;
  const asked = server.seen.slice(from).map((request) => request.query);
  expect(asked).toContain(query);
  gateway.close();
});

it('stocks are asked once with all symbols, histories one by one', async () => {
  const stocks = {
    AAPL: [{ name: 'APPLE', assetClass: 'STK', contracts: [{ conid: 11, exchange: 'NASDAQ', isUS: true }] }],
    IBM: [{ name: 'IBM', assetClass: 'STK', contracts: [{ conid: 12, exchange: 'NYSE', isUS: true }] }],
  };
  server.answer = ({ path }) => (path.endsWith('/trsrv/stocks') ? { json: stocks } : { json: { data: [] } });
  const before = server.seen.length;
  const gateway = clientOf(server);
  await callByName(gateway, 'marketdataHistoryBySymbols', {
    queries: ['AAPL', { symbol: 'IBM' }],
    startTime: '20260102-03:04:05',
  });
  await callByName(gateway, 'marketdataHistoryBySymbol', {
    symbol: { symbol: 'IBM' },
    bar: '1d',
    exchange: 'SMART',
  });
  gateway.close();
  const asked = server.seen.slice(before).filter(({ path }) => !path.endsWith('/iserver/accounts'));
  expect(asked.map(({ query }) => decodeURIComponent(query))).toEqual([
    'symbols=AAPL,IBM',
    'conid=11&bar=1min&period=1min&outsideRth=true&startTime=20260102-03:04:05',
    'conid=12&bar=1min&period=1min&outsideRth=true&startTime=20260102-03:04:05',
    'symbols=IBM',
    'conid=12&bar=1d&exchange=SMART',
  ]);
  server.answer = () => ({ json: {} });
});

it('market data is unsubscribed contract by contract, and a line that was not open is no error', async () => {
  server.answer = ({ body }) =>
    body.includes('2') ? { status: 500, json: { error: 'unknown' } } : { json: { success: true } };
  const gateway = clientOf(server);
  const result = await callByName(gateway, 'marketdataUnsubscribe', { conids: ['1', 2] });
  expect(result).toMatchObject({
    ok: true,
    value: { data: { 1: { success: true }, 2: { nothingToCancel: true } } },
  });
  expect(server.at('/iserver/marketdata/unsubscribe').map(({ body }) => body)).toContain('{"conid":1}');
  gateway.close();
  server.answer = () => ({ json: {} });
});
