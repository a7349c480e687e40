// Seam: one human intent is at most one order, and the app says only what it can prove.
import { assert, beforeEach, expect, it } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import type { IntentId } from '../../shared/domain/ids';
import { err, ok } from '../../shared/result';
import type { MarketPicture, OrderWire } from '../../electron/services/orders/ports';
import { createManualClock, type ManualClock } from '../../electron/support/manual-clock';
import { createDesk, draftOf, type Desk } from './orders-desk';
import { conids, createModelBroker, type ModelBroker } from './orders-model-broker';

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

it('places one order, and follows it to the fill', async () => {
  const { intentId, submitted } = await desk.order();
  const result = await submitted;
  assert(result !== null && result.ok);
  expect(result.value.state).toBe('acknowledged');
  await clock.advance(6_000);
  expect(intent(intentId).state).toBe('working');
  broker.fillAll();
  await clock.advance(100);
  expect(intent(intentId).state).toBe('filled');
  expect(desk.book().orders).toMatchObject([{ phase: 'filled', placedHere: true }]);
  expect(posts()).toBe(1);
});

it('fifty presses are one order', async () => {
  const { submit, submitted } = await desk.order();
  assert(submit !== null);
  const results = await Promise.all([submitted, ...Array.from({ length: 50 }, submit)]);
  expect(results.every((result) => result.ok)).toBe(true);
  expect(posts()).toBe(1);
});

it('sends nothing without a fresh review of exactly this order', async () => {
  const { intentId, preview } = await desk.review(draftOf());
  assert(preview.ok);
  const submit = (previewToken: string, id = intentId) =>
    desk
      .service()
      .submit({ intentId: id, previewToken, acknowledgedWarnings: preview.value.warnings.map((w) => w.id) });
  const other = await desk.review(draftOf({ quantity: decimal('20') }));
  expect(await submit('forged')).toMatchObject({ ok: false, error: { code: 'preview-needed' } });
  expect(await submit(preview.value.previewToken, other.intentId)).toMatchObject({ ok: false });
  expect(
    await desk
      .service()
      .submit({ intentId, previewToken: preview.value.previewToken, acknowledgedWarnings: [] }),
  ).toMatchObject({
    ok: false,
    error: { code: 'blocked' },
  });
  // The refused press used the review up.
  expect(await submit(preview.value.previewToken)).toMatchObject({
    ok: false,
    error: { code: 'preview-needed' },
  });
  const again = await desk.service().preview({ intentId, draft: draftOf(), modifies: null });
  assert(again.ok);
  await clock.advance(30_001);
  expect(await submit(again.value.previewToken)).toMatchObject({
    ok: false,
    error: { code: 'preview-needed' },
  });
  expect(posts()).toBe(0);
});

it.each([
  ['tightened', { quantityHard: decimal('9') }],
  ['changed in any way', { valueSoft: decimal('200000') }],
])('a review does not outlive the limits it was made under: %s', async (_, limits) => {
  const { intentId, preview } = await desk.review(draftOf());
  assert(preview.ok);
  desk.setLimits(limits);
  const acknowledgedWarnings = preview.value.warnings.map((warning) => warning.id);
  const { previewToken } = preview.value;
  expect(await desk.service().submit({ intentId, previewToken, acknowledgedWarnings })).toMatchObject({
    ok: false,
    error: { code: 'preview-needed', message: expect.stringContaining('limits') as string },
  });
  expect(posts()).toBe(0);
  const again = await desk.service().preview({ intentId, draft: draftOf(), modifies: null });
  assert(again.ok);
  expect(again.value.warnings.some(({ id }) => id === 'size-over-cap')).toBe('quantityHard' in limits);
});

const picture: MarketPicture = {
  ...{ conid: conids[0], symbol: 'S', last: decimal('100'), lastMark: null, bid: decimal('99.9') },
  ...{ ask: decimal('100'), bidSize: null, askSize: null, change: null, changePercent: null, open: null },
  ...{ high: null, low: null, previousClose: null, volume: null, availability: 'live', feed: 'line' },
  ...{ more: { shortability: '1' }, asOfMs: 0 },
};

