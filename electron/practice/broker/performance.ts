import { dateText } from '../market/calendar';
import { toNumber } from '../money';
import type { World } from '../world';
import type { Account } from './account';

export interface NavPoint {
  readonly date: string;
  readonly value: number;
  /** Paid in (positive) or out during the day. */
  readonly flow: number;
}

const dayMs = 86_400_000;

/** Length in days of a portfolio-analyst period, or null when it is none. */
export function periodDays(period: string, nowMs: number): number | null {
  const date = new Date(nowMs);
  const fixed: Readonly<Record<string, number>> = {
    '1D': 1,
    '7D': 7,
    '1M': 30,
    '3M': 91,
    '6M': 182,
    '12M': 365,
    '1Y': 365,
  };
  if (period === 'MTD') return Math.max(1, date.getUTCDate());
  if (period === 'YTD')
    return Math.max(1, Math.ceil((nowMs - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMs));
  return fixed[period] ?? null;
}

/**
 * Net asset value per day, oldest first: the first point is where the period (or the account) starts. The
 * last agrees with the account to the cent.
 */
export function performanceSeries(world: World, account: Account, days: number): NavPoint[] {
  const nowMs = world.clock.now();
  return world.navs.days(account, nowMs - days * dayMs, nowMs).map((day) => ({
    date: dateText(day.dayMs),
    value: toNumber(day.value, 2),
    flow: toNumber(day.flow, 2),
  }));
}

/** Time-weighted returns since the first point, as fractions: money paid in or out does not count. */
export function returnsOf(points: readonly NavPoint[]): number[] {
  let growth = 1;
  return points.slice(1).map((point, index) => {
    const base = (points[index]?.value ?? 0) + point.flow;
    if (base > 0) growth *= point.value / base;
    return Number((growth - 1).toFixed(8));
  });
}
