// Seam: what cannot be recorded is not sent, what cannot be proven is not said, what is odd is said aloud.
import { assert, beforeEach, expect, it, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import type { IntentId } from '../../shared/domain/ids';
import { fold } from '../../electron/services/orders/intent-fold';
import { createManualClock, type ManualClock } from '../../electron/support/manual-clock';
import { createDesk, draftOf, type Desk } from './orders-desk';
import { conids, createModelBroker, otherAccountId, type ModelBroker } from './orders-model-broker';

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
const posts = () => [...broker.truth.received.values()].reduce((a, b) => a + b, 0);

it.each([
  ['its intent', 0],
  ['that it is about to be sent', 1],
])('an order is not sent when %s cannot be recorded', async (_, writes) => {
  const { intentId, preview } = await desk.review(draftOf());
  assert(preview.ok);
  desk.setRoomFor(writes);
  const { previewToken, warnings } = preview.value;
  const acknowledgedWarnings = warnings.map((warning) => warning.id);
  const result = await desk.service().submit({ intentId, previewToken, acknowledgedWarnings });
  expect(result).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  expect(posts()).toBe(0);
  desk.setRoomFor(100);
  desk.kill();
  expect(desk.book().intents.map((each) => each.state)).toEqual(writes === 0 ? [] : ['not-sent']);
});

it('an answer that cannot be recorded is not given', async () => {
  broker.askNext(1);
  const { intentId, submitted } = await desk.order();
  await submitted;
  desk.setDiskFull(true);
  const result = await desk.service().answer({ intentId, round: 1, confirmed: true });
  expect(result).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  expect(broker.truth.replies.size).toBe(0);
  expect(intent(intentId).state).toBe('unknown');
  expect(desk.holds()).toBe(0);
});

it('asks IBKR nothing else while a question is open', async () => {
  broker.askNext(1);
  const { intentId, submitted } = await desk.order();
  await submitted;
  const before = broker.listsRead();
  await clock.advance(50_000);
  expect(broker.listsRead()).toBe(before);
  await desk.service().answer({ intentId, round: 1, confirmed: true });
  await clock.advance(7_000);
  expect(broker.listsRead()).toBeGreaterThan(before);
});

it('another round starts the proof of absence anew: it may release what was left behind', async () => {
  broker.setFault('lost-before');
  const { intentId, submitted } = await desk.order();
  await submitted;
  await clock.advance(115_000);
  await (
    await desk.order(conids[1])
  ).submitted;
  await clock.advance(60_000);
  expect(intent(intentId).absenceProven).toBe(false);
  await clock.advance(100_000);
  expect(intent(intentId).absenceProven).toBe(true);
});

it('a wire that breaks the rules by throwing is unknown, not a failure', async () => {
  const { intentId, preview } = await desk.review(draftOf());
  assert(preview.ok);
  const place = vi.spyOn(broker.wire, 'place').mockRejectedValueOnce(new Error('bug'));
  const { previewToken, warnings } = preview.value;
  const result = await desk
    .service()
    .submit({ intentId, previewToken, acknowledgedWarnings: warnings.map((warning) => warning.id) });
  expect(result).toMatchObject({ ok: true, value: { state: 'unknown' } });
  place.mockRestore();
});

it('refuses what the session cannot prove to be safe', async () => {
  vi.spyOn(broker.accounts, 'known').mockReturnValue(null);
  expect((await desk.review(draftOf())).preview).toMatchObject({ ok: false, error: { code: 'blocked' } });
  expect(posts()).toBe(0);
});

it('says so when an acknowledged order never shows up, and when one ticket has two live orders', async () => {
  const { intentId, submitted } = await desk.order();
  await submitted;
  const [held] = broker.truth.orders.values();
  assert(held !== undefined);
  broker.truth.orders.clear();
  await clock.advance(200_000);
  expect(intent(intentId)).toMatchObject({ state: 'acknowledged' });
  expect(intent(intentId).reason).toContain('does not show it');
  broker.truth.orders.set('1', { ...held, orderId: '5001' });
  broker.truth.orders.set('2', { ...held, orderId: '5002' });
  await clock.advance(40_000);
  expect(intent(intentId).state).toBe('working');
  expect(intent(intentId).reason).toContain('2 live orders for this one ticket');
});

it('does not change an order that filled, or was changed elsewhere, during the review', async () => {
  await (
    await desk.order()
  ).submitted;
  await clock.advance(10_000);
  const order = desk.book().orders[0];
  assert(order !== undefined);
  const change = await desk.review(draftOf({ limitPrice: decimal('101') }), order.orderId);
  assert(change.preview.ok);
  broker.fillAll();
  const { previewToken } = change.preview.value;
  const acknowledgedWarnings = change.preview.value.warnings.map((warning) => warning.id);
  const result = await desk
    .service()
    .submit({ intentId: change.intentId, previewToken, acknowledgedWarnings });
  expect(result).toMatchObject({ ok: false, error: { code: 'blocked' } });
  expect([...broker.truth.orders.values()].map((held) => held.price)).toEqual([100]);
});

it('a question dies with its session: no answer is given to it any more', async () => {
  broker.askNext(1);
  const { intentId, submitted } = await desk.order();
  await submitted;
  broker.setReady(false);
  expect(intent(intentId)).toMatchObject({ state: 'unknown', question: null });
  broker.setReady(true);
  expect(await desk.service().answer({ intentId, round: 1, confirmed: true })).toMatchObject({
    value: { state: 'unknown' },
  });
  expect(broker.truth.replies.size).toBe(0);
  expect(desk.holds()).toBe(0);
});

it('a list that was asked for before the order went out proves nothing about it', async () => {
  broker.setFault('lost-before');
  const { intentId, submitted } = await desk.order();
  await submitted;
  await clock.advance(200_000);
  const records = desk.records();
  const sentAt = records.find((record) => record.kind === 'SEND_BEGIN')?.monoMs ?? 0;
  const stateWith = (startedMonoMs: (original: number) => number) =>
    fold(
      records.map((record) => {
        if (record.kind !== 'EVIDENCE' || !record.payload.includes('startedMonoMs')) return record;
        const payload = JSON.parse(record.payload) as { startedMonoMs: number };
        return {
          ...record,
          payload: JSON.stringify({ ...payload, startedMonoMs: startedMonoMs(payload.startedMonoMs) }),
        };
      }),
    ).intents.get(intentId);
  expect(stateWith((original) => original)?.proof.proven).toBe(true);
  expect(stateWith((original) => original - 2 * 200_000)?.proof).toMatchObject({
    firstListMs: null,
    tradeReads: 0,
  });
  expect(stateWith(() => sentAt - 1)?.proof).toMatchObject({
    firstListMs: null,
    lastListMs: null,
    tradeReads: 0,
  });
});

it('a declined order that cannot be looked up becomes unknown in a minute, whatever the system time does', async () => {
  broker.askNext(1);
  const { intentId, submitted } = await desk.order();
  await submitted;
  broker.setWarm(false);
  await desk.service().answer({ intentId, round: 1, confirmed: false });
  clock.shiftWall(-3_600_000);
  await clock.advance(130_000);
  expect(intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
});

it('a system time set back neither bars the next order nor frees the way past the limit of a minute', async () => {
  await (
    await desk.order()
  ).submitted;
  clock.shiftWall(-3_600_000);
  await clock.advance(2_000);
  expect(await (await desk.order(conids[1])).submitted).toMatchObject({ ok: true });
  clock.shiftWall(7_200_000);
  const soon = await desk.order(conids[0], { quantity: decimal('3') });
  expect(await soon.submitted, 'one a second').toMatchObject({ ok: false, error: { code: 'blocked' } });
});

it('a position that the fills do not explain is an alarm with its evidence, until the human takes it', async () => {
  await (
    await desk.order()
  ).submitted;
  await clock.advance(10_000);
  broker.fillAll();
  await clock.advance(400_000);
  expect(desk.book().alarms, 'explained').toEqual([]);
  const odd = [{ conid: conids[0], symbol: 'S1', quantity: decimal('15') }];
  vi.spyOn(broker.wire, 'positions').mockImplementation(async (id) => ({
    ok: true,
    value: { complete: true, rows: id === otherAccountId ? [] : odd },
  }));
  await clock.advance(310_000);
  await clock.advance(100_000);
  const [alarm] = desk.book().alarms;
  expect(alarm).toMatchObject({ kind: 'position', alarmId: 'position:1:10:15' });
  expect(alarm?.evidence.join(' ')).toContain('5 unexplained');
  desk.kill();
  await clock.advance(100_000);
  expect(desk.book().alarms, 'a restart does not forget it').toHaveLength(1);
  expect(
    await desk.service().acceptAlarm({ accountId: draftOf().accountId, alarmId: 'position:1:10:15' }),
  ).toMatchObject({ ok: true });
  await clock.advance(400_000);
  expect(desk.book().alarms).toEqual([]);
});

it('more filled than ordered is an alarm, accepted once and raised again when it grows', async () => {
  await (
    await desk.order()
  ).submitted;
  await clock.advance(10_000);
  const [held] = broker.truth.orders.values();
  assert(held !== undefined);
  held.filled = decimal('12');
  await clock.advance(100_000);
  const over = () => desk.book().alarms.filter(({ kind }) => kind === 'over-fill');
  expect(over()).toMatchObject([{ alarmId: `over-fill:${held.orderId}:12` }]);
  const accountId = draftOf().accountId;
  await desk.service().acceptAlarm({ accountId, alarmId: `over-fill:${held.orderId}:12` });
  desk.kill();
  await clock.advance(100_000);
  expect(over()).toEqual([]);
  held.filled = decimal('13');
  await clock.advance(100_000);
  expect(over()).toMatchObject([{ alarmId: `over-fill:${held.orderId}:13` }]);
});

it('the trades of one account prove nothing about an order of another', async () => {
  broker.setFault('lost-before');
  const { intentId, submitted } = await desk.order(conids[0], { accountId: otherAccountId });
  await submitted;
  const asked: string[] = [];
  vi.spyOn(broker.wire, 'trades').mockImplementation(async (id) => {
    asked.push(id);
    return id === otherAccountId
      ? { ok: false, error: { code: 'unavailable', message: '', meaning: '', action: '' } }
      : { ok: true, value: { complete: true, executions: [] } };
  });
  await clock.advance(300_000);
  expect(asked).toContain(otherAccountId);
  expect(intent(intentId).absenceProven).toBe(false);
});

it('a way out of a prompt counts as a yes, whatever the window calls it', async () => {
  const prompt = { orderId: '77', options: ['Transmit', "Don't Transmit"] };
  const asked = { kind: 'question', replyId: 'r', messages: ['Sure?'], messageIds: ['p12'], prompt } as const;
  vi.spyOn(broker.wire, 'place').mockResolvedValueOnce(asked);
  vi.spyOn(broker.wire, 'answerPrompt').mockResolvedValueOnce({
    ...{ kind: 'unknown', text: 'Success', answered: true },
  });
  const { intentId, submitted } = await desk.order();
  await submitted;
  await desk.service().answer({ intentId, round: 1, confirmed: false, option: 'Transmit' });
  await clock.advance(30_000);
  expect(intent(intentId).state).toBe('unknown');
});

it('a review taken before a sleep that stopped the clock is too old after it', async () => {
  const { intentId, preview } = await desk.review(draftOf());
  assert(preview.ok);
  clock.shiftWall(8 * 3_600_000);
  const { previewToken, warnings } = preview.value;
  const acknowledgedWarnings = warnings.map((warning) => warning.id);
  expect(await desk.service().submit({ intentId, previewToken, acknowledgedWarnings })).toMatchObject({
    ok: false,
    error: { code: 'preview-needed' },
  });
  expect(posts()).toBe(0);
});

it('a change below what has filled during the review is not sent', async () => {
  await (
    await desk.order()
  ).submitted;
  await clock.advance(10_000);
  const [order] = desk.book().orders;
  assert(order !== undefined);
  const change = await desk.review(draftOf({ quantity: decimal('6') }), order.orderId);
  assert(change.preview.ok);
  const [held] = broker.truth.orders.values();
  assert(held !== undefined);
  held.filled = decimal('7');
  await clock.advance(7_000);
  await desk.service().checkNow({ intentId: desk.book().intents[0]?.intentId ?? change.intentId });
  const { previewToken, warnings } = change.preview.value;
  const acknowledgedWarnings = warnings.map((warning) => warning.id);
  const result = await desk
    .service()
    .submit({ intentId: change.intentId, previewToken, acknowledgedWarnings });
  expect(result).toMatchObject({ ok: false, error: { code: 'blocked' } });
  expect(held.quantity).toBe(10);
});

it('an order filled before its change is not said to have the new values', async () => {
  await (
    await desk.order()
  ).submitted;
  await clock.advance(10_000);
  const [order] = desk.book().orders;
  assert(order !== undefined);
  broker.setFault('lost-before');
  const change = await desk.order(conids[0], { limitPrice: decimal('101') }, order.orderId);
  await change.submitted;
  broker.fillAll();
  await clock.advance(40_000);
  expect(intent(change.intentId)).toMatchObject({ state: 'filled' });
  expect(intent(change.intentId).evidence.join()).not.toContain('with the new values');
});

it('an order reviewed anew after its record failed half-way keeps the name it was sent under', async () => {
  const first = await desk.review(draftOf());
  assert(first.preview.ok);
  const submit = (preview: {
    readonly previewToken: string;
    readonly warnings: ReadonlyArray<{ id: string }>;
  }) =>
    desk.service().submit({
      ...{ intentId: first.intentId, previewToken: preview.previewToken },
      acknowledgedWarnings: preview.warnings.map(({ id }) => id),
    });
  desk.setAnchorFails(true);
  expect(await submit(first.preview.value)).toMatchObject({ ok: false });
  expect(posts()).toBe(0);
  desk.setAnchorFails(false);
  const again = await desk.service().preview({ intentId: first.intentId, draft: draftOf(), modifies: null });
  assert(again.ok);
  broker.setFault('lost-after');
  await submit(again.value);
  expect(posts()).toBe(1);
  desk.kill();
  await clock.advance(200_000);
  const [held] = broker.truth.orders.values();
  expect(intent(first.intentId)).toMatchObject({ state: 'working', orderId: held?.orderId });
});
