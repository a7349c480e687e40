// Promise with --hours real: what is placed at the weekend waits for Monday's open; the price says it is a close.
import { afterEach, expect, it } from 'vitest';
import { createClock } from '../clock';
import { startTestGateway, type TestGateway } from '../testing/test-gateway';

let test: TestGateway;
afterEach(() => test.stop());
const hourMs = 3_600_000;

const start = async (iso: string) => {
  const clock = createClock({ startMs: Date.parse(iso), manual: true });
  test = await startTestGateway({ hours: 'real', easy: true, clock });
};
const place = async (order: Record<string, unknown>) => {
  const answer = await test.call('POST', `/iserver/account/${test.account}/orders`, {
    orders: [{ conid: 265598, side: 'BUY', quantity: 10, tif: 'DAY', orderType: 'MKT', ...order }],
  });
  return Number((answer.body as { order_id: string }[])[0]?.order_id);
};
const statusOf = (id: number) => test.gateway.host.world().broker.find(id)?.status;
const last = async () =>
  (
    (await test.call('GET', '/iserver/marketdata/snapshot?conids=265598&fields=31')).body as Record<
      string,
      string
    >[]
  )[0]?.['31'];

it('holds a weekend order until the open', async () => {
  await start('2026-11-21T15:00:00Z');
  expect(await last()).toMatch(/^C\d/);
  const id = await place({});
  test.clock.advance(40 * hourMs);
  expect(statusOf(id)).toBe('PreSubmitted');
  test.clock.advance(7.75 * hourMs);
  expect(statusOf(id)).toBe('Filled');
  const executed = test.gateway.host.world().broker.executions()[0]?.atMs ?? 0;
  expect(executed).toBeGreaterThanOrEqual(Date.parse('2026-11-23T14:30:00Z'));
  expect(executed).toBeLessThan(Date.parse('2026-11-23T14:31:00Z'));
  expect(await last()).toMatch(/^\d/);
});

it('trades before the open only with outsideRTH, and lets the rest of the day orders expire at the close', async () => {
  await start('2026-11-23T13:00:00Z');
  const [regular, extended] = [await place({}), await place({ outsideRTH: true })];
  await test.call('POST', '/iserver/questions/suppress', { messageIds: ['o163'] });
  const resting = await place({ orderType: 'LMT', price: 50 });
  test.clock.advance(60_000);
  expect([statusOf(regular), statusOf(extended)]).toEqual(['PreSubmitted', 'Filled']);
  test.clock.advance(9 * hourMs);
  expect([statusOf(regular), statusOf(resting)]).toEqual(['Filled', 'Cancelled']);
});

it('executes market-on-close at the close', async () => {
  await start('2026-11-23T20:00:00Z');
  const id = await place({ orderType: 'MOC' });
  test.clock.advance(0.99 * hourMs);
  expect(statusOf(id)).toBe('Submitted');
  test.clock.advance(0.02 * hourMs);
  expect(statusOf(id)).toBe('Filled');
});

it('trades overnight what asks for it, and nothing else', async () => {
  await start('2026-11-23T23:00:00Z');
  const limit = { orderType: 'LMT', price: 500 };
  await test.call('POST', '/iserver/questions/suppress', { messageIds: ['o163'] });
  const [overnight, andDay, extended] = [
    await place({ ...limit, tif: 'OVT' }),
    await place({ ...limit, tif: 'OND' }),
    await place({ ...limit, tif: 'GTC', price: 1, outsideRTH: true }),
  ];
  const [restingNight, restingBoth] = [
    await place({ ...limit, price: 1, tif: 'OVT' }),
    await place({ ...limit, price: 1, tif: 'OND' }),
  ];
  const late = await place({ ...limit, tif: 'DAY' });
  test.clock.advance(60_000);
  expect([overnight, andDay, late].map(statusOf)).toEqual(['PreSubmitted', 'PreSubmitted', 'PreSubmitted']);
  test.clock.advance(2.1 * hourMs);
  expect([overnight, andDay, late, extended].map(statusOf)).toEqual([
    'Filled',
    'Filled',
    'PreSubmitted',
    'Submitted',
  ]);
  const before = await last();
  expect(before).toMatch(/^\d/);
  test.clock.advance(hourMs);
  expect(await last()).not.toBe(before);
  test.clock.advance(7 * hourMs);
  expect([restingNight, restingBoth].map(statusOf)).toEqual(['Cancelled', 'Submitted']);
  test.clock.advance(12 * hourMs);
  expect(statusOf(restingBoth)).toBe('Cancelled');
});
