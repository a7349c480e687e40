// Promise to portfolios: in every scenario a month of splits, dividends, interest and expiries leaves books that add up.
import { expect, it } from 'vitest';
import { createClock } from '../../electron/practice/clock';
import { testStartMs } from '../../electron/practice/testing/test-gateway';
import { createWorld } from '../../electron/practice/world';
import { big, sum, zero } from '../../electron/practice/money';

const dayMs = 86_400_000;

it.each([
  ['individual', 'always'],
  ['individual', 'real'],
  ['multi-currency', 'always'],
  ['multi-currency', 'real'],
  ['advisor', 'always'],
  ['empty', 'real'],
] as const)(
  '%s, hours %s',
  (scenario, hours) => {
    const world = createWorld({
      seed: 5,
      scenario,
      clock: createClock({ startMs: testStartMs, manual: true }),
      hours,
      easy: true,
    });
    const apple = world.market.catalogue.byConid(265598);
    if (apple === undefined) throw new Error('no AAPL');
    world.clock.advance(2 * dayMs);
    world.corporate.split(apple, 3);
    world.clock.advance(5 * dayMs);
    world.corporate.dividend(apple, { perUnit: big('0.7'), payInMs: 3 * dayMs, withheldPercent: 15 });
    // Past the monthly expiry of December.
    world.clock.advance(23 * dayMs);
    for (const account of world.accounts) {
      const cash = new Map(account.opening.cash);
      const quantities = new Map(account.opening.quantities);
      for (const entry of account.entries) {
        for (const [currency, amount] of entry.cash)
          cash.set(currency, (cash.get(currency) ?? zero).plus(amount));
        const { instrument, quantity } = entry;
        if (instrument === null || quantity === null || instrument.secType === 'CASH') continue;
        quantities.set(instrument.conid, (quantities.get(instrument.conid) ?? zero).plus(quantity));
      }
      for (const [currency, amount] of account.cash)
        expect(amount.toFixed(), currency).toBe((cash.get(currency) ?? zero).toFixed());
      for (const [conid, { quantity, instrument }] of account.positions) {
        expect(quantity.toFixed(), instrument.localSymbol).toBe((quantities.get(conid) ?? zero).toFixed());
        if (world.market.isExpired(instrument)) expect(quantity.toFixed()).toBe('0');
      }
      const value = world.valuation.account(account);
      const equity = sum(value.currencies.map((totals) => totals.netLiquidation.times(totals.rate)));
      expect(value.netLiquidation.minus(equity).abs().lt('0.000001')).toBe(true);
      const days = world.navs.days(account, testStartMs, world.clock.now());
      expect(days.at(-1)?.value.toFixed()).toBe(value.netLiquidation.toFixed());
      // No day of the month jumps by a split, a dividend or an expiry: those move nothing by themselves.
      days.slice(1).forEach((day, i) => {
        const before = days[i]?.value ?? zero;
        if (before.gt(0)) expect(day.value.minus(day.flow).div(before).minus(1).abs().lt('0.04')).toBe(true);
      });
    }
    world.stop();
  },
  60_000,
);
