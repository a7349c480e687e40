// Promise to whoever checks a portfolio against the practice gateway: the statement explains every cent.
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { big, sum, zero, type Big } from '../money';
import { scenarioNames } from '../scenarios/scenarios';
import { testStartMs } from '../testing/test-gateway';
import { createWorld, type World } from '../world';
import type { Account } from './account';
import { returnsOf, performanceSeries } from './performance';

const day = 86_400_000;
const start = (scenario: (typeof scenarioNames)[number] = 'individual'): World =>
  createWorld({
    seed: 3,
    scenario,
    clock: createClock({ startMs: testStartMs, manual: true }),
    hours: 'always',
    easy: true,
  });
const first = (world: World): Account => {
  const [account] = world.accounts;
  if (account === undefined) throw new Error('no account');
  return account;
};
const cashOfStatement = (account: Account): Map<string, Big> => {
  const totals = new Map(account.opening.cash);
  for (const { cash } of account.entries)
    for (const [currency, amount] of cash) totals.set(currency, (totals.get(currency) ?? zero).plus(amount));
  return totals;
};

describe('the statement', () => {
  it.each(scenarioNames)('explains cash and positions of %s', (scenario) => {
    for (const account of start(scenario).accounts) {
      for (const [currency, amount] of cashOfStatement(account))
        expect(amount.toFixed()).toBe(account.cash.get(currency)?.toFixed());
      const stated = new Map(account.opening.quantities);
      for (const { instrument, quantity } of account.entries)
        if (instrument !== null && instrument.secType !== 'CASH' && quantity !== null)
          stated.set(instrument.conid, (stated.get(instrument.conid) ?? zero).plus(quantity));
      const wrong = [...account.positions].filter(
        ([conid, { quantity }]) => !quantity.eq(stated.get(conid) ?? zero),
      );
      expect(wrong).toEqual([]);
      expect(account.positions.size).toBe(stated.size);
    }
  });
  it('begins with the cash the scenario promises', () => {
    expect(first(start()).cash.get('USD')?.toFixed()).toBe('214380.55');
    expect(first(start('multi-currency')).cash.get('JPY')?.toFixed()).toBe('-2400000');
  });
  it('values yesterday as the account was worth then', () => {
    const world = start();
    const account = first(world);
    world.clock.advance(day - (testStartMs % day) - 1);
    const tonight = world.valuation.account(account).netLiquidation;
    world.clock.advance(60_000);
    const [yesterday] = world.navs.days(account, testStartMs, world.clock.now());
    expect(yesterday?.value.minus(tonight).abs().lt('0.01')).toBe(true);
  });
});

describe('time', () => {
  it('accrues interest daily and posts it on the first of the month', () => {
    const world = start();
    const account = first(world);
    world.clock.advance(5 * day);
    const accrued = world.valuation.account(account).currencies.find((c) => c.currency === 'USD');
    expect(accrued?.accruedInterest.gt(400)).toBe(true);
    world.clock.advance(3 * day);
    const posted = account.entries.filter((e) => e.kind === 'Interest' && e.atMs === Date.UTC(2026, 11, 1));
    expect(posted.find((e) => e.currency === 'USD')?.amount.gt(500)).toBe(true);
    expect(
      world.valuation
        .account(account)
        .currencies.find((c) => c.currency === 'USD')
        ?.accruedInterest.toFixed(),
    ).toBe('0');
  });
  it('accrues a dividend on its ex-date and pays it less tax on its day, equity unchanged by the payment', () => {
    const world = start();
    const account = first(world);
    const apple = world.market.catalogue.byConid(265598);
    if (apple === undefined) throw new Error('no AAPL');
    world.market.freeze(true);
    const before = world.valuation.account(account);
    world.corporate.dividend(apple, { perUnit: big('0.5'), payInMs: 3_600_000, withheldPercent: 15 });
    const accrued = world.valuation.account(account);
    expect(accrued.accruedDividends.minus(before.accruedDividends).toFixed()).toBe('51');
    // The price fell by what is paid: only the tax is gone.
    expect(accrued.netLiquidation.minus(before.netLiquidation).toFixed()).toBe('-9');
    world.clock.advance(3_600_000);
    const paid = world.valuation.account(account);
    expect(paid.netLiquidation.toFixed()).toBe(accrued.netLiquidation.toFixed());
    expect(account.entries.slice(-2).map((e) => [e.kind, e.amount.toFixed()])).toEqual([
      ['Dividend', '60'],
      ['Withholding Tax', '-9'],
    ]);
  });
  it('charges for borrowed shares, day by day', () => {
    const world = start('multi-currency');
    const account = first(world);
    const before = account.interest.at(-1)?.borrow.get('USD') ?? zero;
    world.clock.advance(day);
    expect(account.interest.at(-1)?.borrow.get('USD')?.lt(before)).toBe(true);
  });
  it('starts the day P&L anew at midnight, and forgets closed positions then', () => {
    const world = start();
    const account = first(world);
    const apple = account.positions.get(265598);
    if (apple === undefined) throw new Error('no AAPL');
    world.session.accountsQueried = true;
    const [order] = world.broker.submit([
      {
        account: account.id,
        instrument: apple.instrument,
        exchange: 'SMART',
        side: 'SELL',
        type: 'MKT',
        quantity: apple.quantity,
        cashQuantity: null,
        limit: null,
        stop: null,
        trail: null,
        timeInForce: 'DAY',
        outsideRth: false,
        clientId: null,
        parentClientId: null,
        oneCancelsAll: false,
      },
    ]);
    world.clock.advance(5000);
    expect(world.broker.find(order?.id ?? 0)?.status).toBe('Filled');
    const sold = world.valuation.account(account).positions.find((p) => p.instrument.conid === 265598);
    const prior = big(world.market.priorClose(apple.instrument)).times(apple.quantity);
    const received = sum(
      account.entries.filter((e) => e.atMs >= testStartMs).flatMap((e) => e.cash.map(([, amount]) => amount)),
    );
    expect(sold?.daily.toFixed()).toBe(received.minus(prior).toFixed());
    expect(sold?.realizedToday.toFixed()).toBe(received.minus(apple.cost).toFixed());
    world.clock.advance(day);
    expect(account.positions.has(265598)).toBe(false);
    expect(world.valuation.account(account).realized.toFixed()).toBe('0');
  });
});

it('counts performance time-weighted: money paid in is no profit', () => {
  const world = start();
  const points = performanceSeries(world, first(world), 120);
  const deposited = points.findIndex((point) => point.flow > 1000);
  expect(deposited).toBeGreaterThan(0);
  const [before = 0, after = 0] = [returnsOf(points)[deposited - 2], returnsOf(points)[deposited - 1]];
  expect(Math.abs(after - before)).toBeLessThan(0.03);
  expect((points[deposited]?.value ?? 0) / (points[deposited - 1]?.value ?? 1)).toBeGreaterThan(1.04);
});