it('a review tells how old the price was when read, and what there is to borrow', async () => {
  const idsAt = async (ageMs: number, side: 'BUY' | 'SELL') => {
    const asOfMs = clock.now() - ageMs;
    const wire = { ...broker.wire, quote: async () => ok({ ...picture, asOfMs }) };
    // IBKR's estimate takes its time meanwhile.
    const whatIf: OrderWire['whatIf'] = async (...asked) => {
      clock.shiftWall(4_000);
      return broker.wire.whatIf(...asked);
    };
    const { preview } = await createDesk({ ...broker, wire: { ...wire, whatIf } }, clock).review(
      draftOf({ side }),
    );
    assert(preview.ok);
    return preview.value.warnings.map(({ id }) => id);
  };
  const [fresh, old] = [await idsAt(4_000, 'BUY'), await idsAt(5_001, 'SELL')];
  expect(fresh).not.toContain('quote-old');
  expect(fresh).not.toContain('short-scarce');
  expect(old).toEqual(expect.arrayContaining(['quote-old', 'short-scarce']));
});

it('prices in pence are marked in the warnings of a review and in what is added to a question', async () => {
  broker.askNext(1);
  const instrument: OrderWire['instrument'] = async (...asked) => {
    const found = await broker.wire.instrument(...asked);
    return found.ok ? ok({ ...found.value, currency: 'GBP', priceMagnifier: decimal('100') }) : found;
  };
  const quote = async () => ok({ ...picture, asOfMs: clock.now() });
  const london = createDesk({ ...broker, wire: { ...broker.wire, instrument, quote } }, clock);
  const { preview, submitted } = await london.order(conids[0], { limitPrice: decimal('105') });
  assert(preview.ok);
  expect(preview.value.warnings.map(({ text }) => text).join()).toContain(
    'Your limit 105 GBX is 5.0 % above',
  );
  const result = await submitted;
  assert(result !== null && result.ok);
  expect(result.value.question?.explanation).toContain('Your price 105 GBX');
});

it('an option is weighed by what it moves at its strike', async () => {
  const instrument: OrderWire['instrument'] = async (...asked) => {
    const found = await broker.wire.instrument(...asked);
    const option = { assetClass: 'OPT', strike: decimal('2600'), multiplier: decimal('100') };
    return found.ok ? ok({ ...found.value, ...option }) : found;
  };
  const options = createDesk({ ...broker, wire: { ...broker.wire, instrument } }, clock);
  const { preview } = await options.review(draftOf({ quantity: decimal('1'), limitPrice: decimal('3') }));
  assert(preview.ok);
  expect(preview.value.warnings).toContainEqual(
    expect.objectContaining({ id: 'option-exposure', severity: 'soft' }),
  );
});

it('without an estimate of IBKR’s an order that opens wants its quantity typed; one that closes is not held', async () => {
  const failed = err({ code: 'unavailable', message: 'HTTP 500.', meaning: '', action: '' } as const);
  const press = async (held: string, typed: { readonly typedQuantity?: string }) => {
    const wire = { ...broker.wire, positionOf: async () => ok(decimal(held)), whatIf: async () => failed };
    const blind = createDesk({ ...broker, wire }, clock);
    const { intentId, preview } = await blind.review(draftOf());
    assert(preview.ok);
    const { previewToken, warnings } = preview.value;
    const acknowledgedWarnings = warnings.map(({ id }) => id);
    return (await blind.service().submit({ intentId, previewToken, acknowledgedWarnings, ...typed })).ok;
  };
  expect(await press('0', {})).toBe(false);
  expect(posts()).toBe(0);
  expect(await press('0', { typedQuantity: '10' })).toBe(true);
  expect(await press('-10', {})).toBe(true);
  expect(posts()).toBe(2);
});

it('never sends what it could not record', async () => {
  const { preview, intentId } = await desk.review(draftOf());
  assert(preview.ok);
  desk.setDiskFull(true);
  const acknowledgedWarnings = preview.value.warnings.map((warning) => warning.id);
  const result = await desk
    .service()
    .submit({ intentId, previewToken: preview.value.previewToken, acknowledgedWarnings });
  expect(result).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  expect(posts()).toBe(0);
  expect((await desk.review(draftOf())).preview).toMatchObject({
    ok: false,
    error: { code: 'storage-failed' },
  });
  desk.setDiskFull(false);
  const { submitted } = await desk.order();
  expect(await submitted).toMatchObject({ ok: true, value: { state: 'acknowledged' } });
  expect(posts()).toBe(1);
});

