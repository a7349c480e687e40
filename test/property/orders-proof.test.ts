// Seam: what IBKR's lists may prove. An accepted order is never called absent, and a fill is counted once.
import { assert, beforeEach, expect, it, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import { accountIdSchema, conidSchema, type IntentId } from '../../shared/domain/ids';
import type { Execution } from '../../shared/domain/order';
import { ok } from '../../shared/result';
import type { OrderRow } from '../../electron/services/orders/ports';
import { createManualClock, type ManualClock } from '../../electron/support/manual-clock';
import { createDesk, type Desk } from './orders-desk';
import { accountId, conids, createModelBroker, type ModelBroker } from './orders-model-broker';

let clock: ManualClock;
let broker: ModelBroker;
let desk: Desk;
beforeEach(async () => {
  clock = createManualClock();
  broker = createModelBroker(clock);
  desk = createDesk(broker, clock);
  await clock.advance(10_000);
});

const intent = (id: IntentId) => {
  const found = desk.book().intents.find((each) => each.intentId === id);
  assert(found !== undefined);
  return found;
};
const list = (rows: ReadonlyArray<OrderRow>) =>
  vi.spyOn(broker.wire, 'liveOrders').mockImplementation(async () => ok({ complete: true, rows }));

/** Accepted by IBKR, though the answer was lost. */
const lostOrder = async () => {
  broker.setFault('lost-after');
  const { intentId, submitted } = await desk.order();
  await submitted;
  const [held] = broker.truth.orders.values();
  assert(held !== undefined);
  return { intentId, orderId: held.orderId, orderRef: held.body.cOID ?? '' };
};
const minutes = 60_000;

it('an empty list of an account that this login does not have proves nothing', async () => {
  const { intentId } = await lostOrder();
  vi.spyOn(broker.accounts, 'known').mockReturnValue(null);
  list([]);
  await clock.advance(10 * minutes);
  expect(intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
});

it('the lists of another user prove nothing about an order of the first', async () => {
  const { intentId } = await lostOrder();
  broker.logInAs('someone else');
  list([]);
  await clock.advance(10 * minutes);
  expect(intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
});

it('one cache read twice proves nothing: the list is made anew before an order is called absent', async () => {
  const { intentId, orderId, orderRef } = await lostOrder();
  const held: OrderRow = {
    ...{ orderId, accountId, conid: conids[0], side: 'BUY', status: 'Submitted', orderRef },
  };
  vi.spyOn(broker.wire, 'liveOrders').mockImplementation(async (_accountId, how) =>
    ok({ complete: true, rows: how?.afresh === true ? [held] : [] }),
  );
  await clock.advance(10 * minutes);
  expect(intent(intentId)).toMatchObject({ state: 'working', orderId });
});

it('a row that cannot be read may be the order looked for', async () => {
  const { intentId, orderId, orderRef } = await lostOrder();
  list([{ orderId, accountId, conid: conids[0], orderRef }]);
  await clock.advance(10 * minutes);
  expect(intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
  expect(desk.service().bookOf(accountId).known).toBe(false);
});

it('an order of ours on another account is shown with an alarm, never as absent', async () => {
  const { intentId, orderId, orderRef } = await lostOrder();
  const elsewhere = accountIdSchema.parse('DU9');
  list([{ orderId, accountId: elsewhere, conid: conids[0], side: 'BUY', status: 'Submitted', orderRef }]);
  await clock.advance(10 * minutes);
  expect(intent(intentId)).toMatchObject({ state: 'working', orderId });
  expect(intent(intentId).reason).toContain('DU9');
});

it('a list as long as IBKR makes them may be cut off', async () => {
  const { intentId } = await lostOrder();
  const foreign = Array.from({ length: 1000 }, (_, index): OrderRow => ({
    ...{ orderId: String(70_000 + index), accountId, conid: conids[1], side: 'BUY', status: 'Submitted' },
    orderRef: null,
  }));
  list(foreign);
  await clock.advance(10 * minutes);
  expect(intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
});

it('trades of seven days say nothing about an order sent before', async () => {
  const { intentId } = await lostOrder();
  clock.shiftWall(7 * 86_400_000);
  desk.kill();
  list([]);
  await clock.advance(10 * minutes);
  expect(intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
});

const execution = (executionId: string, orderRef: string, change: Partial<Execution> = {}): Execution => ({
  ...{
    executionId,
    orderRef,
    orderId: null,
    accountId,
    conid: conidSchema.parse(1),
    symbol: 'S1',
    side: 'BUY',
  },
  ...{ quantity: decimal('5'), price: decimal('1'), commission: null, netAmount: null, exchange: null },
  ...{ timeMs: clock.now(), assetClass: null },
  ...change,
});

it.each([
  ['a corrected fill', ['a.01.01', 'a.01.02']],
  ['a fill told twice', ['a.01.01', 'a.01.01']],
])('%s is counted once: half is not the whole', async (_, ids) => {
  const { intentId, orderRef } = await lostOrder();
  list([]);
  vi.spyOn(broker.wire, 'trades').mockImplementation(async () =>
    ok({ complete: true, executions: ids.map((id) => execution(id, orderRef)) }),
  );
  await clock.advance(1 * minutes);
  expect(intent(intentId).state).toBe('working');
});

it('fills of an exit under the entry’s name do not fill the entry', async () => {
  const { intentId, orderRef } = await lostOrder();
  list([]);
  vi.spyOn(broker.wire, 'trades').mockImplementation(async () =>
    ok({
      complete: true,
      executions: [execution('a.01', orderRef), execution('b.01', orderRef, { side: 'SELL' })],
    }),
  );
  await clock.advance(1 * minutes);
  expect(intent(intentId).state).toBe('working');
});

it('two halves fill it', async () => {
  const { intentId, orderRef } = await lostOrder();
  list([]);
  vi.spyOn(broker.wire, 'trades').mockImplementation(async () =>
    ok({ complete: true, executions: [execution('a.01', orderRef), execution('b.01', orderRef)] }),
  );
  await clock.advance(1 * minutes);
  expect(intent(intentId).state).toBe('filled');
});
