// Seam: kill switch, cancelling several, timeline and muted questions over real TLS, judged by the gateway's truth.
import { afterAll, afterEach, assert, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import type { OrderDraft } from '../../shared/domain/order-draft';
import type { TradingState } from '../../shared/domain/trading';
import { controlOf, isPlacing, type PracticeControl } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { accountId, apple, openDesk, practiceArgs, type Desk } from './orders-harness';

let practice: PracticeProcess;
let control: PracticeControl;
let desk: Desk;
let state: TradingState | null = null;
beforeAll(async () => {
  practice = await startPractice({ seed: 31, args: practiceArgs });
  control = controlOf(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await control.setPrice(apple, 200);
  desk = await openDesk(practice);
  desk.trading.watch((next) => (state = next));
});
afterEach(async () => {
  await control.setFaults([]);
  await control.setSession({ authenticated: true, connected: true });
  for (const order of desk.book().orders)
    if (order.phase !== 'cancelled' && order.phase !== 'filled')
      await desk.service.cancel({ accountId, orderId: order.orderId });
  desk.close();
});

const place = async (change: Partial<OrderDraft> = {}) => {
  const { submit, intentId } = await desk.order(change);
  const submitted = await submit();
  assert(submitted.ok, JSON.stringify(submitted));
  for (let round = 1; desk.intent(intentId).state === 'question'; round += 1)
    await desk.service.answer({ intentId, round, confirmed: true });
  const { orderId } = await desk.until(intentId, ['acknowledged', 'working']);
  assert(orderId !== null);
  // One order a second at most, in the desk's fast time.
  await new Promise((resolve) => setTimeout(resolve, 120));
  return { intentId, orderId };
};
const stopOrder = { orderType: 'STP', side: 'SELL', limitPrice: null, stopPrice: decimal('150.00') } as const;
const working = async () => (await control.truth()).orders.filter((order) => order.working);

it('cancels all but the protective stop, says so, and does nothing with an old or foreign plan', async () => {
  const near = await place({ quantity: decimal('3') });
  const stop = await place({ ...stopOrder, quantity: decimal('1') });
  await vi.waitFor(() => expect(desk.book().orders.length).toBeGreaterThanOrEqual(2));
  const plan = await desk.service.planCancel({ accountId, orderIds: null, includeProtective: false });
  assert(plan.ok);
  expect(plan.value.cancels.map(({ orderId }) => orderId)).toContain(near.orderId);
  expect(plan.value.keeps.map(({ orderId }) => orderId)).toContain(stop.orderId);
  expect(plan.value.sentence).toMatch(/Cancel \d working orders? on DU5550001 \(PRACTICE\): AAPL\..* stay/);
  expect((await desk.service.cancelMany({ planToken: 'forged' })).ok).toBe(false);
  const report = await desk.service.cancelMany({ planToken: plan.value.planToken });
  assert(report.ok);
  expect(report.value.asked).toBe(plan.value.cancels.length);
  expect((await desk.service.cancelMany({ planToken: plan.value.planToken })).ok).toBe(false);
  await vi.waitFor(async () =>
    expect(String((await working()).map((order) => order.orderId))).toBe(stop.orderId),
  );

  const rest = await desk.service.planCancel({ accountId, orderIds: null, includeProtective: true });
  assert(rest.ok);
  expect(rest.value.typeToConfirm).toBe('CANCEL ALL');
  expect((await desk.service.cancelMany({ planToken: rest.value.planToken })).ok).toBe(false);
  expect((await desk.service.cancelMany({ planToken: rest.value.planToken, typed: 'cancel all' })).ok).toBe(
    true,
  );
  await vi.waitFor(async () => expect(await working()).toEqual([]));
});

it('tells the life of an order from its journal', async () => {
  const { orderId, intentId } = await place();
  await desk.service.cancel({ accountId, orderId });
  await desk.until(intentId, ['cancelled']);
  const timeline = await desk.service.timeline({ intentId });
  assert(timeline.ok);
  const texts = timeline.value.map(({ text }) => text);
  expect(texts[0]).toContain('You confirmed: BUY 10 AAPL');
  expect(texts).toContain('Written down; sending to IBKR.');
  expect(texts).toContain(`IBKR acknowledged it as order ${orderId}.`);
  expect(texts).toContain('IBKR received the cancel; the order may still fill.');
  const times = timeline.value.map(({ atMs }) => atMs);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

it('kill switch: latches first, cancels what was placed here, leaves foreign orders, and wants the word', async () => {
  await place({ quantity: decimal('2') });
  await place({ ...stopOrder, quantity: decimal('1') });
  await control.external({
    conid: apple,
    side: 'BUY',
    quantity: 1,
    orderType: 'LMT',
    price: 150,
    acctId: accountId,
  });
  const late = await desk.order({ quantity: decimal('4') });
  const killed = await desk.trading.killSwitch('placed-here', '');
  assert(killed.ok);
  expect(killed.value).toMatchObject({ armed: false, kill: { why: 'You pressed the kill switch.' } });
  expect(await late.submit()).toMatchObject({ ok: false, error: { code: 'trading-off' } });
  await vi.waitFor(() => expect(state?.kill?.cancelling).toMatchObject({ running: false }), {
    timeout: 8000,
  });
  expect(state?.kill?.cancelling?.sentence).toBe('2 of 2 confirmed cancelled.');
  expect((await working()).map((order) => order.cOID)).toEqual([
    expect.not.stringMatching(/^d[a-z2-7]{26}$/),
  ]);
  const all = await desk.trading.killSwitch('all', 'cancel all');
  assert(all.ok);
  await vi.waitFor(async () => expect(await working()).toEqual([]), { timeout: 8000 });
  expect((await desk.trading.release('no')).ok).toBe(false);
  expect(await desk.trading.release('RELEASE')).toMatchObject({
    ok: true,
    value: { armed: true, kill: null },
  });
});

it('kill switch with the gateway away: latched at once, nothing called cancelled, done when it is back', async () => {
  await place({ quantity: decimal('2') });
  await control.setFaults([
    { id: 'away', match: { path: '*' }, point: 'before-effect', do: { kind: 'rst' } },
  ]);
  const pressed = desk.trading.killSwitch('placed-here', '');
  // Before anything is waited for.
  expect(state?.kill).not.toBeNull();
  const killed = await pressed;
  assert(killed.ok);
  expect(killed.value.kill).not.toBeNull();
  await vi.waitFor(async () => {
    const struck = (await control.truth()).wireLog.filter(({ fault }) => fault === 'away');
    expect(struck.length, 'it tried').toBeGreaterThan(1);
  });
  expect(state?.kill?.cancelling).toMatchObject({ confirmed: 0, running: true });
  expect((await working()).length).toBe(1);
  await control.setFaults([]);
  await vi.waitFor(async () => expect(await working()).toEqual([]), { timeout: 20_000 });
  await vi.waitFor(() => expect(state?.kill?.cancelling?.running).toBe(false), { timeout: 10_000 });
  expect((await desk.trading.release('release')).ok).toBe(true);
});

it('a yes to a question sends nothing once trading is off', async () => {
  const { submit, intentId } = await desk.order({ limitPrice: decimal('150.00') });
  await submit();
  expect(desk.intent(intentId).state).toBe('question');
  const before = (await control.truth()).repliesApplied.length;
  await desk.trading.disarm();
  expect(await desk.service.answer({ intentId, round: 1, confirmed: true })).toMatchObject({ ok: false });
  expect((await control.truth()).repliesApplied.length).toBe(before);
  const no = await desk.service.answer({ intentId, round: 1, confirmed: false });
  expect(no.ok).toBe(true);
  await desk.trading.arm('');
  await desk.until(intentId, ['not-sent'], 15_000);
});

it('mutes general notices only, counts them, and forgets them on reset', async () => {
  expect((await desk.trading.suppress(['o163'])).ok).toBe(false);
  expect((await desk.trading.suppress(['o10331', 'o451'])).ok).toBe(false);
  const muted = await desk.trading.suppress(['o10331']);
  assert(muted.ok);
  expect(muted.value.filter((question) => question.muted).map(({ messageId }) => messageId)).toEqual([
    'o10331',
  ]);
  expect(state?.mutedQuestions).toBe(1);
  expect((await desk.trading.resetQuestions()).ok).toBe(true);
  expect(state?.mutedQuestions).toBe(0);
});

it('more orders than the limit of a minute latch the switch', async () => {
  await desk.trading.setLimits({ ...(state as TradingState).limits, ordersPerMinute: 2 });
  await place({ quantity: decimal('1') });
  await place({ quantity: decimal('2') });
  const sent = (await control.truth()).wireLog.filter(isPlacing).length;
  const third = await desk.order({ quantity: decimal('3') });
  expect((await third.submit()).ok).toBe(false);
  expect(state?.kill?.why).toBe('More orders than your limit of 2 a minute.');
  expect((await control.truth()).wireLog.filter(isPlacing).length).toBe(sent);
});
