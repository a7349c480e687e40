import { isRecord, textOf } from '../broker/order-request';
import { bareFailure, failure, ok, post, type Route } from '../http/reply';
import { dateText } from '../market/calendar';
import { toNumber } from '../money';
import type { Account } from '../broker/account';
import { periodDays, performanceSeries } from '../broker/performance';
import type { World } from '../world';

const dayMs = 86_400_000;
const allPeriods = ['1D', '7D', 'MTD', '1M', 'YTD', '1Y'] as const;

/** Portfolio analyst: performance over time and transactions. */
export const performanceRoutes: readonly Route[] = [
  post('/pa/performance', 'web', (world, { body }) => {
    const accounts = accountsIn(world, body);
    if (accounts.length === 0 || !isRecord(body)) return failure(400, 'Bad Request: acctIds is required');
    const days = periodDays(textOf(body.period) || textOf(body.freq) || '1Y', world.clock.now());
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
    const rows = world.broker
      .executions()
      .filter(
        (e) =>
          conids.includes(e.instrument.conid) &&
          accounts.some((a) => a.id === e.account) &&
          e.atMs >= now - days * dayMs,
      );
    return ok({
      rc: 0,
      nd: days,
      rpnl: { data: [], amt: '0.0' },
      currency: textOf(body.currency),
      from: now - days * dayMs,
      id: 'getTransactions',
      to: now,
      includesRealTime: true,
      transactions: rows.map((e) => {
        const buy = e.side === 'BUY';
        return {
          cur: e.instrument.currency,
          date: javaDate(e.atMs),
          rawDate: dateText(e.atMs),
          fxRate: toNumber(world.valuation.rate(e.instrument.currency), 6),
          pr: toNumber(e.price),
          qty: toNumber(e.quantity) * (buy ? 1 : -1),
          acctid: e.account,
          amt: toNumber(e.netAmount) * (buy ? -1 : 1),
          conid: e.instrument.conid,
          type: buy ? 'Buy' : 'Sell',
          desc: e.instrument.name,
        };
      }),
    });
  }),
];

function accountsIn(world: World, body: unknown): Account[] {
  const ids: unknown[] = isRecord(body) && Array.isArray(body.acctIds) ? body.acctIds : [];
  return ids.map((id) => world.account(textOf(id))).filter((account) => account !== undefined);
}

type Points = ReturnType<typeof performanceSeries>;

/** Fractions since the start of the period. */
const returnsOf = (points: Points): number[] => {
  const start = points[0]?.value ?? 1;
  return points.slice(1).map((point) => Number((point.value / start - 1).toFixed(8)));
};

function monthReturn(points: Points, month: string): number {
  const inMonth = points.filter((point) => point.date.startsWith(month));
  const before = points.filter((point) => point.date < `${month}00`).at(-1) ?? inMonth[0];
  return Number(((inMonth.at(-1)?.value ?? 1) / (before?.value ?? 1) - 1).toFixed(8));
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Java's `Date.toString`, which is what IBKR lets through (QUIRKS §9). */
function javaDate(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${weekdays[date.getUTCDay()] ?? ''} ${months[date.getUTCMonth()] ?? ''} ${day} 00:00:00 EST ${date.getUTCFullYear()}`;
}
