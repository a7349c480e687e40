// Promise to the books: on its last moment every contract becomes what it is worth, to the cent, and nothing else moves.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import type { Instrument } from '../market/instrument';
import { big, sum, zero, type Big } from '../money';
import { createWorld, type World } from '../world';
import { bookFill, valueOf, type Account } from './account';
import { readOrderRequest } from './order-request';

/** A day before the monthly expiry of December, when options, a future, its options and warrants end together. */
const startMs = Date.UTC(2026, 11, 17, 19);
const expiryMs = Date.UTC(2026, 11, 18, 21);

const open = (seed = 1, startsMs = startMs): World =>
  createWorld({
    seed,
    scenario: 'empty',
    clock: createClock({ startMs: startsMs, manual: true }),
    hours: 'always',
    easy: true,
  });
const accountOf = (world: World): Account => {
  const [account] = world.accounts;
  if (account === undefined) throw new Error('no account');
  return account;
};
const hold = (world: World, instrument: Instrument, quantity: number, price: number) => {
  bookFill(accountOf(world), {
    instrument,
    side: quantity > 0 ? 'BUY' : 'SELL',
    quantity: big(Math.abs(quantity)),
    price: big(price),
    commission: big('1.05'),
    atMs: world.clock.now(),
    date: world.market.sessionDate(instrument),
    rate: world.valuation.rate(instrument.currency),
  });
};
const due = (world: World) => world.market.catalogue.all.filter((i) => i.expiryMs === expiryMs);
const option = (world: World, underlying: number, right: 'C' | 'P', share: number): Instrument => {
  const root = world.market.catalogue.byConid(underlying);
  if (root === undefined) throw new Error('no underlying');
  const target = world.market.quote(root).last * share;
  return due(world)
    .filter((i) => i.underlyingConid === underlying && i.right === right)
    .reduce((a, b) => (Math.abs((b.strike ?? 0) - target) < Math.abs((a.strike ?? 0) - target) ? b : a));
};
const held = (world: World, conid: number) => accountOf(world).positions.get(conid);
const toExpiry = (world: World) => world.clock.advance(expiryMs + 1000 - world.clock.now());

describe('an option on a share', () => {
  it.each([
    ['C', 5, 0.8, 500],
    ['C', -2, 0.8, -200],
    ['P', 3, 1.2, -300],
    ['P', -4, 1.2, 400],
  ] as const)(
    '%s, held %i, in the money: delivers at the strike, the premium in its cost',
    (right, count, share, shares) => {
      const world = open();
      const contract = option(world, 265598, right, share);
      hold(world, contract, count, 40);
      const cash = accountOf(world).cash.get('USD') ?? zero;
      const cost = held(world, contract.conid)?.cost ?? zero;
      toExpiry(world);
      const paid = big(contract.strike ?? 0).times(shares);
      expect(held(world, contract.conid)?.quantity.toFixed()).toBe('0');
      expect(held(world, contract.conid)?.realized.toFixed()).toBe('0');
      expect(held(world, 265598)?.quantity.toFixed()).toBe(String(shares));
      expect(held(world, 265598)?.cost.toFixed()).toBe(paid.plus(cost).toFixed());
      expect(accountOf(world).cash.get('USD')?.minus(cash).toFixed()).toBe(paid.times(-1).toFixed());
    },
  );

  it('out of the money ends worthless: what it cost is lost, no share moves', () => {
    const world = open();
    const contract = option(world, 265598, 'C', 1.25);
    hold(world, contract, 5, 0.4);
    const cost = held(world, contract.conid)?.cost ?? zero;
    toExpiry(world);
    expect(held(world, contract.conid)?.realized.toFixed()).toBe(cost.times(-1).toFixed());
    expect(held(world, 265598)).toBeUndefined();
    expect(accountOf(world).entries.at(-1)?.kind).toBe('Expiration');
  });
});

it('an option on an index pays its worth in cash', () => {
  const world = open();
  const contract = option(world, 416904, 'C', 0.9);
  hold(world, contract, 2, 600);
  const cash = accountOf(world).cash.get('USD') ?? zero;
  toExpiry(world);
  const index = world.market.catalogue.byConid(416904);
  if (index === undefined) throw new Error('no SPX');
  const worth = big(world.market.quote(index, expiryMs - 1).last)
    .minus(contract.strike ?? 0)
    .times(200);
  expect(accountOf(world).cash.get('USD')?.minus(cash).toFixed()).toBe(worth.toFixed());
  expect(held(world, 416904)).toBeUndefined();
});

