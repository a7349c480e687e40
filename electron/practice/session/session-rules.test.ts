// Promise to the session supervisor's tests: with --expire a session ends as GATEWAY_FACTS §2.2 says.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClock } from '../clock';
import { startTestGateway, type TestGateway } from '../testing/test-gateway';

const minuteMs = 60_000;
let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ expire: true });
});
afterEach(() => test.stop());

const status = async () => (await test.call('POST', '/iserver/auth/status')).body;

it('lives as long as it is used', async () => {
  for (let i = 0; i < 20; i++) {
    test.clock.advance(minuteMs);
    expect((await test.call('POST', '/tickle')).status).toBe(200);
  }
  expect(await status()).toMatchObject({ authenticated: true });
});

it('loses the brokerage after six idle minutes, the login after ten', async () => {
  test.clock.advance(7 * minuteMs);
  expect(await status()).toMatchObject({ authenticated: false, connected: true });
  test.clock.advance(11 * minuteMs);
  expect((await test.call('POST', '/iserver/auth/status')).status).toBe(401);
});

it('is logged out at midnight in New York', async () => {
  // It is 10:00 there when the test begins.
  for (let minute = 0; minute < 14 * 60 - 1; minute++) {
    test.clock.advance(minuteMs);
    await test.call('POST', '/tickle');
  }
  expect((await test.call('GET', '/iserver/accounts')).status).toBe(200);
  test.clock.advance(minuteMs);
  expect((await test.call('POST', '/tickle')).status).toBe(401);
});

it('has five minutes of maintenance at 01:00, with the web session alive', async () => {
  await test.stop();
  const clock = createClock({ startMs: Date.UTC(2026, 10, 24, 5, 59), manual: true });
  test = await startTestGateway({ expire: true, clock });
  clock.advance(2 * minuteMs);
  expect((await test.call('GET', '/iserver/accounts')).status).toBe(503);
  expect((await test.call('GET', '/portfolio/accounts')).status).toBe(200);
  clock.advance(4 * minuteMs);
  expect((await test.call('GET', '/iserver/accounts')).status).toBe(200);
});
