// Seam: between the press and the first byte trading may stop; what is on its way then is followed to its end.
import { afterAll, afterEach, assert, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TradingState } from '../../shared/domain/trading';
import { decimal } from '../../shared/domain/decimal';
import { startGatewayProxy, type GatewayProxy } from '../support/gateway-proxy';
import { controlOf, isPlacing, type PracticeControl } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { apple, openDesk, practiceArgs, type Desk } from './orders-harness';

let practice: PracticeProcess;
let control: PracticeControl;
let proxy: GatewayProxy;
let desk: Desk;
let state: TradingState | null = null;
beforeAll(async () => {
  practice = await startPractice({ seed: 41, args: practiceArgs });
  control = controlOf(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await control.setPrice(apple, 200);
  proxy = await startGatewayProxy(Number(new URL(practice.url).port));
  desk = await openDesk({ ...practice, url: practice.url.replace(/:\d+/, `:${proxy.port}`) });
  desk.trading.watch((next) => (state = next));
});
afterEach(async () => {
  await control.setFaults([]);
  desk.close();
  await proxy.close();
});
const posts = async () => (await control.truth()).wireLog.filter(isPlacing).length;

it.each([
  ['the kill switch', () => desk.trading.killSwitch('placed-here', '')],
  ['disarming', () => desk.trading.disarm()],
])('an order that still waits for its connection does not leave after %s', async (_, stop) => {
  const { submit, intentId } = await desk.order();
  const before = await posts();
  const connections = proxy.connectionCount();
  proxy.stall();
  const sending = submit();
  await vi.waitFor(() => expect(proxy.connectionCount()).toBeGreaterThan(connections));
  await stop();
  proxy.resume();
  await sending;
  expect(desk.intent(intentId)).toMatchObject({ state: 'not-sent' });
  expect(await posts()).toBe(before);
});

it('the kill switch does not rest while an outcome is unknown, and cancels what comes of it', async () => {
  const { submit, intentId } = await desk.order({ quantity: decimal('3') });
  await control.setFaults([
    {
      id: 'slow',
      match: { method: 'POST', path: '^/iserver/account/[^/]+/orders$' },
      point: 'before-effect',
      do: { kind: 'delay', ms: 40_000 },
      times: 1,
    },
  ]);
  const before = await posts();
  const sending = submit();
  await vi.waitFor(async () => expect(await posts()).toBe(before + 1));
  proxy.dropConnections();
  await sending;
  expect(desk.intent(intentId).state).toBe('unknown');
  await desk.trading.killSwitch('placed-here', '');
  const { orderId } = await desk.until(intentId, ['cancelled'], 20_000);
  assert(orderId !== null);
  await vi.waitFor(() => expect(state?.kill?.cancelling).toMatchObject({ running: false }), {
    timeout: 8000,
  });
  expect(await control.workingOrders()).toBe(0);
}, 40_000);
