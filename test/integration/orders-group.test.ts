// Seam: a one-cancels-all group is one request; whatever becomes of it, nothing is doubled, hidden or falsely denied.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, assert, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import { conidSchema, intentIdSchema } from '../../shared/domain/ids';
import type { GroupedOrder, OrderDraft } from '../../shared/domain/order-draft';
import { controlOf, isPlacing, type PracticeControl } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { apple, draftOf, openDesk, practiceArgs, type Desk } from './orders-harness';

const microsoft = conidSchema.parse(272093);
const second: GroupedOrder = {
  ...{ conid: apple, side: 'BUY', quantity: decimal('5'), orderType: 'LMT' },
  ...{ limitPrice: decimal('196.00'), stopPrice: null, tif: 'DAY', outsideRth: false },
};
const third: GroupedOrder = { ...second, conid: microsoft, limitPrice: decimal('395.00') };
const three: Partial<OrderDraft> = { group: [second, third] };

let practice: PracticeProcess;
let control: PracticeControl;
let desk: Desk;
beforeAll(async () => {
  practice = await startPractice({ seed: 41, args: practiceArgs });
  control = controlOf(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await control.setPrice(apple, 200);
  await control.setPrice(microsoft, 400);
  desk = await openDesk(practice);
});
afterEach(async () => {
  await control.setFaults([]);
  desk.close();
});

type Sent = Record<string, unknown> & { readonly cOID: string };
const postsSince = async (before: number) =>
  (await control.truth()).wireLog
    .filter(isPlacing)
    .slice(before)
    .map(({ body }) => (body as { orders: Sent[] }).orders);
const orderOf = async (cOID: string | undefined) => {
  const found = (await control.truth()).orders.filter((order) => order.cOID === cOID);
  expect(found.length, 'one order per client id').toBeLessThanOrEqual(1);
  return found[0];
};
const place = async (change: Partial<OrderDraft>) => {
  const before = await control.orderPosts();
  const { submit, intentId, preview } = await desk.order(change);
  const submitted = await submit();
  assert(submitted.ok, JSON.stringify(submitted));
  const [sent, ...more] = await postsSince(before);
  expect(more).toEqual([]);
  return { intentId, preview, sent: sent ?? [], before };
};
const refusedFor = async (change: Partial<OrderDraft>) => {
  const intentId = intentIdSchema.parse(randomUUID());
  const preview = await desk.service.preview({ intentId, draft: draftOf(change), modifies: null });
  return preview.ok ? null : preview.error.code;
};

it.each([
  ['two', [second]],
  ['three', [second, third]],
])(
  '%s orders go out as one request, each with its own id; the first one filled cancels the others',
  async (_, group) => {
    const { intentId, sent, preview } = await place({ group });
    expect(preview.group).toHaveLength(group.length + 1);
    expect(sent).toMatchObject([
      { conid: apple, price: 198, quantity: 10, isSingleGroup: true },
      ...group.map(({ conid, limitPrice }) => ({ conid, price: Number(limitPrice), isSingleGroup: true })),
    ]);
    expect(new Set(sent.map(({ cOID }) => cOID)).size).toBe(sent.length);
    await desk.until(intentId, ['working']);
    await vi.waitFor(() =>
      expect(desk.intent(intentId).legs?.map(({ state }) => state)).toEqual(group.map(() => 'working')),
    );
    await control.setPrice(apple, 197.5);
    await desk.until(intentId, ['filled']);
    await vi.waitFor(() =>
      expect(desk.intent(intentId).legs?.map(({ state }) => state)).toEqual(group.map(() => 'cancelled')),
    );
    for (const { cOID } of sent.slice(1)) expect((await orderOf(cOID))?.status).toBe('Cancelled');
    expect(desk.intent(intentId).reason).toBeNull();
  },
);

it('another one filled cancels the first, and says which', async () => {
  const { intentId } = await place(three);
  await vi.waitFor(() => expect(desk.intent(intentId).legs?.[1]?.state).toBe('working'));
  const filled = desk.intent(intentId).legs?.[1]?.orderId;
  assert(filled != null);
  await control.fill(filled);
  await desk.until(intentId, ['cancelled']);
  expect(desk.intent(intentId).legs?.map(({ state }) => state)).toEqual(['cancelled', 'filled']);
});

it('says that a refused one is missing, and never calls the rest refused', async () => {
  await control.expectFate({ failLeg: 2 });
  const { intentId } = await place(three);
  await desk.until(intentId, ['working']);
  await vi.waitFor(() => expect(desk.intent(intentId).reason).toContain('may fill without cancelling'), 8000);
  expect(desk.intent(intentId).legs?.map(({ state }) => state)).toEqual(['working', 'missing']);
});

it('says that a refused one is missing even when the first has filled by then', async () => {
  const { submit, intentId } = await desk.order({ ...three, limitPrice: decimal('201.00') });
  await control.expectFate({ failLeg: 1 });
  assert((await submit()).ok);
  await desk.until(intentId, ['filled']);
  await vi.waitFor(() => expect(desk.intent(intentId).legs?.[0]?.state).toBe('missing'), 12_000);
});

it('with the first one refused the others are shown, and nothing is called rejected', async () => {
  await control.expectFate({ failLeg: 0 });
  const { intentId, sent } = await place(three);
  await vi.waitFor(() =>
    expect(desk.intent(intentId).legs?.map(({ state }) => state)).toEqual(['working', 'working']),
  );
  expect(desk.intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
  await vi.waitFor(() => expect(desk.intent(intentId).reason).toContain('other orders of this group'), 8000);
  expect(await orderOf(sent[0]?.cOID)).toBeUndefined();
  const working = desk.intent(intentId).legs?.[0]?.orderId;
  assert(working != null);
  await control.fill(working);
});

const channels: ReadonlyArray<[string, object]> = [
  ['a reset', { kind: 'rst' }],
  ['a close', { kind: 'fin' }],
  ['silence', { kind: 'hang' }],
  ['500', { kind: 'status', status: 500, body: { error: 'Internal' } }],
  ['a web page', { kind: 'html', status: 200, text: '<html>Login</html>' }],
];
const orders = '/iserver/account/*/orders';

it.each(channels)('%s after the effect: all three exist once, and are found', async (_, fault) => {
  await control.setFaults([
    { id: 'lost', match: { method: 'POST', path: orders }, point: 'after-effect', do: fault, times: 1 },
  ]);
  const { intentId, sent, before } = await place(three);
  const said = desk.intent(intentId).state;
  expect(['unknown', 'acknowledged', 'working']).toContain(said);
  await desk.until(intentId, ['working']);
  await vi.waitFor(() =>
    expect(desk.intent(intentId).legs?.map(({ state }) => state)).toEqual(['working', 'working']),
  );
  expect(await postsSince(before)).toHaveLength(1);
  for (const { cOID } of sent) expect((await orderOf(cOID))?.working).toBe(true);
  await control.fill(desk.intent(intentId).orderId ?? '');
  await desk.until(intentId, ['filled']);
});

it.each(channels)('%s before the effect: unknown, and all its contracts wait', async (_, fault) => {
  await control.setFaults([
    { id: 'lost', match: { method: 'POST', path: orders }, point: 'before-effect', do: fault, times: 1 },
  ]);
  const created = (await control.truth()).ordersCreated.length;
  const { intentId, before } = await place(three);
  expect(desk.intent(intentId).state).toBe('unknown');
  expect(desk.intent(intentId).legs?.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  expect(await refusedFor({})).toBe('blocked');
  expect(await refusedFor({ conid: microsoft, limitPrice: decimal('390.00') })).toBe('blocked');
  expect(
    await refusedFor({ conid: conidSchema.parse(4815747), limitPrice: decimal('1.00'), group: [third] }),
  ).toBe('blocked');
  await desk.service.checkNow({ intentId });
  expect(desk.intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
  expect(await desk.service.resolve({ intentId, exists: false })).toMatchObject({ ok: false });
  expect(await postsSince(before)).toHaveLength(1);
  expect((await control.truth()).ordersCreated).toHaveLength(created);
});

it.each([
  ['before IBKR read it', 'tls', false],
  ['after IBKR took it', 'after-effect', true],
] as const)('killed %s: unknown at the next start, never sent again', async (_, point, taken) => {
  const match = point === 'tls' ? {} : { method: 'POST', path: orders };
  const { submit, intentId } = await desk.order(three);
  const before = await control.orderPosts();
  const created = (await control.truth()).ordersCreated.length;
  await control.setFaults([{ id: 'kill', match, point, do: { kind: 'hang' } }]);
  const submitting = submit();
  if (taken)
    await vi.waitFor(async () => expect((await control.truth()).ordersCreated.length).toBe(created + 3));
  expect(desk.intent(intentId).state).toBe('sending');
  desk.close(true);
  await submitting.catch(() => undefined);
  await control.setFaults([]);
  desk = await openDesk(practice, desk.folder);
  if (taken) {
    await desk.until(intentId, ['working']);
    await control.fill(desk.intent(intentId).orderId ?? '');
    await desk.until(intentId, ['filled']);
  } else expect(desk.intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
  expect(await control.orderPosts()).toBe(before + (taken ? 1 : 0));
  expect((await control.truth()).ordersCreated).toHaveLength(created + (taken ? 3 : 0));
});

it('counts each order of a group against the limit of a minute', async () => {
  const state = await new Promise<Parameters<Parameters<Desk['trading']['watch']>[0]>[0]>((resolve) => {
    desk.trading.watch(resolve);
  });
  await desk.trading.setLimits({ ...state.limits, ordersPerMinute: 3 });
  const { intentId } = await place(three);
  await desk.until(intentId, ['working']);
  await control.fill(desk.intent(intentId).orderId ?? '');
  const next = await desk.order({ quantity: decimal('1') });
  expect(await next.submit()).toMatchObject({ ok: false, error: { code: 'blocked' } });
});
