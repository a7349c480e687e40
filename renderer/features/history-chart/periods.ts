import type { ChartPeriod } from '../../state/workspace';

interface PeriodPlan {
  /** IBKR's words. */
  readonly period: string;
  readonly bar: string;
  readonly barMs: number;
  /** A bar is a trading day or longer: its time is a date. */
  readonly daily: boolean;
  readonly words: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Bars that fit each period: permitted by IBKR's table (BEHAVIOUR §12) and 60 to 400 to a screen. */
export const periodPlans = {
  '1D': { period: '1d', bar: '5min', barMs: 5 * minuteMs, daily: false, words: '1 day, 5-minute bars' },
  '1W': { period: '1w', bar: '30min', barMs: 30 * minuteMs, daily: false, words: '1 week, 30-minute bars' },
  '1M': { period: '1m', bar: '2h', barMs: 2 * hourMs, daily: false, words: '1 month, 2-hour bars' },
  '3M': { period: '3m', bar: '1d', barMs: dayMs, daily: true, words: '3 months, daily bars' },
  '1Y': { period: '1y', bar: '1d', barMs: dayMs, daily: true, words: '1 year, daily bars' },
  '5Y': { period: '5y', bar: '1w', barMs: 7 * dayMs, daily: true, words: '5 years, weekly bars' },
} as const satisfies Record<ChartPeriod, PeriodPlan>;
