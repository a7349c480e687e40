// Seam: IBKR's two shapes of performance become periods of days; figures that fit no day are not shown.
import { expect, it } from 'vitest';
import { toAllPeriods, toOnePeriod } from './to-performance';

const march2 = Date.UTC(2026, 2, 2);

it('reads periods beside words about the account', () => {
  const read = toAllPeriods({
    pm: 'TWR',
    view: ['U1'],
    U1: {
      '7D': {
        freq: 'D',
        startNAV: { date: '20260227', val: '100.5' },
        dates: ['20260303', 20260302],
        nav: [102, '101'],
        cps: ['0.02', 1e-3],
      },
      '1D': { freq: 'D', dates: [], nav: [], cps: [] },
      periods: ['1D', '7D', '1Y'],
      baseCurrency: 'USD',
      lastSuccessfulUpdate: '2026-03-03 20:32:11',
    },
  });
  expect([...read.keys()]).toEqual(['U1']);
  expect(read.get('U1')).toEqual({
    currency: 'USD',
    brokerStamp: '2026-03-03 20:32:11',
    remarks: [],
    periods: [
      { id: '1D', startMs: null, startNav: null, points: [] },
      {
        id: '7D',
        startMs: Date.UTC(2026, 1, 27),
        startNav: '100.5',
        points: [
          { timeMs: march2, nav: '101', cumulativeReturn: '0.001' },
          { timeMs: march2 + 86_400_000, nav: '102', cumulativeReturn: '0.02' },
        ],
      },
    ],
  });
});

it('shows no return where there are more returns than days', () => {
  const read = toAllPeriods({ U1: { YTD: { dates: ['20260302'], nav: [1], cps: [0, 0.1] } } }).get('U1');
  expect(read?.periods[0]?.points).toEqual([{ timeMs: march2, nav: '1', cumulativeReturn: null }]);
  expect(read?.remarks[0]).toContain('2 returns for 1 days');
});

it('reads one period of several accounts, each with its own lists', () => {
  const read = toOnePeriod('1Y', {
    nav: {
      dates: ['20260302', '20260303'],
      data: [
        { id: 'U1', baseCurrency: 'USD', startNAV: { date: '20260227', val: 1 }, navs: [1, 2] },
        { id: 'U2', baseCurrency: 'EUR', navs: [null, '7'] },
      ],
    },
    cps: { dates: ['20260303', '20260302'], data: [{ id: 'U2', returns: [0.2, 0.1] }] },
  });
  expect(read.get('U2')?.periods[0]?.points).toEqual([
    { timeMs: march2, nav: null, cumulativeReturn: '0.1' },
    { timeMs: march2 + 86_400_000, nav: '7', cumulativeReturn: '0.2' },
  ]);
  expect(read.get('U1')?.periods[0]?.points.map(({ cumulativeReturn }) => cumulativeReturn)).toEqual([
    null,
    null,
  ]);
});