it.each([1, -1])(
  'an option on a future that lives on, held %i, delivers it at the strike; the premium stays lost',
  (count) => {
    const world = open(1, Date.UTC(2027, 0, 14, 19));
    const last = Date.UTC(2027, 0, 15, 21);
    const contract = world.market.catalogue.all.find(
      (i) => i.secType === 'FOP' && i.expiryMs === last && i.right === 'C' && (i.strike ?? 0) < 6000,
    );
    if (contract === undefined) throw new Error('no option in the money');
    hold(world, contract, count, 800);
    const cost = held(world, contract.conid)?.cost ?? zero;
    world.clock.advance(last + 1000 - world.clock.now());
    const future = [...accountOf(world).positions.values()].find((p) => p.instrument.secType === 'FUT');
    expect(future?.instrument.expiryMs).toBeGreaterThan(last);
    expect(future?.quantity.toFixed()).toBe(String(count));
    expect(future?.cost.toFixed()).toBe(
      big(contract.strike ?? 0)
        .times(50 * count)
        .toFixed(),
    );
    expect(held(world, contract.conid)?.realized.toFixed()).toBe(cost.times(-1).toFixed());
  },
);

it('working orders end with their contract, and it can no longer be found or ordered', () => {
  const world = open();
  const contract = option(world, 265598, 'C', 0.8);
  const read = (account: string) =>
    readOrderRequest(world.market, account, {
      conid: contract.conid,
      side: 'BUY',
      orderType: 'LMT',
      price: 1,
      quantity: 1,
      tif: 'GTC',
    });
  const before = read(accountOf(world).id);
  if (!before.ok) throw new Error(before.error);
  const [order] = world.broker.submit([before.ticket]);
  toExpiry(world);
  expect(world.broker.find(order?.id ?? 0)).toMatchObject({
    status: 'Cancelled',
    reason: 'The contract has expired',
  });
  expect(read(accountOf(world).id)).toMatchObject({ ok: false });
  expect(world.market.quote(contract).state).toBe('closed');
  world.clock.advance(3_600_000);
  expect(world.market.bar(contract, expiryMs, expiryMs + 60_000)).toBeNull();
});

it('keeps equity, cash, positions, executions and statement in agreement over any mix of contracts', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: -9, max: 9 })), { minLength: 1, maxLength: 14 }),
      (seed, picks) => {
        const world = open(seed);
        const account = accountOf(world);
        const contracts = due(world);
        for (const [index, count] of picks) {
          const contract = contracts[index % contracts.length];
          if (contract === undefined || count === 0 || (contract.secType === 'WAR' && count < 0)) continue;
          hold(world, contract, count, world.market.quote(contract).last);
        }
        const quantities = new Map([...account.positions].map(([conid, p]) => [conid, p.quantity]));
        world.clock.advance(expiryMs - 1 - world.clock.now());
        // Prices stand still, or what shares gain in that millisecond would count.
        world.market.freeze(true);
        const before = world.valuation.account(account);
        world.clock.advance(1);
        const after = world.valuation.account(account);
        // Worth exactly what it was, but for the tick an option's last price was rounded to.
        const slack = sum([...quantities].map(([conid, quantity]) => tick(world, conid, quantity))).plus(
          '0.01',
        );
        expect(after.netLiquidation.minus(before.netLiquidation).abs().lte(slack)).toBe(true);
        expect(after.daily.minus(before.daily).abs().lte(slack)).toBe(true);

        const executions = world.broker.executions();
        for (const conid of new Set([...quantities.keys(), ...account.positions.keys()])) {
          const moved = sum(
            executions
              .filter((e) => e.instrument.conid === conid)
              .map((e) => e.quantity.times(e.side === 'BUY' ? 1 : -1)),
          );
          const expected = (quantities.get(conid) ?? zero).plus(moved).toFixed();
          expect((account.positions.get(conid)?.quantity ?? zero).toFixed()).toBe(expected);
          if (world.market.catalogue.byConid(conid)?.expiryMs === expiryMs) expect(expected).toBe('0');
        }
        const cash = new Map(account.opening.cash);
        for (const entry of account.entries)
          for (const [currency, amount] of entry.cash)
            cash.set(currency, (cash.get(currency) ?? zero).plus(amount));
        for (const [currency, amount] of account.cash)
          expect(amount.toFixed()).toBe(cash.get(currency)?.toFixed());
        const today = world.navs.days(account, world.clock.now() - 3 * 86_400_000, world.clock.now());
        expect(today.at(-1)?.value.toFixed()).toBe(after.netLiquidation.toFixed());
        world.stop();
      },
    ),
    { numRuns: 30 },
  );
}, 60_000);

function tick(world: World, conid: number, quantity: Big): Big {
  const instrument = world.market.catalogue.byConid(conid);
  if (instrument === undefined) return zero;
  const increment = Math.max(...instrument.increments.map((rule) => rule.increment));
  return valueOf(instrument, quantity.abs(), big(increment)).times(world.valuation.rate(instrument.currency));
}
