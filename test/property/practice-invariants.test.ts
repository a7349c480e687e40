// Promise to whoever trusts a test against the practice gateway: its books always balance and a seed is a script.
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../electron/practice/http/dispatch';
import { createClock } from '../../electron/practice/clock';
import { createWorld, type World } from '../../electron/practice/world';
import { testStartMs } from '../../electron/practice/testing/test-gateway';

const conids = [265598, 756733, 14204, 138550125, 13905, 479624278] as const;
const step = fc.record({
  conid: fc.constantFrom(...conids),
  side: fc.constantFrom('BUY', 'SELL'),
  type: fc.constantFrom('MKT', 'LMT', 'STP', 'STOP_LIMIT', 'MIDPRICE', 'TRAIL', 'IOC'),
  quantity: fc.integer({ min: 1, max: 3000 }),
  percent: fc.integer({ min: -25, max: 25 }),
  waitMs: fc.integer({ min: 0, max: 120_000 }),
  cancelOldest: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const startWorld = (seed: number): World =>
  createWorld({
    seed,
    scenario: 'individual',
    clock: createClock({ startMs: testStartMs, manual: true }),
    hours: 'always',
    easy: true,
  });

const call = (world: World, method: string, path: string, body?: unknown): unknown => {
  const text = body === undefined ? '' : JSON.stringify(body);
  return dispatch(world, {
    method,
    url: `/v1/api${path}`,
    headers: { 'content-length': String(text.length) },
    body: text,
  }).body;
};

function play(world: World, steps: readonly Step[]): unknown[] {
  const account = world.accounts[0]?.id ?? '';
  const log: unknown[] = [];
  for (const { conid, side, type, quantity, percent, waitMs, cancelOldest } of steps) {
    const instrument = world.market.catalogue.byConid(conid);
    if (instrument === undefined) throw new Error(`no ${conid}`);
    const increment = new Big(instrument.increments[0]?.increment ?? 0.01).times(100);
    const price = Number(
      new Big(world.market.quote(instrument).last)
        .times(1 + percent / 500)
        .div(increment)
        .round(0)
        .times(increment)
        .toFixed(),
    );
    const order = {
      conid,
      side,
      quantity: conid === 13905 ? quantity * 100 : conid === 479624278 ? quantity / 1000 : quantity,
      tif: type === 'IOC' ? 'IOC' : 'DAY',
      orderType: type === 'IOC' ? 'LMT' : type,
      ...(type === 'MKT' ? {} : { price }),
      ...(type === 'STOP_LIMIT' ? { auxPrice: price } : {}),
      ...(type === 'TRAIL' ? { trailingAmt: 1, trailingType: '%' } : {}),
    };
    let answer = call(world, 'POST', `/iserver/account/${account}/orders`, { orders: [order] });
    for (let i = 0; i < 8; i++) {
      const question = Array.isArray(answer) ? (answer[0] as { id?: string; message?: unknown }) : {};
      if (question.message === undefined) break;
      answer = call(world, 'POST', `/iserver/reply/${question.id ?? ''}`, { confirmed: true });
    }
    log.push(answer);
    world.clock.advance(waitMs);
    const oldest = world.broker.orders().find((o) => o.status === 'Submitted' || o.status === 'PreSubmitted');
    if (cancelOldest && oldest !== undefined)
      log.push(call(world, 'DELETE', `/iserver/account/${account}/order/${oldest.id}`));
  }
  world.clock.advance(5000);
  log.push(call(world, 'GET', '/iserver/account/orders'), call(world, 'GET', `/portfolio/${account}/ledger`));
  return log;
}

const sum = (values: readonly Big[]) => values.reduce((total, value) => total.plus(value), new Big(0));

describe('random trading', () => {
  it('keeps the books: executions, positions, cash, ledger and orders agree to the cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(step, { minLength: 1, maxLength: 25 }),
        (seed, steps) => {
          const world = startWorld(seed);
          const [account] = world.accounts;
          if (account === undefined) throw new Error('no account');
          const cashBefore = new Map(account.cash);
          const heldBefore = new Map([...account.positions].map(([conid, p]) => [conid, p.quantity]));
          play(world, steps);
          const executions = world.broker.executions();

          for (const conid of conids) {
            const traded = sum(
              executions
                .filter((e) => e.instrument.conid === conid)
                .map((e) => e.quantity.times(e.side === 'BUY' ? 1 : -1)),
            );
            const held = account.positions.get(conid)?.quantity ?? new Big(0);
            expect(held.toFixed()).toBe((heldBefore.get(conid) ?? new Big(0)).plus(traded).toFixed());
          }
          for (const [currency, cash] of account.cash) {
            const spent = sum(
              executions
                .filter((e) => e.instrument.currency === currency)
                .map((e) => e.netAmount.times(e.side === 'BUY' ? -1 : 1).minus(e.commission)),
            );
            expect(cash.toFixed()).toBe((cashBefore.get(currency) ?? new Big(0)).plus(spent).toFixed());
          }
          for (const order of world.broker.orders()) {
            const own = executions.filter((e) => e.orderId === order.id);
            expect(sum(own.map((e) => e.quantity)).toFixed()).toBe(order.filled.toFixed());
            expect(order.filled.lte(order.quantity)).toBe(true);
            if (order.status === 'Filled') expect(order.filled.toFixed()).toBe(order.quantity.toFixed());
            if (order.limit !== null)
              for (const e of own)
                expect(order.side === 'BUY' ? e.price.lte(order.limit) : e.price.gte(order.limit)).toBe(true);
          }
          const value = world.valuation.account(account);
          const accrued = sum(
            value.currencies.map((c) => c.accruedInterest.plus(c.accruedDividends).times(c.rate)),
          );
          const equity = sum(value.currencies.map((c) => c.cash.times(c.rate)))
            .plus(accrued)
            .plus(
              sum(value.positions.map((p) => p.value.times(world.valuation.rate(p.instrument.currency)))),
            );
          expect(value.netLiquidation.minus(equity).abs().lt('0.000001')).toBe(true);
          const ledger = call(world, 'GET', `/portfolio/${account.id}/ledger`) as Record<
            string,
            { netliquidationvalue: number }
          >;
          expect(ledger.BASE?.netliquidationvalue).toBeCloseTo(Number(equity.toFixed()), 2);
          world.stop();
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('answers the same seed and the same requests with the same bytes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(step, { minLength: 1, maxLength: 10 }),
        (seed, steps) => {
          expect(JSON.stringify(play(startWorld(seed), steps))).toBe(
            JSON.stringify(play(startWorld(seed), steps)),
          );
        },
      ),
      { numRuns: 10 },
    );
  }, 120_000);
});

it('a simulated week with working orders takes less than 30 seconds', () => {
  const world = startWorld(5);
  play(
    world,
    Array.from({ length: 20 }, (_, i) => ({
      conid: conids[i % conids.length] ?? 265598,
      side: 'BUY' as const,
      type: 'LMT' as const,
      quantity: 1,
      percent: -25,
      waitMs: 0,
      cancelOldest: false,
    })),
  );
  const startedMs = performance.now();
  world.clock.advance(7 * 86_400_000);
  expect(performance.now() - startedMs).toBeLessThan(30_000);
  expect(world.clock.now()).toBeGreaterThanOrEqual(testStartMs + 7 * 86_400_000);
}, 60_000);
