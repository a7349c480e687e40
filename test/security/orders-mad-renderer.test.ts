// Seam: a renderer gone mad, through the real router, contract and handlers: nothing reaches the wire but what the
// guards allow, and it latches (ORDER_SAFETY §13.24).
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contract } from '../../shared/ipc/contract';
import { createHandlers, type Services } from '../../electron/ipc/handlers';
import { createRouter } from '../../electron/ipc/router';
import { createOrderService } from '../../electron/services/orders/order-service';
import { createTrading } from '../../electron/services/trading/trading';
import { createTradingGuard } from '../../electron/services/trading/trading-guard';
import { openStore } from '../../electron/store/open-store';
import { createManualClock } from '../../electron/support/manual-clock';
import { silentLog } from '../../electron/support/log';
import { accountId, createModelBroker } from '../property/orders-model-broker';

const messages = 10_000;

function setUp() {
  const clock = createManualClock();
  const broker = createModelBroker(clock);
  const folder = mkdtempSync(join(tmpdir(), 'portico-mad-'));
  const store = openStore(join(folder, 'portico.sqlite'), clock);
  const guard = createTradingGuard({
    ...{ profile: 'practice', store, session: broker.session, clock },
    watchDayPnl: () => () => undefined,
  });
  const orders = createOrderService({
    ...broker,
    holdReads: () => () => undefined,
    ...{ store, clock, permit: guard, log: silentLog },
  });
  const silent = async () => {
    throw new Error('not part of this test');
  };
  const trading = createTrading(guard, {
    ...{ orders, accounts: broker.accounts, session: broker.session, clock },
    gateway: { orders: { suppressMessages: silent, resetSuppressedMessages: silent } },
  });
  orders.start();
  // The other services are not asked for anything here.
  const handlers = createHandlers(
    new Proxy(
      { orders, trading },
      { get: (own, name): unknown => Reflect.get(own, name) ?? absent },
    ) as unknown as Services,
  );
  const router = createRouter(contract, handlers, silentLog);
  return {
    ...{ clock, broker, router, guard },
    close: () => {
      trading.stop();
      orders.stop();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whatever is asked of a service that this test does without is another such service. */
const absent: object = new Proxy({}, { get: () => absent });
/** Repeatable noise: a linear congruential generator is enough to choose messages. */
function noise(seed: number) {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return {
    next,
    pick: <T>(choices: ReadonlyArray<T>): T => choices[Math.floor(next() * choices.length)] as T,
  };
}

interface Answer {
  readonly ok: boolean;
  readonly value?: {
    readonly previewToken?: string;
    readonly warnings?: ReadonlyArray<{ readonly id: string }>;
  };
}

it.each([1, 2, 3])('seed %i: 10,000 messages', async (seed) => {
  const { clock, broker, router, guard, close } = setUp();
  const { next, pick } = noise(seed);
  const tokens: string[] = ['', 'x', 'A'.repeat(32), '../../etc'];
  const intents: string[] = [randomUUID(), 'not-a-uuid', ''];
  let reviewed = 0;
  const quantities = ['10', '1', '-10', '0', 'NaN', '1e9', '99999999999', '0.0000001', 7, null];
  const draft = () => ({
    accountId: pick([accountId, accountId, accountId, 'U7654321', '', '../DU1', 'DU1/orders']),
    conid: pick([1, 2, 1, 2, 0, -1, '1']),
    side: pick(['BUY', 'SELL', 'BUY', 'SHORT']),
    quantity: pick(quantities),
    orderType: pick(['LMT', 'MKT', 'LMT', 'ALGO']),
    limitPrice: pick(['100', '101', null, '-5', 'Infinity']),
    stopPrice: null,
    ...{ tif: pick(['DAY', 'GTC', 'DAY', 'GTD']), outsideRth: false },
    ...(next() < 0.1 ? { cOID: 'mine', acctId: 'U1' } : {}),
    ...(next() < 0.2
      ? { stopLoss: { stopPrice: '90', limitPrice: null, tif: 'GTC', outsideRth: false } }
      : {}),
  });
  const send = async (name: string, input: unknown) => JSON.parse(await router.call(name, input)) as Answer;
  const kinds = [
    'submit',
    'submit',
    'submit',
    'preview',
    'good',
    'cancel',
    'answer',
    'resolve',
    'plan',
    'limits',
    'junk',
  ];

  for (let count = 0; count < messages; count += 1) {
    const kind = pick(kinds);
    if (kind === 'preview' || kind === 'good') {
      const intentId = randomUUID();
      const good = { accountId, conid: 1, side: 'BUY', orderType: 'LMT', limitPrice: '100', stopPrice: null };
      const wanted =
        kind === 'good'
          ? { ...good, quantity: String(1 + (count % 50)), tif: 'DAY', outsideRth: false }
          : draft();
      const answer = await send('orders.preview', {
        intentId,
        draft: wanted,
        modifies: pick([null, null, '-1', '7']),
      });
      if (answer.ok && answer.value?.previewToken !== undefined) {
        reviewed += 1;
        tokens.push(answer.value.previewToken);
        intents.push(intentId);
        const ticked = answer.value.warnings?.map(({ id }) => id) ?? [];
        const request = { intentId, previewToken: answer.value.previewToken, acknowledgedWarnings: ticked };
        // Pressed several times at once, as a bouncing key does.
        if (next() < 0.5) await Promise.all([1, 2, 3].map(() => send('orders.submit', request)));
      }
    } else if (kind === 'submit') {
      const request = {
        intentId: pick(intents),
        previewToken: pick(tokens),
        acknowledgedWarnings: ['no-quote', 'x'],
      };
      await send('orders.submit', next() < 0.1 ? { ...request, draft: draft(), force: true } : request);
    } else if (kind === 'cancel') {
      await send('orders.cancel', {
        accountId,
        orderId: pick(['-1', -1, '0', '', 'NaN', '-0', '1e3', ' 1000', '1000']),
      });
    } else if (kind === 'answer') {
      await send('orders.answer', {
        intentId: pick(intents),
        round: pick([1, 2, -1]),
        confirmed: true,
        option: 'Yes',
      });
    } else if (kind === 'resolve') {
      await send('orders.resolve', { intentId: pick(intents), exists: false });
    } else if (kind === 'plan') {
      await send('orders.cancelMany', { planToken: pick(tokens), typed: 'CANCEL ALL' });
    } else if (kind === 'limits') {
      const { limits } = guard.state();
      await send('trading.setLimits', { limits: { ...limits, ordersPerMinute: pick([1e9, -1, 11]) } });
    } else {
      await send(pick(['orders.transmit', '__proto__', 'orders.watch', 'constructor', 'trading.release']), {
        typed: pick(['', 'release?', '1']),
      });
    }
    // Slow enough for the rate at first, so that orders do get through; then as fast as it can.
    await clock.advance(count < messages / 5 ? pick([0, 5, 1_100, 12_000]) : pick([0, 0, 5, 40, 300]));
  }

  const { received, orders, cancels } = broker.truth;
  expect(reviewed).toBeGreaterThan(20);
  // Every order that arrived came once, and only while the switch was open: ten in the first minute, then none.
  expect([...received.values()].every((times) => times === 1)).toBe(true);
  expect(received.size).toBeGreaterThan(0);
  expect(received.size).toBeLessThanOrEqual(reviewed);
  for (const { body } of orders.values()) {
    expect(body).toMatchObject({ acctId: accountId });
    expect(body.quantity).toBeGreaterThan(0);
    expect([1, 2]).toContain(body.conid);
  }
  expect(cancels.every((orderId) => /^[1-9]\d*$/.test(orderId))).toBe(true);
  expect(guard.state().kill?.why).toMatch(/^More orders than your limit of \d+ a minute\.$/);
  // And it stays shut: a faultless order is refused from now on.
  const atLatch = received.size;
  const intentId = randomUUID();
  const good = {
    accountId,
    conid: 2,
    side: 'BUY',
    quantity: '5',
    orderType: 'LMT',
    limitPrice: '100',
    stopPrice: null,
  };
  const preview = await send('orders.preview', {
    intentId,
    draft: { ...good, tif: 'DAY', outsideRth: false },
    modifies: null,
  });
  expect(preview.ok).toBe(true);
  const acknowledgedWarnings = preview.value?.warnings?.map(({ id }) => id) ?? [];
  const request = { intentId, previewToken: preview.value?.previewToken, acknowledgedWarnings };
  expect(await send('orders.submit', request)).toMatchObject({ ok: false, error: { code: 'trading-off' } });
  expect(received.size).toBe(atLatch);
  close();
});

it('10,000 submits: one review is one order, whatever else is forged, replayed or renamed', async () => {
  const { clock, broker, router, guard, close } = setUp();
  const { pick } = noise(4);
  const send = async (name: string, input: unknown) => JSON.parse(await router.call(name, input)) as Answer;
  const intentId = randomUUID();
  const draft = {
    ...{ accountId, conid: 1, side: 'BUY', quantity: '5', orderType: 'LMT', limitPrice: '100' },
    ...{ stopPrice: null, tif: 'DAY', outsideRth: false },
  };
  const preview = await send('orders.preview', { intentId, draft, modifies: null });
  const previewToken = preview.value?.previewToken ?? '';
  const acknowledgedWarnings = preview.value?.warnings?.map(({ id }) => id) ?? [];
  const good = { intentId, previewToken, acknowledgedWarnings };
  const forged = [
    { ...good, previewToken: previewToken.slice(0, -1) },
    { ...good, previewToken: 'A'.repeat(32) },
    { ...good, intentId: randomUUID() },
    { ...good, accountId: 'U7654321' },
    { ...good, draft: { ...draft, quantity: '-5' } },
    { ...good, orderId: '-1' },
    { ...good, acknowledgedWarnings: null },
    { intentId, previewToken: null },
  ];
  await send('orders.submit', good);
  for (let sent = 1; sent < 10_000; sent += 50) {
    await Promise.all(Array.from({ length: 50 }, () => send('orders.submit', pick([good, ...forged]))));
    await clock.advance(pick([0, 1, 400]));
  }
  expect([...broker.truth.received.values()]).toEqual([1]);
  expect(broker.truth.orders.size).toBe(1);
  expect(guard.state().kill, 'pressing again is no order and latches nothing').toBeNull();
  close();
});
