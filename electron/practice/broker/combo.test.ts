// Promise: a combination is one order at one net price, booked on its legs, and shown as a combination as long as it is held.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/test-gateway';
import { testStartMs } from '../testing/test-gateway';
import { createClock } from '../clock';

let test: TestGateway;
const [apple, ibm] = [265598, 8314];
const spread = `28812380;;;${ibm}/1,${apple}/-1`;

beforeEach(async () => {
  test = await startTestGateway({ easy: true, clock: createClock({ startMs: testStartMs, manual: true }) });
});
afterEach(() => test.stop());

const send = async (order: Record<string, unknown>) =>
  (
    await test.call('POST', `/iserver/account/${test.account}/orders`, {
      orders: [{ conidex: spread, side: 'BUY', quantity: 10, tif: 'DAY', orderType: 'LMT', ...order }],
    })
  ).body as { order_id?: string }[] | { error: string };
const placed = async (order: Record<string, unknown>) => {
  const answer = await send(order);
  return Number(Array.isArray(answer) ? answer[0]?.order_id : 0);
};
const world = () => test.gateway.host.world();
const held = (conid: number) => world().account(test.account)?.positions.get(conid)?.quantity.toNumber() ?? 0;
const net = () => {
  const [one, other] = [ibm, apple].map((conid) => {
    const instrument = world().market.catalogue.byConid(conid);
    return instrument === undefined ? undefined : world().market.quote(instrument);
  });
  return Number(((one?.ask ?? 0) - (other?.bid ?? 0)).toFixed(2));
};
const combos = async () =>
  (await test.call('GET', `/portfolio/${test.account}/combo/positions`)).body as Record<string, unknown>[];

describe('combinations', () => {
  it('fills at the net price of the legs, never beyond the limit, and books each leg', async () => {
    const [appleBefore, ibmBefore] = [held(apple), held(ibm)];
    const limit = net();
    const id = await placed({ price: Number((limit + 5).toFixed(2)) });
    test.clock.advance(60_000);
    const order = world().broker.find(id);
    expect(order?.status).toBe('Filled');
    expect(order?.filledValue.div(10).toNumber()).toBeLessThanOrEqual(limit + 5);
    expect([held(ibm) - ibmBefore, held(apple) - appleBefore]).toEqual([10, -10]);
    const trades = world()
      .broker.executions()
      .filter((execution) => execution.orderId === id);
    expect(new Set(trades.map((trade) => trade.instrument.conid))).toEqual(new Set([apple, ibm]));
    for (const trade of trades) expect(trade.commission.gt(0)).toBe(true);
  });

  it('rests while the legs are dearer than its limit; negative limits are prices too', async () => {
    await test.call('POST', '/iserver/questions/suppress', { messageIds: ['o2137'] });
    const id = await placed({ price: Number((net() - 20).toFixed(2)) });
    const credit = await placed({ side: 'SELL', price: Number((net() + 20).toFixed(2)) });
    test.clock.advance(10_000);
    expect([world().broker.find(id)?.status, world().broker.find(credit)?.status]).toEqual([
      'Submitted',
      'Submitted',
    ]);
    const rows = (await test.call('GET', '/iserver/account/orders')).body as {
      orders: Record<string, unknown>[];
    };
    expect(rows.orders.find((row) => row.orderId === id)).toMatchObject({
      secType: 'BAG',
      conid: 28812380,
      conidex: spread,
    });
  });

  it('shows what is held as a combination until a leg is closed', async () => {
    const [ownLots] = [held(apple)];
    // Free of other holdings of its legs, so that both sides belong to the combination.
    await test.call('POST', `/iserver/account/${test.account}/orders`, {
      orders: [{ conid: apple, side: 'SELL', quantity: ownLots, tif: 'DAY', orderType: 'MKT' }],
    });
    test.clock.advance(60_000);
    await placed({ orderType: 'MKT' });
    test.clock.advance(60_000);
    expect(await combos()).toMatchObject([
      {
        description: `1*${ibm}-1*${apple}`,
        legs: [
          { conid: String(ibm), ratio: 1 },
          { conid: String(apple), ratio: -1 },
        ],
        positions: [
          { conid: ibm, position: 10 },
          { conid: apple, position: -10 },
        ],
      },
    ]);
    await placed({ side: 'SELL', orderType: 'MKT' });
    test.clock.advance(60_000);
    expect(await combos()).toEqual([]);
  });

  it.each([
    ['an unknown leg', `28812380;;;${apple}/1,1/-1`],
    ['one leg', `28812380;;;${apple}/1`],
    ['a ratio of nothing', `28812380;;;${apple}/0,${ibm}/1`],
  ])('refuses %s', async (_name, conidex) => {
    expect(await send({ conidex, price: 1 })).toHaveProperty('error');
  });

  it('previews like it trades', async () => {
    const preview = (
      await test.call('POST', `/iserver/account/${test.account}/orders/whatif`, {
        orders: [{ conidex: spread, side: 'BUY', quantity: 10, tif: 'DAY', orderType: 'MKT' }],
      })
    ).body as { amount: { commission: string }; error: unknown };
    expect(preview.error).toBeNull();
    expect(preview.amount.commission).toMatch(/^\d+\.\d\d USD$/);
  });
});
