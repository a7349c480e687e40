// Seam: no order leaves while another account than its own is selected at IBKR: the review selects it, and whatever
// changed it between review and send voids the send (ORDER_SAFETY §9, FAULTS G19). Judged by what the server received.
import { afterAll, afterEach, assert, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { accountIdSchema } from '../../shared/domain/ids';
import type { TradingState } from '../../shared/domain/trading';
import { controlOf, type PracticeControl } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { apple, openDesk, practiceArgs, type Desk } from './orders-harness';

const [one, two] = ['DU5550101', 'DU5550102'].map((id) => accountIdSchema.parse(id));
assert(one !== undefined && two !== undefined);

let practice: PracticeProcess;
let control: PracticeControl;
let desk: Desk;
let state: TradingState | null = null;
beforeAll(async () => {
  practice = await startPractice({ seed: 53, args: [...practiceArgs, '--scenario', 'advisor'] });
  control = controlOf(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await control.setPrice(apple, 200);
  desk = await openDesk(practice, undefined, two);
  desk.trading.watch((next) => (state = next));
});
afterEach(async () => {
  await control.setFaults([]);
  desk.close();
});

const selections = async () =>
  (await control.truth()).wireLog.filter(
    ({ method, path }) => method === 'POST' && path === '/iserver/account',
  );
/** Another program selects it, and the desk has heard of it. */
const act = async (selectedAccount: string) => {
  await control.broadcast({ topic: 'act', args: { accounts: [one, two], selectedAccount } });
  await vi.waitFor(() => expect(desk.accounts.selected.current()).toBe(selectedAccount));
};

it('the review selects the account of its order, once, and the order goes to that account', async () => {
  await act(one);
  const before = (await selections()).length;
  const { submit, intentId } = await desk.order({ accountId: two });
  expect((await selections()).slice(before)).toMatchObject([{ body: { acctId: two } }]);
  assert((await submit()).ok);
  for (let round = 1; desk.intent(intentId).state === 'question'; round += 1)
    await desk.service.answer({ intentId, round, confirmed: true });
  const { orderId } = await desk.until(intentId, ['working']);
  expect(desk.book().orders.find((order) => order.orderId === orderId)?.accountId).toBe(two);
  assert(orderId !== null);
  // Taking risk away never waits for a selection.
  await act(one);
  expect(await desk.service.cancel({ accountId: two, orderId })).toMatchObject({ ok: true });
});

it('what changes the selection after the review voids it: nothing is sent until it is reviewed again', async () => {
  const { submit, intentId } = await desk.order({ accountId: two });
  const posts = await control.orderPosts();
  await act(one);
  const sent = await submit();
  assert(!sent.ok && sent.error.code === 'blocked');
  expect(sent.error.message).toContain(`Account ${one} is selected at IBKR, this order is for ${two}`);
  expect(await control.orderPosts()).toBe(posts);
  expect(desk.book().intents.some((intent) => intent.intentId === intentId)).toBe(false);
  const again = await desk.order({ accountId: two });
  expect((await again.submit()).ok).toBe(true);
  expect(await control.orderPosts()).toBe(posts + 1);
});

it('an account this login does not list is said aloud, and the ticket stays with its own', async () => {
  expect([desk.accounts.selected.current() !== null, state?.strangeAccount]).toEqual([true, null]);
  await act('U9999999');
  await vi.waitFor(() => expect(state?.strangeAccount).toBe('U9999999'));
  const { preview } = await desk.order({ accountId: two });
  expect(preview.draft.accountId).toBe(two);
  await vi.waitFor(() => expect(state?.strangeAccount).toBeNull());
});

it('a selection that IBKR refuses stops the review', async () => {
  assert((await desk.gateway.accounts.switchAccount({ accountId: one })).ok);
  const match = { method: 'POST', path: '/iserver/account' };
  const answer = { kind: 'status', status: 500, body: { error: 'Invalid account ID' } };
  await control.setFaults([{ id: 'no', match, point: 'before-effect', do: answer }]);
  const posts = await control.orderPosts();
  await expect(desk.order({ accountId: two })).rejects.toThrow();
  expect(await control.orderPosts()).toBe(posts);
});
