import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { toChartNumber, toDecimal } from '../../../shared/domain/decimal';
import { compactText, percentText, numberText } from '../../format/number-text';
import { tradingDayText } from '../../format/time-text';
import type { PerformancePoint } from './performance-figures';

export type PerformanceMeasure = 'value' | 'return';

const tick = { fontSize: 11, fill: 'var(--muted)' };

/** One line over the days; its figures are the table's, exact. */
export function PerformanceChart({
  points,
  measure,
}: {
  readonly points: ReadonlyArray<PerformancePoint>;
  readonly measure: PerformanceMeasure;
}) {
  const figure = (point: PerformancePoint) => (measure === 'value' ? point.nav : point.returnPercent);
  const data = points.map((point) => {
    const exact = figure(point);
    return { timeMs: point.timeMs, y: exact === null ? null : toChartNumber(exact), point };
  });
  return (
    <div className="performance-chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart data={data} margin={{ top: 8, right: 4, bottom: 0, left: 12 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="timeMs"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(timeMs: number) => tradingDayText(timeMs).replace(/ \d{4}$/, '')}
            minTickGap={64}
            axisLine={false}
            tickLine={false}
            tick={tick}
          />
          <YAxis
            orientation="right"
            width={64}
            domain={['auto', 'auto']}
            tickCount={4}
            tickFormatter={(y: number) =>
              measure === 'value' ? compactText(toDecimal(y)) : percentText(toDecimal(y), 1)
            }
            axisLine={false}
            tickLine={false}
            tick={tick}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--muted)', strokeDasharray: '3 3' }}
            content={({ payload }) => {
              const shown = (
                payload as ReadonlyArray<{ payload?: { point: PerformancePoint } }> | undefined
              )?.[0]?.payload?.point;
              return shown === undefined ? null : (
                <div className="performance-tip">
                  {tradingDayText(shown.timeMs)}
                  <strong>
                    {measure === 'value' ? numberText(shown.nav, 2) : percentText(shown.returnPercent)}
                  </strong>
                </div>
              );
            }}
          />
          <Area
            dataKey="y"
            stroke="var(--chart)"
            strokeWidth={1.5}
            fill="var(--chart)"
            fillOpacity={0.1}
            isAnimationActive={false}
            dot={false}
            baseValue="dataMin"
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}
