// Promise to the app: an order's life over real TLS — question, decline, accept, working, modified to market,
// filled — and the account changing by exactly quantity × price and the commission.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../../electron/practice/testing/test-gateway';

const apple = 265598;
let test: TestGateway;

beforeEach(async () => {
  test = await startTestGateway({ seed: 11, controlPort: null });
});
afterEach(() => test.stop());

const place = (order: Record<string, unknown>) =>
  test.call('POST', `/iserver/account/${test.account}/orders`, {
    orders: [{ conid: apple, orderType: 'LMT', side: 'BUY', tif: 'DAY', quantity: 10, ...order }],
  });
const world = () => test.gateway.host.world();
const hold = (price: number) => {
  const instrument = world().market.catalogue.byConid(apple);
  if (instrument === undefined) throw new Error('no AAPL');
  world().market.setPrice(instrument, price, true);
};
const cash = () => world().accounts[0]?.cash.get('USD')?.toFixed();
const held = () => world().accounts[0]?.positions.get(apple)?.quantity.toFixed();
const first = (body: unknown) => (body as Record<string, unknown>[])[0] ?? {};
const orderId = (body: unknown) => String(first(body).order_id);

describe('the life of an order', () => {
  it('asks about a far price, forgets a declined order, keeps an accepted one, fills it at the market', async () => {
    hold(200);
    const question = await place({ price: 100, cOID: 'demo-1' });
    expect(first(question.body)).toMatchObject({
      messageIds: ['o163'],
      message: [
        'The following order "BUY 10 AAPL NASDAQ.NMS @ 100.0" price exceeds \nthe Percentage constraint of 3%.\nAre you sure you want to submit this order?',
      ],
      isSuppressed: false,
    });
    const declined = await test.call('POST', `/iserver/reply/${String(first(question.body).id)}`, {
      confirmed: false,
    });
    expect(declined).toMatchObject({ status: 200, body: { error: 'Order not confirmed ' } });
    expect(world().broker.orders()).toHaveLength(0);

    const again = await place({ price: 100, cOID: 'demo-1' });
    const accepted = await test.call('POST', `/iserver/reply/${String(first(again.body).id)}`, {
      confirmed: true,
    });
    expect(first(accepted.body)).toMatchObject({ local_order_id: 'demo-1', encrypt_message: '1' });
    test.clock.advance(1000);
    const id = orderId(accepted.body);
    expect((await test.call('GET', `/iserver/account/order/status/${id}`)).body).toMatchObject({
      order_status: 'Submitted',
      size: '10.0',
      cum_fill: '0.0',
    });

    const [cashBefore, heldBefore] = [Number(cash()), Number(held())];
    const changed = await test.call('POST', `/iserver/account/${test.account}/order/${id}`, {
      conid: apple,
      orderType: 'LMT',
      side: 'BUY',
      tif: 'DAY',
      quantity: 10,
      price: 201,
    });
    expect(orderId(changed.body)).toBe(id);
    test.clock.advance(1000);
    const status = await test.call('GET', `/iserver/account/order/status/${id}`);
    expect(status.body).toMatchObject({ order_status: 'Filled', cum_fill: '10.0' });
    const price = Number((status.body as Record<string, string>).average_price);
    expect(price).toBeLessThanOrEqual(201);
    expect(Number(held())).toBe(heldBefore + 10);
    expect(Number(cash())).toBeCloseTo(cashBefore - 10 * price - 1, 8);
  });

  it('a reply after any other order request is not found', async () => {
    hold(200);
    const question = await place({ price: 100 });
    await place({ price: 199.5 });
    const reply = await test.call('POST', `/iserver/reply/${String(first(question.body).id)}`, {
      confirmed: true,
    });
    expect(reply.status).toBe(400);
    expect((reply.body as { error: string }).error).toContain('reply id not found');
  });

  it('refuses a client id that is known, in IBKR’s words', async () => {
    await place({ orderType: 'MKT', cOID: 'twice' });
    const second = await place({ orderType: 'MKT', cOID: 'twice' });
    expect(second).toMatchObject({
      status: 200,
      body: { error: "Order couldn't be submitted: Local order ID=twice is already registered." },
    });
    expect(world().broker.orders()).toHaveLength(1);
  });

  it('refuses what the account cannot carry, and says so in a what-if too', async () => {
    const body = { orders: [{ conid: apple, orderType: 'MKT', side: 'BUY', tif: 'DAY', quantity: 200_000 }] };
    const preview = await test.call('POST', `/iserver/account/${test.account}/orders/whatif`, body);
    const placed = await test.call('POST', `/iserver/account/${test.account}/orders`, body);
    expect((preview.body as { error: string }).error).toContain('YOUR ORDER IS NOT ACCEPTED');
    expect((placed.body as { error: string }).error).toContain('MUST EXCEED THE INITIAL MARGIN');
  });

  it('cancels on request, acknowledging first', async () => {
    hold(200);
    const id = orderId((await place({ price: 199 })).body);
    test.clock.advance(500);
    const cancel = await test.call('DELETE', `/iserver/account/${test.account}/order/${id}`);
    expect(cancel.body).toEqual({
      msg: 'Request was submitted',
      order_id: Number(id),
      conid: apple,
      account: test.account,
    });
    test.clock.advance(500);
    expect((await test.call('GET', `/iserver/account/order/status/${id}`)).body).toMatchObject({
      order_status: 'Cancelled',
    });
    expect((await test.call('DELETE', `/iserver/account/${test.account}/order/999`)).body).toEqual({
      error: "OrderID 999 doesn't exist",
    });
  });
});

