import { decimal } from '../../../shared/domain/decimal';
import type { Performance, PerformancePeriod } from '../../../shared/domain/performance';
import { between } from './period-figures';

/** A period that can be looked at. */
export interface ShownPeriod extends PerformancePeriod {
  /** Chained by us out of IBKR's longest series, not answered by IBKR itself. */
  readonly derived: boolean;
}

const months: Readonly<Record<string, number>> = { '1M': 1, '3M': 3, '6M': 6 };
const order = ['1D', '7D', 'MTD', '1M', '3M', '6M', 'YTD', '1Y'];

/** IBKR's periods with anything in them; those it did not send are chained where its longest series reaches back. */
export function periodsOf({ periods }: Performance): ShownPeriod[] {
  const given = periods
    .filter(({ points }) => points.length > 0)
    .map((period) => ({ ...period, derived: false }));
  const longest = given.reduce<PerformancePeriod | null>(
    (best, period) => (best === null || period.points.length > best.points.length ? period : best),
    null,
  );
  const lastMs = longest?.points.at(-1)?.timeMs;
  const derived = order
    .filter((id) => longest !== null && !given.some((period) => period.id === id))
    .flatMap((id) => {
      const cut = longest === null || lastMs === undefined ? null : since(longest, startOf(id, lastMs), id);
      return cut === null ? [] : [{ ...cut, derived: true }];
    });
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...given, ...derived].sort((a, b) => place(a.id) - place(b.id));
}

/**
 * The part of a series after a day. Its returns start from nothing again: (1 + r) ÷ (1 + r₀) − 1. `null` where the
 * series does not reach back that far, or nothing comes after.
 */
export function since(
  series: PerformancePeriod,
  startMs: number,
  id: string,
  endMs = Infinity,
): ShownPeriod | null {
  const before = series.points.filter(({ timeMs }) => timeMs <= startMs).at(-1);
  const fromStart = series.startMs !== null && series.startMs <= startMs;
  if (before === undefined && !fromStart) return null;
  const points = series.points.filter(({ timeMs }) => timeMs > startMs && timeMs <= endMs);
  if (points.length === 0) return null;
  const base = before === undefined ? decimal('0') : before.cumulativeReturn;
  return {
    id,
    derived: true,
    startMs: before?.timeMs ?? series.startMs,
    startNav: before === undefined ? series.startNav : before.nav,
    points: points.map((point) => ({ ...point, cumulativeReturn: between(base, point.cumulativeReturn) })),
  };
}

/** The last day before a period that ends with `lastMs`. */
function startOf(id: string, lastMs: number): number {
  const last = new Date(lastMs);
  const [year, month, day] = [last.getUTCFullYear(), last.getUTCMonth(), last.getUTCDate()];
  if (id === '1D') return lastMs - 86_400_000;
  if (id === '7D') return lastMs - 7 * 86_400_000;
  if (id === 'MTD') return Date.UTC(year, month, 0);
  if (id === 'YTD') return Date.UTC(year, 0, 0);
  if (id === '1Y') return Date.UTC(year - 1, month, day);
  const back = months[id] ?? 1;
  // 31 May less three months is the last of February, not 3 March.
  return Math.min(Date.UTC(year, month - back, day), Date.UTC(year, month - back + 1, 0));
}
