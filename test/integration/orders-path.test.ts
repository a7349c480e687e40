// Seam: the whole order path of main over real TLS against the practice gateway, judged by the gateway's own truth.
import { afterAll, afterEach, assert, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { add, compare, decimal, multiply, subtract } from '../../shared/domain/decimal';
import { controlOf, isPlacing, type PracticeControl } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { accountId, apple, openDesk, practiceArgs, type Desk } from './orders-harness';

let practice: PracticeProcess;
let control: PracticeControl;
let desk: Desk;
beforeAll(async () => {
  practice = await startPractice({ seed: 7, args: practiceArgs });
  control = controlOf(practice);
  await control.setPrice(apple, 200);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  desk = await openDesk(practice);
});
afterEach(async () => {
  desk.close();
  await control.setFaults([]);
});

it('previews with quote, position and margin, places, works, fills: cash and position move by exactly that', async () => {
  const before = (await control.truth()).accounts[0];
  assert(before !== undefined);
  const { preview, submit, intentId } = await desk.order({ limitPrice: decimal('199.00') });
  expect(preview.mode).toBe('practice');
  expect(preview.quote?.last).not.toBeNull();
  expect(preview.whatIf?.amount).not.toBeNull();
  expect(preview.effect).toBe('adds');
  expect(preview.positionAfter).toBe(add(preview.positionBefore ?? decimal('0'), decimal('10')));
  expect(preview.warnings).toEqual([]);
  expect(preview.sentence).toContain('BUY 10 AAPL');
  const submitted = await submit();
  assert(submitted.ok);
  expect(submitted.value.state).toBe('acknowledged');
  await desk.until(intentId, ['working']);
  await control.setPrice(apple, 198.5);
  await desk.until(intentId, ['filled']);
  const after = await control.truth();
  const fills = after.executions.slice(-1);
  const cost = fills.reduce(
    (sum, fill) =>
      add(sum, add(multiply(decimal(fill.price), decimal(fill.quantity)), decimal(fill.commission))),
    decimal('0'),
  );
  const cash = (account: typeof before | undefined) => decimal(account?.cash['USD'] ?? '0');
  expect(compare(subtract(cash(before), cash(after.accounts[0])), cost)).toBe(0);
  await vi.waitFor(() =>
    expect(desk.book().executions.some((execution) => execution.commission !== null)).toBe(true),
  );
  expect(desk.book().orders.find((order) => order.orderId === desk.intent(intentId).orderId)).toMatchObject({
    ...{ phase: 'filled', placedHere: true, filled: '10', accountId },
  });
  await control.setPrice(apple, 200);
});

it('shows IBKR’s question word for word; declined leaves nothing in the book; accepted works', async () => {
  const declined = await desk.order({ limitPrice: decimal('150.00') });
  expect(declined.preview.whatIfNotes.join()).toContain('below the market');
  const asked = await declined.submit();
  assert(asked.ok);
  expect(asked.value).toMatchObject({
    state: 'question',
    question: { round: 1, heading: 'Price is far from the market' },
  });
  expect(asked.value.question?.text).toContain('price exceeds \nthe Percentage constraint of 3%');
  const created = (await control.truth()).ordersCreated.length;
  await desk.service.answer({ intentId: declined.intentId, round: 1, confirmed: false });
  await desk.until(declined.intentId, ['not-sent']);
  expect((await control.truth()).ordersCreated).toHaveLength(created);

  const accepted = await desk.order({ limitPrice: decimal('150.00') });
  await accepted.submit();
  const answered = await desk.service.answer({ intentId: accepted.intentId, round: 1, confirmed: true });
  expect(answered).toMatchObject({ ok: true, value: { state: 'acknowledged' } });
  const working = await desk.until(accepted.intentId, ['working']);
  expect((await control.truth()).ordersCreated).toHaveLength(created + 1);
  assert(working.orderId !== null);
  await desk.service.cancel({ accountId, orderId: working.orderId });
  await desk.until(accepted.intentId, ['cancelled']);
});

it('changes and cancels an order by its fresh copy', async () => {
  const placed = await desk.order({ limitPrice: decimal('199.00') });
  await placed.submit();
  const { orderId } = await desk.until(placed.intentId, ['working']);
  assert(orderId !== null);
  const change = await desk.order({ limitPrice: decimal('198.50'), quantity: decimal('12') }, orderId);
  expect(change.preview.sentence).toContain('quantity 10 → 12, limit 199.00 → 198.50');
  expect(await change.submit()).toMatchObject({ ok: true, value: { kind: 'modify', state: 'acknowledged' } });
  await vi.waitFor(() =>
    expect(desk.book().orders.find((order) => order.orderId === orderId)).toMatchObject({
      quantity: '12',
      limitPrice: '198.50',
    }),
  );
  const results = await Promise.all([1, 2, 3].map(() => desk.service.cancel({ accountId, orderId })));
  expect(results.every((result) => result.ok)).toBe(true);
  await desk.until(placed.intentId, ['cancelled']);
  const deletes = (await control.truth()).wireLog.filter(
    (entry) => entry.method === 'DELETE' && entry.path.endsWith(orderId),
  );
  expect(deletes).toHaveLength(1);
});

it('twenty presses, one order', async () => {
  const { submit, intentId } = await desk.order({ limitPrice: decimal('199.00') });
  await Promise.all(Array.from({ length: 20 }, submit));
  const { orderId } = await desk.until(intentId, ['working']);
  const { orders, wireLog } = await control.truth();
  const cOID = orders.find((order) => String(order.orderId) === orderId)?.cOID ?? 'none';
  expect(
    wireLog.filter((entry) => isPlacing(entry) && JSON.stringify(entry.body).includes(cOID)),
  ).toHaveLength(1);
  expect(orders.filter((order) => order.cOID === cOID)).toHaveLength(1);
  assert(orderId !== null);
  await desk.service.cancel({ accountId, orderId });
  await desk.until(intentId, ['cancelled']);
});

it('shows orders placed elsewhere as external', async () => {
  await control.external({
    acctId: accountId,
    conid: 272093,
    side: 'BUY',
    orderType: 'LMT',
    price: 1,
    quantity: 1,
    tif: 'DAY',
  });
  await vi.waitFor(
    () =>
      expect(desk.book().orders.find((order) => order.conid === 272093)).toMatchObject({
        placedHere: false,
        orderRef: null,
      }),
    {
      timeout: 10_000,
    },
  );
});
