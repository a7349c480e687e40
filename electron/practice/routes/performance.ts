import { isRecord, textOf } from '../broker/order-request';
import { bareFailure, failure, ok, post, type Route } from '../http/reply';
import { dateText } from '../market/calendar';
import { toNumber } from '../money';
import type { Account } from '../broker/account';
import { transactionsAnswer } from '../broker/wire-transactions';
import { performanceSeries, periodDays, returnsOf } from '../broker/performance';
import type { World } from '../world';

const dayMs = 86_400_000;
const allPeriods = ['1D', '7D', 'MTD', '1M', 'YTD', '1Y'] as const;

/** Portfolio analyst: performance over time and transactions. */
export const performanceRoutes: readonly Route[] = [
  post('/pa/performance', 'web', (world, { body }) => {
    const accounts = accountsIn(world, body);
    if (accounts.length === 0 || !isRecord(body)) return failure(400, 'Bad Request: acctIds is required');
    // `freq` (D, M, Q) is of the 2020 documents; the period is what counts.
    const days = periodDays(textOf(body.period) || '1Y', world.clock.now());
    if (days === null) return failure(400, 'Bad Request: period is not valid');
    const series = accounts.map((account) => ({ account, points: performanceSeries(world, account, days) }));
    const dates = series[0]?.points.slice(1).map((point) => point.date) ?? [];
    const months = [...new Set(dates.map((date) => date.slice(0, 6)))];
    const head = (account: Account, points: ReturnType<typeof performanceSeries>) => ({
      id: account.id,
      idType: 'acctid',
      start: points[1]?.date ?? '',
      end: points.at(-1)?.date ?? '',
      baseCurrency: account.currency,
    });
    return ok({
      currencyType: 'base',
      rc: 0,
      nav: {
        data: series.map(({ account, points }) => ({
          ...head(account, points),
          navs: points.slice(1).map((point) => point.value),
          startNAV: { date: points[0]?.date ?? '', val: points[0]?.value ?? 0 },
        })),
        freq: 'D',
        dates,
      },
      nd: dates.length,
      cps: {
        data: series.map(({ account, points }) => ({ ...head(account, points), returns: returnsOf(points) })),
        freq: 'D',
        dates,
      },
      tpps: {
        data: series.map(({ account, points }) => ({
          ...head(account, points),
          returns: months.map((month) => monthReturn(points, month)),
        })),
        freq: 'M',
        dates: months,
      },
      id: 'getPerformanceData',
      included: accounts.map((account) => account.id),
      pm: 'TWR',
    });
  }),
  post('/pa/allperiods', 'web', (world, { body }) => {
    const accounts = accountsIn(world, body);
    if (accounts.length === 0) return failure(400, 'Bad Request: acctIds is required');
    const ids = accounts.map((account) => account.id);
    const perAccount = accounts.map((account) => {
      const periods = allPeriods.map((period) => {
        const points = performanceSeries(world, account, periodDays(period, world.clock.now()) ?? 1);
        const rest = points.slice(1);
        return [
          period,
          {
            freq: 'D',
            startNAV: { date: points[0]?.date ?? '', val: points[0]?.value ?? 0 },
            dates: rest.map((point) => point.date),
            nav: rest.map((point) => point.value),
            cps: returnsOf(points),
          },
        ] as const;
      });
      const now = world.clock.now();
      return [
        account.id,
        {
          ...Object.fromEntries(periods),
          baseCurrency: account.currency,
          start: dateText(now - 365 * dayMs),
          end: dateText(now),
          periods: allPeriods,
          lastSuccessfulUpdate: new Date(now).toISOString().slice(0, 19).replace('T', ' '),
        },
      ] as const;
    });
    return ok({
      currencyType: 'base',
      pm: 'TWR',
      nd: 366,
      id: 'getPerformanceAllPeriods',
      view: ids,
      included: ids,
      ...Object.fromEntries(perAccount),
    });
  }),
  post('/pa/summary', 'web', (world, { body }) => {
    const accounts = accountsIn(world, body);
    if (accounts.length === 0) return failure(400, 'Bad Request: acctIds is required');
    return ok({
      total: toNumber(
        accounts.reduce(
          (total, a) => total.plus(world.valuation.account(a).netLiquidation),
          world.valuation.rate('USD').minus(1),
        ),
        2,
      ),
      id: 'getSummary',
      included: accounts.map((account) => account.id),
    });
  }),
  post('/pa/transactions', 'web', (world, { body }) => {
    const accounts = accountsIn(world, body);
    const conids: unknown[] = isRecord(body) && Array.isArray(body.conids) ? body.conids : [];
    if (accounts.length === 0 || conids.length === 0 || !isRecord(body) || textOf(body.currency) === '')
      return failure(400, 'Bad Request: acctIds, conids and currency are required');
    if (conids.some((conid) => typeof conid !== 'number')) return bareFailure(500, 'Invalid conid');
    const days = body.days === undefined ? 90 : body.days;
    if (typeof days !== 'number') return bareFailure(500, 'Invalid days');
    const now = world.clock.now();
    const since = now - days * dayMs;
    const entries = accounts.flatMap((account) =>
      account.entries
        .filter(
          ({ instrument, atMs }) => instrument !== null && conids.includes(instrument.conid) && atMs >= since,
        )
        .map((entry) => ({ account, entry })),
    );
    return ok(transactionsAnswer(world, entries, { days, since, currency: textOf(body.currency) }));
  }),
];

function accountsIn(world: World, body: unknown): Account[] {
  const ids: unknown[] = isRecord(body) && Array.isArray(body.acctIds) ? body.acctIds : [];
  return ids.map((id) => world.account(textOf(id))).filter((account) => account !== undefined);
}

type Points = ReturnType<typeof performanceSeries>;

/** Growth of one month out of the growth since the start. */
function monthReturn(points: Points, month: string): number {
  const returns = returnsOf(points);
  const at = (index: number) => 1 + (index < 0 ? 0 : (returns[index] ?? 0));
  const inMonth = points.slice(1).flatMap(({ date }, index) => (date.startsWith(month) ? [index] : []));
  const [first = 0] = inMonth;
  return Number((at(inMonth.at(-1) ?? first) / at(first - 1) - 1).toFixed(8));
}
