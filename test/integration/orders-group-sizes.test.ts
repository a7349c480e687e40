// Seam: groups of four to eight orders, and IBKR's questions about groups and brackets: after yes all of them exist once
// and are found, after no or a lost answer nothing is doubled, hidden or falsely denied. Judged by the server's truth.
import { afterAll, afterEach, assert, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import type { IntentId } from '../../shared/domain/ids';
import { type GroupedOrder, type OrderDraft, orderDraftSchema } from '../../shared/domain/order-draft';
import { controlOf, isPlacing, type PracticeControl } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { apple, draftOf, openDesk, practiceArgs, type Desk } from './orders-harness';

let practice: PracticeProcess;
let control: PracticeControl;
let desk: Desk;
beforeAll(async () => {
  practice = await startPractice({ seed: 61, args: practiceArgs });
  control = controlOf(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await control.setPrice(apple, 200);
  desk = await openDesk(practice);
});
afterEach(async () => {
  await control.setFaults([]);
  for (const order of (await control.truth()).orders.filter(({ working }) => working))
    await desk.service.cancel({ accountId: desk.book().accountId, orderId: String(order.orderId) as never });
  desk.close();
});

const member = (at: number): GroupedOrder => ({
  ...{ conid: apple, side: 'BUY', quantity: decimal(String(at + 2)), orderType: 'LMT' },
  ...{ limitPrice: decimal(`197.${9 - at}0`), stopPrice: null, tif: 'DAY', outsideRth: false },
});
const groupOf = (size: number): Partial<OrderDraft> => ({
  group: Array.from({ length: size - 1 }, (_, at) => member(at)),
});
const bracket: Partial<OrderDraft> = {
  takeProfit: { limitPrice: decimal('204.00'), tif: 'GTC', outsideRth: false },
  stopLoss: { stopPrice: decimal('190.00'), limitPrice: null, tif: 'GTC', outsideRth: false },
};

async function press(change: Partial<OrderDraft>) {
  const before = await control.truth();
  const { submit, intentId } = await desk.order(change);
  const submitted = await submit();
  assert(submitted.ok, JSON.stringify(submitted));
  return { intentId, before };
}
/** What the server made since, of whatever request. */
const madeSince = async (before: { readonly orders: ReadonlyArray<{ readonly orderId: number }> }) => {
  const known = new Set(before.orders.map(({ orderId }) => orderId));
  return (await control.truth()).orders.filter(({ orderId }) => !known.has(orderId));
};
const legStates = (intentId: IntentId) => desk.intent(intentId).legs?.map(({ state }) => state);
const agreeToAll = async (intentId: IntentId) => {
  for (let round = 1; desk.intent(intentId).state === 'question'; round += 1)
    await desk.service.answer({ intentId, round, confirmed: true });
};

it.each([4, 5, 6, 7, 8])('%i orders: one request, each once; one filled cancels all others', async (size) => {
  const posts = await control.orderPosts();
  const { intentId, before } = await press(groupOf(size));
  await agreeToAll(intentId);
  await desk.until(intentId, ['working']);
  await vi.waitFor(() => expect(legStates(intentId)).toEqual(Array(size - 1).fill('working')));
  const made = await madeSince(before);
  expect(made).toHaveLength(size);
  expect(new Set(made.map(({ cOID }) => cOID)).size).toBe(size);
  expect(await control.orderPosts()).toBe(posts + 1);
  const body = (await control.truth()).wireLog.filter(isPlacing).at(-1)?.body as { orders: unknown[] };
  expect(body.orders).toHaveLength(size);

  const last = desk.intent(intentId).legs?.at(-1)?.orderId;
  assert(last != null);
  await control.fill(last);
  await desk.until(intentId, ['cancelled']);
  await vi.waitFor(() =>
    expect(legStates(intentId)).toEqual([...(Array(size - 2).fill('cancelled') as string[]), 'filled']),
  );
  expect((await madeSince(before)).filter(({ status }) => status === 'Filled')).toHaveLength(1);
});

it('a ninth order is not taken', () => {
  expect(orderDraftSchema.safeParse(draftOf(groupOf(8))).success).toBe(true);
  expect(orderDraftSchema.safeParse(draftOf(groupOf(9))).success).toBe(false);
});

const kinds: ReadonlyArray<[string, Partial<OrderDraft>, number]> = [
  ['a group of four', groupOf(4), 4],
  ['a group of eight', groupOf(8), 8],
  ['a bracket', bracket, 3],
];

it.each(kinds)('%s, two questions, both yes: all of them exist, once', async (_, change, count) => {
  await control.expectQuestions(['o163', 'o354']);
  const { intentId, before } = await press(change);
  expect(desk.intent(intentId).state).toBe('question');
  expect(await madeSince(before)).toEqual([]);
  await agreeToAll(intentId);
  await desk.until(intentId, ['working']);
  await vi.waitFor(() => {
    const states = legStates(intentId) ?? [];
    expect(states).toHaveLength(count - 1);
    for (const state of states) expect(['working', 'acknowledged', 'waiting']).toContain(state);
  });
  expect(await madeSince(before)).toHaveLength(count);
});

it.each(kinds)(
  '%s, the second question declined: none of them exists, and that is proven',
  async (_, change) => {
    await control.expectQuestions(['o163', 'o354']);
    const { intentId, before } = await press(change);
    await desk.service.answer({ intentId, round: 1, confirmed: true });
    expect(desk.intent(intentId).state).toBe('question');
    await desk.service.answer({ intentId, round: 2, confirmed: false });
    await desk.until(intentId, ['not-sent'], 20_000);
    expect(await madeSince(before)).toEqual([]);
  },
);

it.each(kinds)(
  '%s, the answer to its yes lost: never called rejected, all found by the machine',
  async (_, change, count) => {
    // Only the one question: what a stop or a price would raise by itself is muted.
    await desk.gateway.orders.suppressMessages({ messageIds: ['o10331', 'o10152'] });
    await control.expectQuestions(['o163']);
    const { intentId, before } = await press(change);
    const match = { method: 'POST', path: '^/iserver/reply/.*', nth: 1 };
    await control.setFaults([{ id: 'lost', match, point: 'after-effect', do: { kind: 'rst' } }]);
    await desk.service.answer({ intentId, round: 1, confirmed: true });
    expect(['rejected', 'not-sent']).not.toContain(desk.intent(intentId).state);
    await desk.until(intentId, ['working'], 15_000);
    await vi.waitFor(() => {
      for (const state of legStates(intentId) ?? [])
        expect(['rejected', 'missing', 'unknown']).not.toContain(state);
    }, 8_000);
    expect(await madeSince(before)).toHaveLength(count);
  },
);
