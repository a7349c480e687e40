// Seam: one order round — questions one after the other, a no that is said, and nothing asked in between.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Gateway } from '../../electron/gateway/gateway';
import { clientOf } from '../support/gateway-client';
import { startScriptedGateway, type Answer, type ScriptedGateway } from '../support/scripted-gateway';

let server: ScriptedGateway;
let gateway: Gateway;
let script: Answer[];
beforeEach(async () => {
  server = await startScriptedGateway();
  gateway = clientOf(server);
  script = [];
  server.answer = ({ method, path }) => {
    if (method === 'GET')
      return path.endsWith('/accounts') ? { json: { accounts: ['U1'] } } : { json: { con_id: 1 } };
    return script.shift() ?? { status: 500, text: '' };
  };
});
afterEach(async () => {
  gateway.close();
  await server.close();
});

const order = {
  conid: 1,
  side: 'BUY',
  quantity: 1,
  orderType: 'LMT',
  price: 5,
  tif: 'DAY',
  acctId: 'U1',
  cOID: 'mine',
};
const question = (id: string, message: string, messageIds: string[] = []): Answer => ({
  json: [{ id, message: [message], isSuppressed: false, messageIds }],
});
const receipt: Answer = { json: [{ order_id: '7', order_status: 'Submitted', encrypt_message: '1' }] };
const place = (answers: Record<string, boolean> = {}) =>
  gateway.orders.placeOrder({ accountId: 'U1', orderRequest: order, answers });
const writes = (): string[] =>
  server.seen
    .filter(({ method }) => method !== 'GET')
    .map(({ path, body }) => `${path.replace('/v1/api', '')} ${body}`);

const uuid = /^[0-9a-f-]{36}$/;

it('answers a chain of questions as prepared, and unwraps the receipt', async () => {
  script = [question('q1', 'price exceeds the limit', ['o163']), question('q2', 'no market\ndata'), receipt];
  expect(await place({ o163: true, 'market data': true })).toMatchObject({
    ok: true,
    value: { data: { order_id: '7' }, request: { json: { orders: [order] } } },
  });
  expect(writes().slice(1)).toEqual([
    '/iserver/reply/q1 {"confirmed":true}',
    '/iserver/reply/q2 {"confirmed":true}',
  ]);
});

it('says no when there is no answer or the answer is no', async () => {
  script = [
    question('q1', 'sure?'),
    { json: { error: 'Order not confirmed ' } },
    question('q2', 'sure?', ['o163']),
    { json: {} },
  ];
  expect(await place()).toMatchObject({
    ok: false,
    error: { code: 'order-unanswered', question: { id: 'q1', messages: ['sure?'] } },
  });
  expect(await place({ o163: false })).toMatchObject({
    ok: false,
    error: { code: 'order-declined', question: { id: 'q2' } },
  });
  expect(writes().filter((line) => line.startsWith('/iserver/reply'))).toEqual([
    '/iserver/reply/q1 {"confirmed":false}',
    '/iserver/reply/q2 {"confirmed":false}',
  ]);
});

it('asks whoever can answer', async () => {
  script = [question('q1', 'sure?'), receipt];
  const result = await gateway.orders.placeOrder({
    accountId: 'U1',
    orderRequest: order,
    onQuestion: async ({ messages }) => messages[0] === 'sure?',
  });
  expect(result.ok).toBe(true);
});

it.each<[string, Answer]>([
  ['reply id not found', { status: 400, json: { error: "reply id not found: 'q1'" } }],
  ['503', { status: 503, json: { error: 'Service Unavailable' } }],
  ['a dropped connection', 'drop'],
  ['an empty list', { json: [] }],
])('a reply that ends in %s leaves the outcome unknown, and is not repeated', async (_, answer) => {
  script = [question('q1', 'sure?'), answer];
  expect(await place({ sure: true })).toMatchObject({
    ok: false,
    error: { code: 'outcome-unknown', cOID: 'mine', requestId: expect.stringMatching(uuid) as string },
  });
  expect(writes()).toHaveLength(2);
});

