import { lazy, Suspense } from 'react';
import type { Performance } from '../../../shared/domain/performance';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { rowsOf } from './chart-rows';
import { MonthCalendar } from './month-calendar';
import { PerformanceFigures } from './performance-figures';
import { PerformanceTable } from './performance-table';
import type { PerformanceLook } from './performance-tools';
import { PeriodChoice } from './period-choice';
import { stepOf } from './period-figures';
import type { ShownPeriod } from './periods';
import type { Benchmark } from './use-benchmark';

const PerformanceChart = lazy(() =>
  import('./performance-chart').then(({ PerformanceChart: chart }) => ({ default: chart })),
);

/** Periods with what each earned, the chosen one drawn or as a table, and its months. */
export function PerformanceView({
  performance,
  periods,
  period,
  onPeriod,
  look: { measure, asTable },
  benchmark,
}: {
  readonly performance: Performance;
  readonly periods: ReadonlyArray<ShownPeriod>;
  readonly period: ShownPeriod | undefined;
  readonly onPeriod: (id: string) => void;
  readonly look: PerformanceLook;
  readonly benchmark: Benchmark;
}) {
  if (period === undefined) {
    return (
      <EmptyState title="No performance yet.">
        {performance.remarks[0] ?? 'IBKR has it from the day after the first deposit on.'}
      </EmptyState>
    );
  }
  const longest = periods.reduce(
    (best, each) => (each.points.length > best.points.length ? each : best),
    period,
  );
  const along = benchmark.along(period);
  const rows = rowsOf(period, measure, stepOf(period), along);
  const benchmarkName = along === null ? null : benchmark.name;
  const remarks = [
    ...performance.remarks,
    ...(benchmark.failed
      ? [`IBKR gave no prices of ${benchmark.name ?? 'it'}: nothing to compare with.`]
      : []),
  ];
  return (
    <div className="performance">
      <PerformanceFigures
        performance={performance}
        period={period}
        benchmark={benchmarkName === null ? null : { name: benchmarkName, earned: along?.at(-1) ?? null }}
      />
      {remarks.map((remark) => (
        <p key={remark} className="performance-remark" role="note">
          {remark}
        </p>
      ))}
      <div className="performance-tools">
        <PeriodChoice periods={periods} chosen={period.id} onChoose={onPeriod} />
      </div>
      <div className="performance-body">
        {asTable ? (
          <PerformanceTable
            rows={rows}
            measure={measure}
            performance={performance}
            benchmarkName={benchmarkName}
          />
        ) : (
          <Suspense fallback={<Skeleton rows={4} label="Loading the chart" />}>
            <PerformanceChart
              rows={rows}
              measure={measure}
              startMs={period.startMs}
              benchmarkName={benchmarkName}
            />
          </Suspense>
        )}
        <MonthCalendar series={longest} asOfMs={performance.asOfMs} />
      </div>
    </div>
  );
}
