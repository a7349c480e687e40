// Promise to charts and orders: live prices and history of every bar size are one market, the same for one seed.
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { startTestGateway, testStartMs } from '../testing/test-gateway';
import { createCatalogue } from './catalogue';
import { historyBars } from './history';
import type { Instrument } from './instrument';
import { createMarket, type Market } from './market';
import { mergeBars } from './quote';
import { incrementAt } from './ticks';

const minuteMs = 60_000;
const make = (seed = 7) => {
  const clock = createClock({ startMs: testStartMs, manual: true });
  const market = createMarket(seed, clock, createCatalogue(clock.now()), 'always');
  return { clock, market };
};
const find = (market: Market, conid: number): Instrument => {
  const found = market.catalogue.byConid(conid);
  if (found === undefined) throw new Error(`no ${conid}`);
  return found;
};

describe('one market', () => {
  it('has at least 80 instruments of the kinds that are promised', () => {
    const { market } = make();
    const kinds = new Set(market.catalogue.all.map((i) => i.secType));
    expect(market.catalogue.all.filter((i) => i.right === undefined).length).toBeGreaterThanOrEqual(80);
    expect([...kinds].sort()).toEqual([
      'BOND',
      'CASH',
      'CFD',
      'CRYPTO',
      'FOP',
      'FUND',
      'FUT',
      'IND',
      'OPT',
      'STK',
      'WAR',
    ]);
    expect(new Set(market.catalogue.all.map((i) => i.conid)).size).toBe(market.catalogue.all.length);
  });

  it('gives the same prices for the same seed and others for another', () => {
    const prices = (seed: number) => {
      const { market } = make(seed);
      return [265598, 756733, 12087792].map((conid) => market.quote(find(market, conid)).last);
    };
    expect(prices(3)).toEqual(prices(3));
    expect(prices(3)).not.toEqual(prices(4));
  });

  it('closes a finished minute bar where the live price was, within the bar’s range all along', () => {
    const { clock, market } = make();
    const apple = find(market, 265598);
    const lives: number[] = [];
    for (let i = 0; i < 600; i++) {
      lives.push(market.quote(apple).last);
      clock.advance(100);
    }
    const bar = market.bar(apple, testStartMs, testStartMs + minuteMs);
    expect(Math.max(...lives)).toBe(bar?.high);
    expect(Math.min(...lives)).toBe(bar?.low);
    expect(lives[0]).toBe(bar?.open);
  });

  it.each([5, 30, 60, 1440])('joins minutes into a %i-minute bar to the tick', (minutes) => {
    const { market } = make();
    for (const conid of [265598, 138550125, 12087792, 479624278]) {
      const instrument = find(market, conid);
      const fromMs = testStartMs - 2 * 1440 * minuteMs;
      const parts = Array.from({ length: minutes }, (_, i) =>
        market.bar(instrument, fromMs + i * minuteMs, fromMs + (i + 1) * minuteMs),
      ).filter((bar) => bar !== null);
      const joined = mergeBars(parts);
      const whole = market.bar(instrument, fromMs, fromMs + minutes * minuteMs);
      expect(whole).toEqual(joined);
    }
  });

  it('quotes on ticks, bid below ask, for every instrument', () => {
    const { market } = make();
    for (const instrument of market.catalogue.all) {
      const quote = market.quote(instrument);
      const increment = incrementAt(instrument.increments, quote.last);
      expect(Math.abs(quote.last / increment - Math.round(quote.last / increment))).toBeLessThan(1e-6);
      expect(quote.ask, instrument.localSymbol).toBeGreaterThan(quote.bid);
      expect(quote.last).toBeGreaterThan(0);
    }
  });
});

describe('a price that was set', () => {
  it('is held to the tick until released, and leaves the past alone', () => {
    const { clock, market } = make();
    const apple = find(market, 265598);
    const before = market.bar(apple, testStartMs - minuteMs, testStartMs);
    market.setPrice(apple, 321.5, true);
    clock.advance(5 * minuteMs);
    expect(market.quote(apple).last).toBe(321.5);
    expect(market.bar(apple, testStartMs - minuteMs, testStartMs)).toEqual(before);
    market.release(apple);
    clock.advance(10 * minuteMs);
    expect(market.quote(apple).last).not.toBe(321.5);
    expect(Math.abs(market.quote(apple).last - 321.5)).toBeLessThan(10);
  });
});

it('gives 15 years of monthly bars, oldest first, without gaps in time', () => {
  const { market } = make();
  const bars = historyBars(market, find(market, 756733), {
    fromMs: testStartMs - 15 * 365.25 * 86_400_000,
    toMs: testStartMs,
    barMs: 30.5 * 86_400_000,
    outsideRth: false,
  });
  expect(bars.length).toBeGreaterThan(175);
  expect(bars.every((bar, i) => i === 0 || bar.startMs > (bars[i - 1]?.startMs ?? 0))).toBe(true);
});

it('a split rescales prices of all times and leaves the value of a holding as it was', async () => {
  const test = await startTestGateway({ easy: true });
  const world = test.gateway.host.world();
  const apple = find(world.market, 265598);
  const held = () => world.accounts[0]?.positions.get(265598)?.quantity.toFixed();
  const before = {
    quote: world.market.quote(apple).last,
    bar: world.market.bar(apple, testStartMs - 86_400_000, testStartMs),
    value: Number(
      world.valuation.account(world.accounts[0] ?? (undefined as never)).netLiquidation.toFixed(2),
    ),
  };
  world.corporate.split(apple, 4);
  expect(held()).toBe('480');
  expect(world.market.quote(apple).last).toBeCloseTo(before.quote / 4, 1);
  expect(world.market.bar(apple, testStartMs - 86_400_000, testStartMs)?.high).toBeCloseTo(
    (before.bar?.high ?? 0) / 4,
    1,
  );
  const after = Number(
    world.valuation.account(world.accounts[0] ?? (undefined as never)).netLiquidation.toFixed(2),
  );
  // Prices round to a cent: 480 shares × half a cent at most.
  expect(Math.abs(after - before.value)).toBeLessThan(2.5);
  await test.stop();
});
