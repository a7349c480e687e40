import type { Decimal } from '../../../shared/domain/decimal';
import { drawdownsOf, percent, type Step, stepsOf } from './period-figures';
import type { ShownPeriod } from './periods';

export type Measure = 'return' | 'value' | 'steps' | 'drawdown';

/** One day or step, exact; the chart and its table twin draw the same rows. */
export interface ChartRow {
  readonly timeMs: number;
  /** Money for `value`, otherwise per cent. */
  readonly figure: Decimal | null;
  readonly benchmark: Decimal | null;
  readonly nav: Decimal | null;
}

/** The rows of a measure over a period. `benchmark` runs along the period's days and belongs to `return` only. */
export function rowsOf(
  period: ShownPeriod,
  measure: Measure,
  step: Step,
  benchmark: ReadonlyArray<Decimal | null> | null,
): ChartRow[] {
  if (measure === 'steps')
    return stepsOf(period, step).map(({ timeMs, earned, nav }) => ({
      timeMs,
      figure: percent(earned),
      benchmark: null,
      nav,
    }));
  const depths = measure === 'drawdown' ? drawdownsOf(period.points) : [];
  return period.points.map(({ timeMs, nav, cumulativeReturn }, index) => ({
    timeMs,
    nav,
    figure:
      measure === 'value'
        ? nav
        : percent(measure === 'drawdown' ? (depths[index] ?? null) : cumulativeReturn),
    benchmark: measure === 'return' ? percent(benchmark?.[index] ?? null) : null,
  }));
}
