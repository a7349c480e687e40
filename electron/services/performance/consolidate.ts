import {
  add,
  compare,
  decimal,
  divide,
  multiply,
  sign,
  subtract,
  sum,
  toFixed,
  type Decimal,
} from '../../../shared/domain/decimal';
import type { PerformancePeriod, PerformancePoint } from '../../../shared/domain/performance';
import type { AccountPerformance } from './to-performance';

const zero = decimal('0');
const one = decimal('1');
// Returns multiply over hundreds of days; IBKR gives them with eight decimals.
const places = 18;

/**
 * Several accounts as one: values added, each day's return weighted by what the accounts were worth the evening
 * before. Accounts in different currencies are not added up: the rates of past days are not known.
 */
export function consolidate(accounts: ReadonlyArray<AccountPerformance>): AccountPerformance {
  const [first] = accounts;
  if (first !== undefined && accounts.length === 1) return first;
  const currencies = [...new Set(accounts.map(({ currency }) => currency))];
  const remarks = [...new Set(accounts.flatMap((account) => account.remarks))];
  const [currency = null] = currencies;
  const brokerStamp = accounts.map((account) => account.brokerStamp).sort()[0] ?? null;
  if (currencies.length > 1 || currency === null)
    return {
      currency: null,
      periods: [],
      brokerStamp,
      remarks: [
        ...remarks,
        `These accounts are kept in different currencies (${currencies.map((name) => name ?? 'not stated').join(', ')}): IBKR gives no rates of past days, so they are not added up.`,
      ],
    };
  const ids = (first?.periods ?? []).map(({ id }) => id);
  const periods = ids.flatMap((id) => {
    const parts = accounts.map(({ periods: own }) => own.find((period) => period.id === id));
    return parts.every((part) => part !== undefined) ? [together(id, parts)] : [];
  });
  return { currency, periods, brokerStamp, remarks };
}

function together(id: string, parts: ReadonlyArray<PerformancePeriod>): PerformancePeriod {
  const days = [...new Set(parts.flatMap(({ points }) => points.map(({ timeMs }) => timeMs)))].sort(
    (a, b) => a - b,
  );
  const lines = parts.map((part) => lineOf(part, days));
  let growth: Decimal | null = one;
  const points = days.map((timeMs, index): PerformancePoint => {
    growth = grow(growth, lines, index);
    return {
      timeMs,
      nav: sum(lines.map((line) => line.navs[index + 1] ?? null)),
      cumulativeReturn: growth === null ? null : subtract(growth, one),
    };
  });
  const starts = parts.flatMap(({ startMs }) => startMs ?? []);
  return {
    id,
    startMs: starts.length === 0 ? null : Math.min(...starts),
    startNav: sum(lines.map((line) => line.navs[0] ?? null)),
    points,
  };
}

interface Line {
  /** The value before the first day, then of each day. */
  readonly navs: ReadonlyArray<Decimal | null>;
  readonly growths: ReadonlyArray<Decimal | null>;
}

/** An account opened within the period was worth nothing before it; a hole later on is unknown. */
function lineOf({ startNav, points }: PerformancePeriod, days: ReadonlyArray<number>): Line {
  const byDay = new Map(points.map((point) => [point.timeMs, point]));
  const firstMs = points[0]?.timeMs ?? Infinity;
  const before = (timeMs: number): boolean => timeMs < firstMs;
  const opensLater = days[0] !== undefined && before(days[0]);
  return {
    navs: [
      opensLater ? zero : startNav,
      ...days.map((timeMs) => (before(timeMs) ? zero : (byDay.get(timeMs)?.nav ?? null))),
    ],
    growths: [
      one,
      ...days.map((timeMs) => {
        const fraction = before(timeMs) ? zero : (byDay.get(timeMs)?.cumulativeReturn ?? null);
        return fraction === null ? null : add(one, fraction);
      }),
    ],
  };
}

function grow(growth: Decimal | null, lines: ReadonlyArray<Line>, index: number): Decimal | null {
  const weights = lines.map((line) => line.navs[index] ?? null);
  const total = sum(weights);
  if (growth === null || total === null) return null;
  const changes = lines.map((line) => change(line.growths[index] ?? null, line.growths[index + 1] ?? null));
  // Nothing was invested yet: nothing was earned, whatever was paid in.
  if (sign(total) === 0)
    return changes.every((each) => each !== null && compare(each, zero) === 0) ? growth : null;
  const weighted = sum(
    changes.map((each, at) => {
      const weight = weights[at] ?? null;
      return each === null || weight === null ? null : multiply(each, weight);
    }),
  );
  const rate = weighted === null ? null : divide(weighted, total, places);
  // Rounded, or the digits would grow with every day.
  return rate === null ? null : toFixed(multiply(growth, add(one, rate)), places);
}

function change(before: Decimal | null, after: Decimal | null): Decimal | null {
  const ratio = before === null || after === null ? null : divide(after, before, places);
  return ratio === null ? null : subtract(ratio, one);
}