it('asks the questions one at a time and answers each once', async () => {
  broker.askNext(2);
  const { intentId, submitted } = await desk.order();
  expect(await submitted).toMatchObject({
    ok: true,
    value: { state: 'question', question: { round: 1, text: 'Sure?' } },
  });
  expect(desk.holds()).toBe(1);
  expect((await desk.order(conids[1])).preview).toMatchObject({ ok: false, error: { code: 'blocked' } });
  const answers = await Promise.all(
    [1, 2, 3].map(() => desk.service().answer({ intentId, round: 1, confirmed: true })),
  );
  expect(answers[0]).toMatchObject({ ok: true, value: { state: 'question', question: { round: 2 } } });
  expect(await desk.service().answer({ intentId, round: 1, confirmed: true })).toMatchObject({
    value: { question: { round: 2 } },
  });
  expect(await desk.service().answer({ intentId, round: 2, confirmed: true })).toMatchObject({
    value: { state: 'acknowledged' },
  });
  expect([...broker.truth.replies.values()]).toEqual([1, 1]);
  expect(desk.holds()).toBe(0);
  expect(broker.truth.orders.size).toBe(1);
});

it('a declined order is called not sent only after the book was read twice', async () => {
  broker.askNext(1);
  const { intentId, submitted } = await desk.order();
  await submitted;
  expect(await desk.service().answer({ intentId, round: 1, confirmed: false })).toMatchObject({
    value: { state: 'declining' },
  });
  await clock.advance(1_000);
  expect(intent(intentId).state).toBe('declining');
  await clock.advance(12_000);
  expect(intent(intentId)).toMatchObject({
    state: 'not-sent',
    reason: 'You declined; IBKR’s book does not hold it.',
  });
  expect(broker.truth.orders.size).toBe(0);
});

it('an unanswered question becomes unknown after a minute, without a reply', async () => {
  broker.askNext(1);
  const { intentId, submitted } = await desk.order();
  await submitted;
  await clock.advance(60_001);
  expect(intent(intentId).state).toBe('unknown');
  expect(await desk.service().answer({ intentId, round: 1, confirmed: true })).toMatchObject({
    value: { state: 'unknown' },
  });
  expect(broker.truth.replies.size).toBe(0);
});

it('a lost answer is unknown, then found; never sent twice', async () => {
  broker.setFault('lost-after');
  const { intentId, submitted } = await desk.order();
  expect(await submitted).toMatchObject({ ok: true, value: { state: 'unknown' } });
  expect((await desk.order()).preview, 'same account and contract').toMatchObject({
    ok: false,
    error: { code: 'blocked' },
  });
  await clock.advance(7_000);
  expect(intent(intentId).state).toBe('working');
  expect(intent(intentId).evidence.join()).toContain('Submitted');
  expect(posts()).toBe(1);
});

it('an order that never arrived stays unknown until absence is proven, and the human says so', async () => {
  broker.setFault('lost-before');
  const { intentId, submitted } = await desk.order();
  await submitted;
  await clock.advance(100_000);
  expect(intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: false });
  expect(await desk.service().resolve({ intentId, exists: false })).toMatchObject({
    error: { code: 'not-known-yet' },
  });
  await clock.advance(60_000);
  expect(intent(intentId)).toMatchObject({ state: 'unknown', absenceProven: true });
  await clock.advance(3_600_000);
  expect(intent(intentId).state, 'no machine decides').toBe('unknown');
  expect(await desk.service().resolve({ intentId, exists: false })).toMatchObject({
    value: { state: 'not-sent' },
  });
  expect((await desk.order()).preview.ok).toBe(true);
});

it('lists that are still warming up, or a session that comes and goes, prove no absence', async () => {
  broker.setFault('lost-before');
  broker.setWarm(false);
  const { intentId, submitted } = await desk.order();
  await submitted;
  await clock.advance(300_000);
  expect(intent(intentId).absenceProven).toBe(false);
  broker.setWarm(true);
  for (let minute = 0; minute < 6; minute++) {
    await clock.advance(60_000);
    broker.setReady(false);
    await clock.advance(1_000);
    broker.setReady(true);
  }
  expect(intent(intentId).absenceProven).toBe(false);
  await clock.advance(200_000);
  expect(intent(intentId).absenceProven).toBe(true);
});

