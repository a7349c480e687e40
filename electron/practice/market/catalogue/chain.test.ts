// Promise to option chains: strikes around the price, put-call parity, a smile, and interest where traders are.
import { describe, expect, it } from 'vitest';
import { createClock } from '../../clock';
import { testStartMs } from '../../testing/test-gateway';
import { createWorld } from '../../world';
import { snapshotRow } from '../wire-snapshot';
import type { Instrument } from '../instrument';

const world = createWorld({
  seed: 3,
  scenario: 'empty',
  clock: createClock({ startMs: testStartMs, manual: true }),
  hours: 'always',
  easy: true,
});
const { market } = world;
const chains = market.catalogue.all
  .filter((underlying) => underlying.hasOptions)
  .map((underlying) => ({
    underlying,
    spot: market.quote(underlying).last,
    options: market.catalogue.derivativesOf(underlying.conid).filter((i) => i.secType === 'OPT'),
  }));
const volatility = ({ model }: Instrument) => (model.kind === 'option' ? model.volatility : NaN);

describe.each(chains.map((chain) => [chain.underlying.symbol, chain] as const))('%s', (_symbol, chain) => {
  const { spot, options } = chain;
  const expiries = [...new Set(options.map((i) => i.expiry ?? ''))].sort();
  const of = (expiry: string, right: 'C' | 'P') =>
    options.filter((i) => i.expiry === expiry && i.right === right);
  const nearest = (list: readonly Instrument[], strike: number) =>
    list.reduce((a, b) => (Math.abs((b.strike ?? 0) - strike) < Math.abs((a.strike ?? 0) - strike) ? b : a));

  it('has six expiries on trading days, with strikes on both sides of the price', () => {
    expect(expiries.length).toBe(6);
    for (const expiry of expiries) {
      const strikes = of(expiry, 'C').map((i) => i.strike ?? 0);
      expect(strikes.filter((k) => k < spot * 0.9).length).toBeGreaterThan(3);
      expect(strikes.filter((k) => k > spot * 1.1).length).toBeGreaterThan(3);
      expect(of(expiry, 'P').map((i) => i.strike)).toEqual(strikes);
    }
  });

  it('keeps put-call parity within the ticks', () => {
    for (const call of options.filter((i) => i.right === 'C')) {
      const put = of(call.expiry ?? '', 'P').find((i) => i.strike === call.strike);
      if (put === undefined) throw new Error('no put');
      const [c, p] = [market.quote(call).last, market.quote(put).last];
      expect(Math.abs(c - p - (spot - (call.strike ?? 0)))).toBeLessThan(0.11 + spot * 0.0001);
    }
  });

  it('has a smile: low strikes dearer than the money, high ones no cheaper than the lowest point', () => {
    for (const expiry of expiries) {
      const calls = of(expiry, 'C');
      const [low, mid] = [nearest(calls, spot * 0.8), nearest(calls, spot)];
      expect(volatility(low)).toBeGreaterThan(volatility(mid) * 1.05);
      expect(volatility(nearest(calls, spot * 1.35))).toBeGreaterThan(
        volatility(nearest(calls, spot * 1.22)) * 0.97,
      );
    }
  });

  it('is traded and held near the money', () => {
    for (const expiry of expiries.slice(0, 3)) {
      const near = options.filter((i) => i.expiry === expiry && Math.abs((i.strike ?? 0) / spot - 1) < 0.05);
      const far = options.filter((i) => i.expiry === expiry && Math.abs((i.strike ?? 0) / spot - 1) > 0.3);
      const mean = (list: readonly Instrument[]) =>
        list.reduce((total, i) => total + (i.openInterest ?? 0), 0) / list.length;
      expect(mean(near)).toBeGreaterThan(3 * mean(far));
    }
  });
});

it('shows greeks of the right sign, volatility and open interest in a snapshot', () => {
  const codes = ['31', '7283', '7308', '7309', '7310', '7311', '7633', '7638'];
  for (const { spot, options } of chains) {
    const row = (right: 'C' | 'P') => {
      const option = options
        .filter((i) => i.right === right && i.expiry === options.at(-1)?.expiry)
        .reduce((a, b) => (Math.abs((b.strike ?? 0) - spot) < Math.abs((a.strike ?? 0) - spot) ? b : a));
      return snapshotRow(world, option, codes);
    };
    const [call, put] = [row('C'), row('P')];
    expect(Number(call['7308'])).toBeGreaterThan(0.4);
    expect(Number(call['7308'])).toBeLessThan(0.65);
    expect(Number(call['7308']) - Number(put['7308'])).toBeCloseTo(1, 2);
    for (const side of [call, put]) {
      expect(Number(side['7309'])).toBeGreaterThan(0);
      expect(Number(side['7310'])).toBeLessThan(0);
      expect(Number(side['7311'])).toBeGreaterThan(0);
      expect(String(side['7633'])).toMatch(/^\d+\.\d+%$/);
      expect(String(side['7638'])).toMatch(/^[\d,]+$/);
    }
  }
});
