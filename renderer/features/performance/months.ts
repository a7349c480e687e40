import { decimal, type Decimal } from '../../../shared/domain/decimal';
import type { PerformancePeriod } from '../../../shared/domain/performance';
import { between } from './period-figures';

export interface MonthReturn {
  readonly earned: Decimal | null;
  /** The series begins or ends within the month. */
  readonly partial: boolean;
}
export interface YearOfMonths {
  readonly year: number;
  /** January first; `null` where the series has no day. */
  readonly months: ReadonlyArray<MonthReturn | null>;
  readonly whole: MonthReturn;
}

/** A calendar of monthly returns, newest year first, chained out of one daily series. */
export function calendarOf(series: PerformancePeriod): YearOfMonths[] {
  const byMonth = new Map<number, { first: number; last: number }>();
  for (const [index, { timeMs }] of series.points.entries()) {
    const month = monthOf(timeMs);
    byMonth.set(month, { first: byMonth.get(month)?.first ?? index, last: index });
  }
  const earnedFrom = (first: number, last: number): Decimal | null =>
    between(
      first === 0 ? decimal('0') : (series.points[first - 1]?.cumulativeReturn ?? null),
      series.points[last]?.cumulativeReturn ?? null,
    );
  const years = [...new Set([...byMonth.keys()].map((month) => Math.floor(month / 12)))].sort(
    (a, b) => b - a,
  );
  const firstMonth = Math.min(...byMonth.keys());
  const lastMonth = Math.max(...byMonth.keys());
  // A start on the last day of a month, or on the weekend after it, leaves the next month whole.
  const startsWhole = series.startMs !== null && isMonthsEnd(series.startMs, series.points[0]?.timeMs ?? 0);
  return years.map((year) => {
    const ranges = Array.from({ length: 12 }, (_, month) => byMonth.get(year * 12 + month) ?? null);
    const present = ranges.filter((range) => range !== null);
    const [first, last] = [present[0]?.first ?? 0, present.at(-1)?.last ?? 0];
    return {
      year,
      months: ranges.map((range, month) =>
        range === null
          ? null
          : {
              earned: earnedFrom(range.first, range.last),
              partial: (year * 12 + month === firstMonth && !startsWhole) || year * 12 + month === lastMonth,
            },
      ),
      whole: {
        earned: earnedFrom(first, last),
        partial:
          (Math.floor(firstMonth / 12) === year && !(firstMonth % 12 === 0 && startsWhole)) ||
          Math.floor(lastMonth / 12) === year,
      },
    };
  });
}

const monthOf = (timeMs: number): number => {
  const date = new Date(timeMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

// The last trading day of a month is never more than three days before its end.
const isMonthsEnd = (startMs: number, firstMs: number): boolean =>
  monthOf(startMs) === monthOf(firstMs) - 1 && monthOf(startMs + 4 * 86_400_000) === monthOf(firstMs);