it('a no that does not arrive leaves the outcome unknown too', async () => {
  script = [question('q1', 'sure?'), 'drop'];
  expect(await place()).toMatchObject({ ok: false, error: { code: 'outcome-unknown' } });
});

it('gives up after twenty responses by saying no', async () => {
  script = Array.from({ length: 40 }, (_, index) => question(`q${index}`, 'sure?'));
  expect(await place({ sure: true })).toMatchObject({ ok: false, error: { code: 'order-declined' } });
  expect(writes()).toHaveLength(21);
  expect(writes().at(-1)).toContain('"confirmed":false');
}, 30_000);

it.each<[string, Answer, string]>([
  [
    'a refusal in a list',
    { json: [{ error: 'We cannot accept an order at the limit price you selected.' }] },
    'order-rejected',
  ],
  ['a refusal nobody knows', { json: { error: 'Hm' } }, 'outcome-unknown'],
  [
    'a second order of the same id',
    { json: { error: "Order couldn't be submitted: Local order ID=mine is already registered." } },
    'duplicate-order',
  ],
  [
    'a prompt',
    { json: { orderId: 1, reqId: '2', text: 'Use it?', options: ['Yes'], prompt: true } },
    'order-unanswered',
  ],
])('%s', async (_, answer, code) => {
  script = [answer];
  expect(await place()).toMatchObject({ ok: false, error: { code } });
});

it('nothing else is asked of /iserver while a question is open, and rounds do not overlap', async () => {
  script = [question('q1', 'sure?'), receipt, receipt];
  let answer: (yes: boolean) => void = () => undefined;
  const first = gateway.orders.placeOrder({
    accountId: 'U1',
    orderRequest: order,
    onQuestion: () => new Promise((resolve) => (answer = resolve)),
  });
  await expect.poll(() => writes().length).toBe(1);
  const read = gateway.contracts.contractInformationByConid({ conid: 1 });
  const second = place();
  await gateway.session.tickle();
  expect(server.at('/iserver/contract/1/info')).toEqual([]);
  expect(writes().map((line) => line.split(' ')[0])).toEqual(['/iserver/account/U1/orders', '/tickle']);
  script = [receipt, receipt];
  answer(true);
  expect([(await first).ok, (await second).ok, (await read).ok]).toEqual([true, true, true]);
  const last = server.seen.map(({ path }) => path.replace('/v1/api', ''));
  expect(last.indexOf('/iserver/reply/q1')).toBeLessThan(last.indexOf('/iserver/contract/1/info'));
});

it('the pinned account is the only one an order goes to', async () => {
  expect(await gateway.orders.placeOrder({ accountId: 'U2', orderRequest: order })).toMatchObject({
    error: { code: 'invalid-input' },
  });
  expect(writes()).toEqual([]);
});

it('every error of an order names its request', async () => {
  const refused: Answer = { json: { error: 'OrderID 7 does not exist' } };
  const calls = [
    () => place(),
    () => gateway.orders.modifyOrder({ accountId: 'U1', orderId: '7', orderRequest: order }),
    () => gateway.orders.reply({ replyId: 'q', confirmed: true }),
    () => gateway.orders.cancelOrder({ accountId: 'U1', orderId: '7' }),
  ];
  const seen = new Set<string | undefined>();
  for (const answer of ['drop' as const, refused]) {
    for (const call of calls) {
      script = [answer];
      const result = await call();
      if (!result.ok) seen.add(result.error.requestId);
    }
  }
  expect(seen.size).toBe(8);
  for (const id of seen) expect(id).toMatch(uuid);
});

it('a client order id comes back with the unknown outcome even when we made it', async () => {
  script = ['drop'];
  const result = await gateway.orders.placeOrder({ accountId: 'U1', orderRequest: { ...order, cOID: null } });
  const sent = JSON.parse(server.at('/iserver/account/U1/orders')[0]?.body ?? '') as {
    orders: [{ cOID: string }];
  };
  expect(result).toMatchObject({ error: { code: 'outcome-unknown', cOID: sent.orders[0].cOID } });
});
