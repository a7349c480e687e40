// Promise: opening, closing and overnight orders trade when IBKR would trade them and at no other time; shorts need shares.
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { startTestGateway, type TestGateway } from '../testing/test-gateway';

let test: TestGateway;
afterEach(() => test.stop());
const hourMs = 3_600_000;

const start = async (iso: string, hours: 'real' | 'always' = 'real') => {
  const clock = createClock({ startMs: Date.parse(iso), manual: true });
  test = await startTestGateway({ hours, easy: true, clock });
};
const send = async (order: Record<string, unknown>) => {
  await test.call('POST', '/iserver/questions/suppress', { messageIds: ['o163', 'o10331'] });
  const answer = await test.call('POST', `/iserver/account/${test.account}/orders`, {
    orders: [{ conid: 265598, side: 'BUY', quantity: 10, tif: 'DAY', orderType: 'MKT', ...order }],
  });
  return answer.body;
};
const place = async (order: Record<string, unknown>) =>
  Number(((await send(order)) as { order_id: string }[])[0]?.order_id);
const orderOf = (id: number) => test.gateway.host.world().broker.find(id);
const executionOf = (id: number) =>
  test.gateway.host
    .world()
    .broker.executions()
    .find((execution) => execution.orderId === id);
const quote = (iso: string) => {
  const { market } = test.gateway.host.world();
  const apple = market.catalogue.byConid(265598);
  return apple === undefined ? undefined : market.quote(apple, Date.parse(iso)).last;
};

describe('at the close', () => {
  it('trades MOC at the last price of the regular session and cancels a LOC beyond its limit', async () => {
    await start('2026-11-23T20:00:00Z');
    const moc = await place({ orderType: 'MOC', quantity: 5000 });
    const loc = await place({ orderType: 'LOC', price: 100 });
    test.clock.advance(1.1 * hourMs);
    expect(orderOf(moc)?.status).toBe('Filled');
    expect(executionOf(moc)?.price.toNumber()).toBe(quote('2026-11-23T20:59:59.999Z'));
    expect(orderOf(loc)?.status).toBe('Cancelled');
  });

  it('keeps a MOC of the weekend for the close of Monday', async () => {
    await start('2026-11-21T15:00:00Z');
    const moc = await place({ orderType: 'MOC' });
    test.clock.advance(hourMs);
    expect(orderOf(moc)?.status).not.toBe('Filled');
    test.clock.advance(53.5 * hourMs);
    expect(orderOf(moc)?.status).toBe('Filled');
    expect(executionOf(moc)?.atMs).toBeGreaterThanOrEqual(Date.parse('2026-11-23T21:00:00Z'));
  });
});

describe('at the open', () => {
  it('trades OPG whole at the next open and cancels what does not trade there', async () => {
    await start('2026-11-23T13:00:00Z');
    const market = await place({ tif: 'OPG', quantity: 5000 });
    const low = await place({ tif: 'OPG', orderType: 'LMT', price: 50 });
    test.clock.advance(1.4 * hourMs);
    expect([orderOf(market)?.status, orderOf(low)?.status]).toEqual(['PreSubmitted', 'PreSubmitted']);
    test.clock.advance(0.2 * hourMs);
    expect([orderOf(market)?.status, orderOf(low)?.status]).toEqual(['Filled', 'Cancelled']);
    expect(executionOf(market)?.quantity.toNumber()).toBe(5000);
  });

  it('keeps an OPG placed during the session for the next one', async () => {
    await start('2026-11-23T16:00:00Z');
    const id = await place({ tif: 'OPG' });
    test.clock.advance(8 * hourMs);
    expect(orderOf(id)?.status).toBe('PreSubmitted');
    test.clock.advance(16 * hourMs);
    expect(orderOf(id)?.status).toBe('Filled');
  });
});

describe('what IBKR refuses', () => {
  it.each([
    ['OPG on a stop', { tif: 'OPG', orderType: 'STP', price: 300 }],
    ['PAX on a share', { tif: 'PAX' }],
    ['OVT at market', { tif: 'OVT' }],
    ['GTD, which this API has no date for', { tif: 'GTD', orderType: 'LMT', price: 200 }],
    ['cash quantity on a sale', { side: 'SELL', quantity: undefined, cashQty: 1000 }],
  ])('%s', async (_name, order) => {
    await start('2026-11-23T16:00:00Z');
    expect(await send(order)).toHaveProperty('error');
  });

  it('a short sale of what cannot be borrowed, as fields 7636 and 7644 said', async () => {
    await start('2026-11-23T16:00:00Z');
    const { market } = test.gateway.host.world();
    const shares = market.catalogue.all.filter((i) => i.secType === 'STK' && i.tradable);
    const rows: Record<string, string>[] = [];
    for (let at = 0; at < shares.length; at += 100) {
      const conids = shares.slice(at, at + 100).map((i) => i.conid);
      const answer = await test.call(
        'GET',
        `/iserver/marketdata/snapshot?conids=${conids.join()}&fields=7636,7637,7644`,
      );
      rows.push(...(answer.body as Record<string, string>[]));
    }
    const scarce = rows.find((row) => row['7644'] === '1');
    const plenty = rows.find((row) => String(row.conid) === '265598');
    expect(scarce?.['7636']).toBe('0');
    expect(plenty?.['7644']).toBe('3');
    expect(await send({ conid: Number(scarce?.conid), side: 'SELL', quantity: 1 })).toEqual({
      error: 'Order rejected - reason: The contract is not available for short sale.',
    });
    expect(await send({ side: 'SELL', quantity: 200 })).toHaveProperty([0, 'order_id']);
  });
});