it('a refused connection is proof that nothing was sent', async () => {
  broker.setFault('refused-connection');
  const { submitted } = await desk.order();
  expect(await submitted).toMatchObject({ ok: true, value: { state: 'not-sent' } });
  expect(posts()).toBe(0);
});

it.each(['hangs-before', 'hangs-after'] as const)(
  'killed while sending (%s): unknown after the restart, then settled',
  async (fault) => {
    broker.setFault(fault);
    const { intentId } = await desk.order();
    await clock.advance(1_000);
    desk.kill();
    expect(intent(intentId).state).toBe('unknown');
    expect((await desk.order()).preview).toMatchObject({ ok: false, error: { code: 'blocked' } });
    await clock.advance(200_000);
    expect(intent(intentId)).toMatchObject(
      fault === 'hangs-after' ? { state: 'working' } : { state: 'unknown', absenceProven: true },
    );
    expect(broker.truth.orders.size).toBe(fault === 'hangs-after' ? 1 : 0);
    expect(posts()).toBe(1);
  },
);

it('killed with a question open: unknown, and the old question cannot be answered any more', async () => {
  broker.askNext(1);
  const { intentId, submitted } = await desk.order();
  await submitted;
  desk.kill();
  expect(intent(intentId)).toMatchObject({ state: 'unknown', question: null });
  await desk.service().answer({ intentId, round: 1, confirmed: true });
  expect(broker.truth.replies.size).toBe(0);
});

it('changes an order by a reviewed difference, and cancels it when asked', async () => {
  await (
    await desk.order()
  ).submitted;
  await clock.advance(10_000);
  const order = desk.book().orders[0];
  assert(order !== undefined);
  const change = await desk.order(conids[0], { limitPrice: decimal('101') }, order.orderId);
  assert(change.preview.ok);
  expect(change.preview.value.sentence).toContain('limit 100 → 101');
  expect(await change.submitted).toMatchObject({
    ok: true,
    value: { kind: 'modify', state: 'acknowledged' },
  });
  await clock.advance(7_000);
  expect(desk.book().orders).toMatchObject([{ limitPrice: '101', orderId: order.orderId }]);
  const cancelled = await Promise.all([1, 2, 3].map(() => desk.service().cancel(order)));
  expect(cancelled.every((result) => result.ok)).toBe(true);
  expect(broker.truth.cancels).toEqual([order.orderId]);
  expect(desk.book().orders).toMatchObject([{ phase: 'cancelling' }]);
  await clock.advance(7_000);
  expect(desk.book().orders).toMatchObject([{ phase: 'cancelled' }]);
});

it('a change whose answer was lost is looked up in the order itself', async () => {
  await (
    await desk.order()
  ).submitted;
  await clock.advance(10_000);
  const order = desk.book().orders[0];
  assert(order !== undefined);
  broker.setFault('lost-after');
  const applied = await desk.order(conids[0], { limitPrice: decimal('101') }, order.orderId);
  expect(await applied.submitted).toMatchObject({ value: { state: 'unknown' } });
  await clock.advance(7_000);
  expect(intent(applied.intentId).state).toBe('working');
  broker.setFault('lost-before');
  const lost = await desk.order(conids[0], { limitPrice: decimal('102') }, order.orderId);
  await lost.submitted;
  await clock.advance(160_000);
  expect(intent(lost.intentId)).toMatchObject({ state: 'unknown', absenceProven: true });
  expect(broker.truth.orders.size).toBe(1);
});

it.each(['-1', '0', '', 'NaN', '1e3', '007'])('refuses to cancel order id %j', async (orderId) => {
  const result = await desk.service().cancel({ accountId: draftOf().accountId, orderId: orderId as never });
  expect(result.ok).toBe(false);
  expect(broker.truth.cancels).toEqual([]);
});

it('sends nothing while the session is away', async () => {
  const { intentId, preview } = await desk.review(draftOf());
  assert(preview.ok);
  broker.setReady(false);
  const acknowledgedWarnings = preview.value.warnings.map((warning) => warning.id);
  const result = await desk
    .service()
    .submit({ intentId, previewToken: preview.value.previewToken, acknowledgedWarnings });
  expect(result).toMatchObject({ ok: false, error: { code: 'link-lost' } });
  expect(posts()).toBe(0);
});
