// Seam: what a period earned, fell and earned by step; chained exactly, unknown days stay unknown.
import { expect, it } from 'vitest';
import { decimal, toFixed, type Decimal } from '../../../shared/domain/decimal';
import type { Performance, PerformancePeriod } from '../../../shared/domain/performance';
import { accountIdSchema } from '../../../shared/domain/ids';
import { benchmarkOf } from './benchmark';
import { calendarOf } from './months';
import { deepestOf, drawdownsOf, stepsOf, wholeOf } from './period-figures';
import { periodsOf, since } from './periods';

const at = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const short = (value: Decimal | null | undefined) => (value == null ? null : toFixed(value, 4));
const series = (start: string, rows: ReadonlyArray<readonly [string, string | null]>): PerformancePeriod => ({
  id: '1Y',
  startMs: at(start),
  startNav: decimal('100'),
  points: rows.map(([day, cumulative]) => ({
    timeMs: at(day),
    nav: decimal('110'),
    cumulativeReturn: cumulative === null ? null : decimal(cumulative),
  })),
});
const performance = (...periods: PerformancePeriod[]): Performance => ({
  ...{
    accountIds: [accountIdSchema.parse('DU1')],
    currency: 'USD',
    brokerStamp: null,
    asOfMs: 1,
    nextMs: null,
    remarks: [],
  },
  periods,
});

const year = series('2025-12-31', [
  ['2026-01-15', '0.10'],
  ['2026-01-30', '0.21'],
  ['2026-02-16', '0.0890'],
  ['2026-02-27', '0.331'],
  ['2026-03-02', '0.4641'],
]);

it('takes the end of the period and what changed the value, deposits included', () => {
  expect(wholeOf(year)).toMatchObject({ cumulativeReturn: '0.4641', nav: '110', change: '10' });
});

it('finds the deepest fall with its days', () => {
  expect(drawdownsOf(year.points).map(short)).toEqual(['0.0000', '0.0000', '-0.1000', '0.0000', '0.0000']);
  expect(deepestOf(year)).toEqual({
    depth: '-0.1',
    peakMs: at('2026-01-30'),
    troughMs: at('2026-02-16'),
    recoveredMs: at('2026-02-27'),
  });
  expect(deepestOf(series('2025-12-31', [['2026-01-15', '-0.05']]))).toMatchObject({
    depth: '-0.05',
    peakMs: at('2025-12-31'),
    recoveredMs: null,
  });
  expect(deepestOf(series('2025-12-31', [['2026-01-15', '0.05']]))).toBeNull();
});

it('chains each month out of the days', () => {
  expect(stepsOf(year, 'month').map(({ earned }) => short(earned))).toEqual(['0.2100', '0.1000', '0.1000']);
  const [calendar] = calendarOf(year);
  expect(calendar?.months.slice(0, 4).map((month) => month && [short(month.earned), month.partial])).toEqual([
    ['0.2100', false],
    ['0.1000', false],
    ['0.1000', true],
    null,
  ]);
  expect([short(calendar?.whole.earned), calendar?.whole.partial]).toEqual(['0.4641', true]);
});

it('keeps a month unknown whose last day is', () => {
  const holed = series('2025-12-31', [
    ['2026-01-30', null],
    ['2026-02-27', '0.1'],
  ]);
  expect(stepsOf(holed, 'month').map(({ earned }) => earned)).toEqual([null, null]);
});

it('chains periods IBKR did not send, and only as far back as it reaches', () => {
  const periods = periodsOf(performance(year, { ...year, id: '1D', points: [] }));
  expect(periods.map(({ id, derived }) => [id, derived])).toEqual([
    ['1D', true],
    ['7D', true],
    ['MTD', true],
    ['1M', true],
    ['YTD', true],
    ['1Y', false],
  ]);
  expect(short(periods.find(({ id }) => id === 'MTD')?.points.at(-1)?.cumulativeReturn)).toBe('0.1000');
  expect(since(year, at('2025-11-30'), 'x')).toBeNull();
});

it('compares with the close of the evening before; a bar opened on the other side of midnight keeps its day', () => {
  const bar = (timeMs: number, close: string) => {
    const price = decimal(close);
    return { timeMs, open: price, high: price, low: price, close: price, volume: null };
  };
  const period = series('2026-03-02', [
    ['2026-03-03', '0'],
    ['2026-03-04', '0'],
  ]);
  const newYork = [
    bar(at('2026-03-02') + 14.5 * 3_600_000, '100'),
    bar(at('2026-03-03') + 14.5 * 3_600_000, '110'),
  ];
  expect(benchmarkOf(newYork, period).map(short)).toEqual(['0.1000', '0.1000']);
  const sydney = newYork.map((each) => ({ ...each, timeMs: each.timeMs - 15.5 * 3_600_000 }));
  expect(benchmarkOf(sydney, period).map(short)).toEqual(['0.1000', '0.1000']);
  expect(benchmarkOf(newYork.slice(1), period)).toEqual([null, null]);
});
