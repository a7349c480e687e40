// Seam: what the ticket learnt last — routes, algorithms, typed quantities, brackets' estimates, trails — on the wire.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, assert, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import { intentIdSchema } from '../../shared/domain/ids';
import type { OrderDraft } from '../../shared/domain/order-draft';
import { controlOf, isPlacing, type PracticeControl, type WireEntry } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { accountId, apple, draftOf, openDesk, practiceArgs, type Desk } from './orders-harness';

let practice: PracticeProcess;
let control: PracticeControl;
let desk: Desk;
beforeAll(async () => {
  practice = await startPractice({ seed: 43, args: practiceArgs });
  control = controlOf(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await control.setPrice(apple, 200);
  desk = await openDesk(practice);
});
afterEach(() => desk.close());

const wired = async (wanted: (entry: WireEntry) => boolean) => (await control.truth()).wireLog.filter(wanted);
const lastOrders = async () => ((await wired(isPlacing)).at(-1)?.body as { orders: object[] }).orders;
const place = async (change: Partial<OrderDraft>) => {
  const { submit, intentId, preview } = await desk.order(change);
  const submitted = await submit();
  assert(submitted.ok, JSON.stringify(submitted));
  for (let round = 1; desk.intent(intentId).state === 'question'; round += 1)
    await desk.service.answer({ intentId, round, confirmed: true });
  const { orderId } = await desk.until(intentId, ['acknowledged', 'working']);
  assert(orderId !== null);
  await vi.waitFor(() => expect(desk.book().orders.map((order) => order.orderId)).toContain(orderId));
  return { intentId, orderId, preview };
};

it('a directed order goes to its exchange by conidex alone, and its change keeps the route', async () => {
  const { orderId, preview } = await place({ route: 'NYSE' });
  expect(preview.sentence).toContain('NYSE');
  const [sent] = await lastOrders();
  expect(sent).toMatchObject({ conidex: `${apple}@NYSE` });
  expect(sent).not.toHaveProperty('conid');
  const listed = () => desk.book().orders.find((order) => order.orderId === orderId);
  await vi.waitFor(() => expect(listed()?.route).toBe('NYSE'));
  await expect(desk.order({ limitPrice: decimal('197.00') }, orderId)).rejects.toThrow('keeps the route');
  const change = await desk.order({ route: 'NYSE', limitPrice: decimal('197.00') }, orderId);
  expect(await change.submit()).toMatchObject({ ok: true, value: { state: 'acknowledged' } });
  await vi.waitFor(() => expect(listed()).toMatchObject({ route: 'NYSE', limitPrice: '197.00' }));
  await desk.service.cancel({ accountId, orderId });
});

const adaptive = {
  id: 'Adaptive',
  name: 'Adaptive',
  parameters: [{ id: 'adaptivePriority', name: 'Adaptive order priority/urgency', value: 'Patient' }],
};

it('an algorithm goes out with its parameters; what IBKR does not list is not sent; a change cannot lose it', async () => {
  await expect(desk.order({ algo: { ...adaptive, id: 'Nothing' } })).rejects.toThrow();
  const { orderId, preview } = await place({ algo: adaptive });
  expect(preview.sentence).toContain('Adaptive');
  expect(await lastOrders()).toMatchObject([
    { strategy: 'Adaptive', strategyParameters: { adaptivePriority: 'Patient' } },
  ]);
  await expect(desk.order({ limitPrice: decimal('197.00') }, orderId)).rejects.toThrow('algorithm');
  await desk.service.cancel({ accountId, orderId });
});

it('an order far over the limit waits for its quantity to be typed', async () => {
  const intentId = intentIdSchema.parse(randomUUID());
  const draft = draftOf({ quantity: decimal('300') });
  const state = await new Promise<Parameters<Parameters<Desk['trading']['watch']>[0]>[0]>((resolve) => {
    desk.trading.watch(resolve);
  });
  const set = await desk.trading.setLimits({ ...state.limits, valueSoft: decimal('1000') });
  assert(set.ok, JSON.stringify(set));
  const before = await control.orderPosts();
  for (const typedQuantity of [undefined, '', '30', '3e2', '300x']) {
    const preview = await desk.service.preview({ intentId, draft, modifies: null });
    assert(preview.ok);
    const { warnings, previewToken } = preview.value;
    expect(warnings.map(({ severity }) => severity)).toContain('typed');
    const acknowledgedWarnings = warnings.map(({ id }) => id);
    const submitted = await desk.service.submit({
      intentId,
      previewToken,
      acknowledgedWarnings,
      typedQuantity,
    });
    expect(submitted).toMatchObject({ ok: false, error: { code: 'blocked' } });
  }
  expect(await control.orderPosts()).toBe(before);
  const preview = await desk.service.preview({ intentId, draft, modifies: null });
  assert(preview.ok);
  const { warnings, previewToken } = preview.value;
  const acknowledgedWarnings = warnings.map(({ id }) => id);
  const request = { intentId, previewToken, acknowledgedWarnings, typedQuantity: '300.0' };
  expect((await desk.service.submit(request)).ok).toBe(true);
  expect(await control.orderPosts()).toBe(before + 1);
  const { orderId } = await desk.until(intentId, ['acknowledged', 'working']);
  if (orderId !== null) await desk.service.cancel({ accountId, orderId });
});

it('a bracket is estimated whole, and the estimate registers nothing', async () => {
  const exits: Partial<OrderDraft> = {
    takeProfit: { limitPrice: decimal('230.00'), tif: 'GTC', outsideRth: false },
    stopLoss: { stopPrice: decimal('180.00'), limitPrice: null, tif: 'GTC', outsideRth: false },
  };
  const created = (await control.truth()).ordersCreated.length;
  const { preview } = await desk.order(exits);
  expect(preview.whatIf?.amount).toContain('10 Shares');
  const estimate = await desk.service.estimate({ draft: draftOf(exits), modifies: null });
  expect(estimate).toMatchObject({
    ok: true,
    value: { error: null, whatIf: { amount: preview.whatIf?.amount } },
  });
  const asked = await wired(({ path }) => path.endsWith('/orders/whatif'));
  for (const { body } of asked.slice(-2)) {
    const [entry, target, stop] = (body as { orders: Array<Record<string, unknown>> }).orders;
    expect(target).toMatchObject({ parentId: entry?.['cOID'], price: 230 });
    expect(stop).toMatchObject({ parentId: entry?.['cOID'], price: 180 });
  }
  expect((await control.truth()).ordersCreated).toHaveLength(created);
});

it('a trailing stop that moved with the market can be changed: its trail stays, unless changed', async () => {
  const trailing: Partial<OrderDraft> = {
    ...{ side: 'SELL', orderType: 'TRAIL', limitPrice: null, stopPrice: decimal('190.00'), tif: 'GTC' },
    trail: { unit: 'amount', value: decimal('10.00') },
  };
  const { orderId } = await place({ ...trailing, quantity: decimal('1') });
  const listed = () => desk.book().orders.find((order) => order.orderId === orderId);
  const stop = () => Number(listed()?.stopPrice);
  await control.setPrice(apple, 204);
  await vi.waitFor(() => expect(stop()).toBeGreaterThan(192), 8000);
  expect(listed()?.trail).toEqual({ unit: 'amount', value: '10' });
  const now = listed()?.stopPrice ?? null;
  const change = await desk.order({ ...trailing, stopPrice: now, quantity: decimal('2') }, orderId);
  // Between review and press the market goes on, and the stop with it.
  await control.setPrice(apple, 206);
  await vi.waitFor(() => expect(stop()).toBeGreaterThan(194), 8000);
  const submitted = await change.submit();
  expect(submitted).toMatchObject({ ok: true, value: { kind: 'modify', state: 'acknowledged' } });
  await vi.waitFor(() => expect(listed()?.quantity).toBe('2'));
  expect(listed()?.trail).toEqual({ unit: 'amount', value: '10' });
  expect((await wired(({ path }) => path.endsWith(`/order/${orderId}`))).at(-1)?.body).toMatchObject({
    ...{ trailingAmt: 10, trailingType: 'amt', quantity: 2 },
  });
  await desk.service.cancel({ accountId, orderId });
});