it('a bracket holds its children until the parent fills; one child’s fill cancels the other', async () => {
  hold(200);
  await test.call('POST', '/iserver/questions/suppress', { messageIds: ['o163', 'o10331', 'o403'] });
  const placed = await test.call('POST', `/iserver/account/${test.account}/orders`, {
    orders: [
      { conid: apple, orderType: 'LMT', side: 'BUY', tif: 'DAY', quantity: 5, price: 200.5, cOID: 'parent' },
      {
        conid: apple,
        orderType: 'LMT',
        side: 'SELL',
        tif: 'GTC',
        quantity: 5,
        price: 210,
        parentId: 'parent',
      },
      {
        conid: apple,
        orderType: 'STP',
        side: 'SELL',
        tif: 'GTC',
        quantity: 5,
        price: 190,
        parentId: 'parent',
      },
    ],
  });
  const rows = placed.body as { order_id: string; parent_order_id?: string }[];
  expect(rows).toHaveLength(3);
  expect(rows[1]?.parent_order_id).toBe(rows[0]?.order_id);
  test.clock.advance(1000);
  const statuses = () => rows.map((row) => world().broker.find(Number(row.order_id))?.status);
  expect(statuses()).toEqual(['Filled', 'Submitted', 'PreSubmitted']);
  hold(189);
  test.clock.advance(1000);
  expect(statuses()).toEqual(['Filled', 'Cancelled', 'Filled']);
});

it('an order larger than the displayed size fills in parts', async () => {
  hold(200);
  await test.call('POST', '/iserver/questions/suppress', { messageIds: ['o383', 'o451'] });
  const id = Number(orderId((await place({ orderType: 'MKT', quantity: 9000 })).body));
  const seen = new Set<string>();
  for (let i = 0; i < 40; i++) {
    test.clock.advance(250);
    seen.add(`${world().broker.find(id)?.status ?? ''} ${world().broker.find(id)?.filled.toFixed() ?? ''}`);
  }
  const order = world().broker.find(id);
  expect(order?.status).toBe('Filled');
  expect([...seen].filter((entry) => entry.startsWith('Submitted')).length).toBeGreaterThan(0);
  const executions = world()
    .broker.executions()
    .filter((e) => e.orderId === id);
  expect(executions.length).toBeGreaterThan(1);
  // The whole order costs what one fill of 9,000 would: 0.005 a share.
  expect(
    executions
      .reduce((sum, e) => sum.plus(e.commission), executions[0]?.commission.times(0) ?? (0 as never))
      .toFixed(),
  ).toBe('45');
});

it('meets a price that was set at the very same instant', async () => {
  hold(200);
  const id = Number(orderId((await place({ price: 199 })).body));
  test.clock.advance(1000);
  world().broker.match();
  hold(198);
  world().broker.match();
  expect(world().broker.find(id)?.status).toBe('Filled');
});
