// Promise to charts and scanners: daily volume varies as markets' does, and is the sum of any smaller bars.
import { expect, it } from 'vitest';
import { createClock } from '../clock';
import { testStartMs } from '../testing/test-gateway';
import { createCatalogue } from './catalogue';
import { historyBars } from './history';
import { createMarket } from './market';

const dayMs = 86_400_000;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const correlation = (a: readonly number[], b: readonly number[]) => {
  const [ma, mb] = [mean(a), mean(b)];
  const product = mean(a.map((value, i) => (value - ma) * ((b[i] ?? 0) - mb)));
  return product / Math.sqrt(mean(a.map((v) => (v - ma) ** 2)) * mean(b.map((v) => (v - mb) ** 2)));
};

it.each([
  ['always', 265598],
  ['real', 265598],
  ['real', 14204],
  ['always', 756733],
] as const)('varies from day to day as markets do, with hours %s, conid %i', (hours, conid) => {
  const clock = createClock({ startMs: testStartMs, manual: true });
  const market = createMarket(11, clock, createCatalogue(testStartMs), hours);
  const instrument = market.catalogue.byConid(conid);
  if (instrument === undefined) throw new Error('no such instrument');
  const days = (barMs: number, outsideRth: boolean) =>
    historyBars(market, instrument, {
      fromMs: testStartMs - 700 * dayMs,
      toMs: Math.floor(testStartMs / dayMs) * dayMs,
      barMs,
      outsideRth,
    });
  const bars = days(dayMs, true);
  const logs = bars.map((bar) => Math.log(bar.volume));
  const moves = bars.slice(1).map((bar, i) => Math.abs(Math.log(bar.close / (bars[i]?.close ?? 1))));
  expect(mean(bars.map((bar) => bar.volume)) / instrument.dailyVolume).toBeGreaterThan(0.8);
  expect(mean(bars.map((bar) => bar.volume)) / instrument.dailyVolume).toBeLessThan(1.25);
  const deviation = Math.sqrt(mean(logs.map((v) => (v - mean(logs)) ** 2)));
  expect(deviation).toBeGreaterThan(0.25);
  expect(deviation).toBeLessThan(0.7);
  // Busy days come in a row, and with large moves.
  expect(correlation(logs.slice(1), logs.slice(0, -1))).toBeGreaterThan(0.2);
  expect(correlation(logs.slice(1), moves)).toBeGreaterThan(0.12);
});

it('trades most near the open and close of the venue, least outside its hours', () => {
  const clock = createClock({ startMs: testStartMs, manual: true });
  const market = createMarket(11, clock, createCatalogue(testStartMs), 'always');
  const apple = market.catalogue.byConid(265598);
  if (apple === undefined) throw new Error('no AAPL');
  // 2026-11-09 to 20: New York is open from 14:30 to 21:00 UTC.
  const at = (hour: number) =>
    mean(
      [9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map((day) => {
        const fromMs = Date.UTC(2026, 10, day, 0, hour * 60);
        return market.bar(apple, fromMs, fromMs + 1_800_000)?.volume ?? 0;
      }),
    );
  expect(at(14.5)).toBeGreaterThan(1.5 * at(17.5));
  expect(at(20.5)).toBeGreaterThan(1.5 * at(17.5));
  expect(at(4)).toBeLessThan(0.2 * at(17.5));
});
