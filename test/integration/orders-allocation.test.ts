// Seam: an advisor's order is split as reviewed, stands in the master account, and its doubt covers every account of it.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, assert, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import { accountIdSchema, intentIdSchema, type IntentId } from '../../shared/domain/ids';
import type { OrderDraft } from '../../shared/domain/order-draft';
import { controlOf, isPlacing, type PracticeControl } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { apple, draftOf, openDesk, practiceArgs, type Desk } from './orders-harness';

const master = accountIdSchema.parse('DF5550100');
const [one, two] = ['DU5550101', 'DU5550102'].map((id) => accountIdSchema.parse(id));
assert(one !== undefined && two !== undefined);

let practice: PracticeProcess;
let control: PracticeControl;
let desk: Desk;
beforeAll(async () => {
  practice = await startPractice({ seed: 47, args: [...practiceArgs, '--scenario', 'advisor'] });
  control = controlOf(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await control.setPrice(apple, 200);
  desk = await openDesk(practice, undefined, master);
});
afterEach(async () => {
  await control.setFaults([]);
  desk.close();
});

const toGroup: Partial<OrderDraft> = {
  accountId: master,
  allocation: { kind: 'group', name: 'All Clients', method: 'E' },
  quantity: decimal('12'),
};
const toShares: Partial<OrderDraft> = {
  accountId: master,
  quantity: decimal('12'),
  allocation: {
    kind: 'shares',
    shares: [
      { accountId: one, quantity: decimal('9') },
      { accountId: two, quantity: decimal('3') },
    ],
  },
};
/** The practice gateway asks about an order's size by what the master owns: nothing. */
const agree = async (intentId: IntentId) => {
  for (let round = 1; desk.intent(intentId).state === 'question'; round += 1)
    await desk.service.answer({ intentId, round, confirmed: true });
};
const held = async () =>
  (await control.truth()).accounts.map(({ positions }) =>
    Number(positions.find(({ conid }) => conid === apple)?.quantity ?? 0),
  );

it.each([
  ['a group', toGroup, { acctId: 'All Clients' }, '/iserver/account/All%20Clients/orders', [0, 4, 4, 4]],
  [
    'shares',
    toShares,
    {
      acctId: master,
      jsonPayload: {
        allocation_profile: {
          alloc_type: 'SHARE',
          allocations: [
            { account: one, amount: 9 },
            { account: two, amount: 3 },
          ],
        },
      },
    },
    `/iserver/account/${master}/orders`,
    [0, 9, 3, 0],
  ],
])('an order for %s: reviewed, sent once, filled as it was split', async (_, change, body, path, shares) => {
  const before = await held();
  const posts = await control.orderPosts();
  const { preview, submit, intentId } = await desk.order(change);
  expect(preview.effect).toBe('unknown');
  expect(preview.warnings.map(({ id }) => id)).toContain('position-unknown');
  const submitted = await submit();
  assert(submitted.ok, JSON.stringify(submitted));
  await agree(intentId);
  await desk.until(intentId, ['working']);
  await control.setPrice(apple, 197);
  await desk.until(intentId, ['filled']);
  const [sent, ...more] = (await control.truth()).wireLog.filter(isPlacing).slice(posts);
  expect(more).toEqual([]);
  expect([decodeURI(sent?.path ?? '')]).toEqual([expect.stringContaining(decodeURI(path))]);
  expect(sent?.body).toMatchObject({ orders: [body] });
  expect((await held()).map((now, index) => now - (before[index] ?? 0))).toEqual(shares);
});

const faultAt = (point: string, path = '/iserver/account/*/orders') =>
  control.setFaults([
    {
      ...{ id: 'lost', match: { method: 'POST', path } },
      ...{ point, do: { kind: 'rst' }, times: 1 },
    },
  ]);
const refusedFor = async (change: Partial<OrderDraft>) => {
  const intentId = intentIdSchema.parse(randomUUID());
  const preview = await desk.service.preview({ intentId, draft: draftOf(change), modifies: null });
  return preview.ok ? null : preview.error.code;
};

it.each([
  ['a group', toGroup],
  ['shares', toShares],
])('the answer for %s lost: it waits in every account it may be in, and is found once', async (_, change) => {
  const posts = await control.orderPosts();
  const lost = await desk.order(change);
  await faultAt('before-effect');
  const sent = await lost.submit();
  assert(sent.ok, JSON.stringify(sent));
  expect(desk.intent(lost.intentId).state).toBe('unknown');
  expect(await refusedFor({ accountId: one, quantity: decimal('1') })).toBe('blocked');
  expect(await refusedFor(change)).toBe('blocked');
  expect(await control.orderPosts()).toBe(posts + 1);
  desk.close();

  desk = await openDesk(practice, undefined, master);
  const taken = await desk.order(change);
  const created = (await control.truth()).ordersCreated.length;
  const again = await taken.submit();
  assert(again.ok, JSON.stringify(again));
  expect(desk.intent(taken.intentId).question?.round).toBe(1);
  await faultAt('after-effect', '/iserver/reply/*');
  await agree(taken.intentId);
  const { orderId } = await desk.until(taken.intentId, ['working']);
  expect((await control.truth()).ordersCreated).toHaveLength(created + 1);
  assert(orderId !== null);
  await desk.service.cancel({ accountId: master, orderId });
  await desk.until(taken.intentId, ['cancelled']);
});

it('a share for an account that IBKR does not list is not sent; a change cannot undo the split', async () => {
  const stranger = accountIdSchema.parse('DU9999999');
  const shares = [{ accountId: stranger, quantity: decimal('12') }];
  expect(await refusedFor({ ...toShares, allocation: { kind: 'shares', shares } })).toBe('blocked');
  const { submit, intentId } = await desk.order(toShares);
  const submitted = await submit();
  assert(submitted.ok, JSON.stringify(submitted));
  await agree(intentId);
  const { orderId } = await desk.until(intentId, ['working']);
  assert(orderId !== null);
  const plain: Partial<OrderDraft> = { accountId: master, quantity: decimal('6') };
  await expect(desk.order(plain, orderId)).rejects.toThrow('allocat');
  await desk.service.cancel({ accountId: master, orderId });
  await vi.waitFor(async () =>
    expect((await control.truth()).orders.filter(({ working }) => working)).toEqual([]),
  );
});
