import { dateText } from '../market/calendar';
import { isFuture } from '../market/instrument';
import { big, toNumber } from '../money';
import type { World } from '../world';
import { valueOf, type Account } from './account';

export interface NavPoint {
  readonly date: string;
  readonly value: number;
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
 * Net asset value per day. Simplification: what is held today is taken to have been held all along, so the
 * last point agrees with the account to the cent and earlier ones follow the market's own history.
 */
export function performanceSeries(world: World, account: Account, days: number): NavPoint[] {
  const nowMs = world.clock.now();
  const todayMs = Math.floor(nowMs / dayMs) * dayMs;
  const current = world.valuation.account(account);
  const points: NavPoint[] = [];
  for (let day = days; day >= 1; day--) {
    const atMs = todayMs - (day - 1) * dayMs - 1;
    let value = current.cash;
    for (const { position, instrument } of current.positions) {
      const price = big(world.market.quote(instrument, atMs).last);
      const worth = valueOf(instrument, position.quantity, price);
      value = value.plus(
        (isFuture(instrument) ? worth.minus(position.cost) : worth).times(
          world.valuation.rate(instrument.currency),
        ),
      );
    }
    points.push({ date: dateText(atMs), value: toNumber(value, 2) });
  }
  points.push({ date: dateText(nowMs), value: toNumber(current.netLiquidation, 2) });
  return points;
}
