// Seam: several accounts as one; deposits move the value and never the return, what is not known stays unknown.
import { expect, it } from 'vitest';
import { decimal, toFixed } from '../../../shared/domain/decimal';
import { consolidate } from './consolidate';
import type { AccountPerformance } from './to-performance';

const day = 86_400_000;
type Row = readonly [nav: string | null, cumulative: string | null];
const account = (
  start: string | null,
  rows: ReadonlyArray<Row>,
  from = 1,
  currency = 'USD',
): AccountPerformance => ({
  currency,
  brokerStamp: null,
  remarks: [],
  periods: [
    {
      id: '7D',
      startMs: from * day - day,
      startNav: start === null ? null : decimal(start),
      points: rows.map(([nav, cumulative], index) => ({
        timeMs: (from + index) * day,
        nav: nav === null ? null : decimal(nav),
        cumulativeReturn: cumulative === null ? null : decimal(cumulative),
      })),
    },
  ],
});
const figures = (accounts: AccountPerformance[]) =>
  consolidate(accounts).periods[0]?.points.map(({ nav, cumulativeReturn }) => [
    nav,
    cumulativeReturn === null ? null : toFixed(cumulativeReturn, 6),
  ]);

it('weights each day by the evening before', () => {
  // 100 earns 10 %, 300 earns nothing: together 2.5 %; then 110 earns nothing and 300 earns 10 %.
  expect(
    figures([
      account('100', [
        ['110', '0.10'],
        ['110', '0.10'],
      ]),
      account('300', [
        ['300', '0'],
        ['330', '0.10'],
      ]),
    ]),
  ).toEqual([
    ['410', '0.025000'],
    ['440', '0.100000'],
  ]);
});

it('does not take a deposit for a gain', () => {
  // 1,000 was paid into the second account on day one; it earned nothing.
  expect(figures([account('100', [['110', '0.10']]), account('100', [['1100', '0']])])).toEqual([
    ['1210', '0.050000'],
  ]);
});

it('counts an account opened later as nothing before', () => {
  expect(
    figures([
      account('100', [
        ['110', '0.10'],
        ['121', '0.21'],
      ]),
      account('0', [['50', '0']], 2),
    ]),
  ).toEqual([
    ['110', '0.100000'],
    ['171', '0.210000'],
  ]);
});

it('keeps a hole unknown from there on', () => {
  expect(
    figures([
      account('100', [
        ['110', '0.10'],
        [null, null],
        ['121', '0.21'],
      ]),
      account('100', [
        ['100', '0'],
        ['100', '0'],
        ['100', '0'],
      ]),
    ]),
  ).toEqual([
    ['210', '0.050000'],
    [null, null],
    ['221', null],
  ]);
});

it('does not add currencies up', () => {
  const both = consolidate([account('1', [['1', '0']]), account('1', [['1', '0']], 1, 'EUR')]);
  expect(both.periods).toEqual([]);
  expect(both.remarks[0]).toContain('USD, EUR');
});

it('keeps its digits bounded over years', () => {
  const rows = Array.from({ length: 400 }, (_, index): Row => [`${100 + index}.37`, `0.0${index + 1}37`]);
  const last = consolidate([account('99.1', rows), account('311.7', rows)]).periods[0]?.points.at(-1);
  expect(last?.cumulativeReturn?.length).toBeLessThan(30);
});
