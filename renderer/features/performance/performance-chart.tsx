import {
  Area,
  Bar,
  ComposedChart,
  CartesianGrid,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type Decimal, toChartNumber, toDecimal } from '../../../shared/domain/decimal';
import { percentText } from '../../format/number-text';
import { tradingDayText } from '../../format/time-text';
import { useMoney } from '../../ui/discreet';
import type { ChartRow, Measure } from './chart-rows';
import { niceTicks } from './nice-ticks';

const tick = { fontSize: 11, fill: 'var(--muted)' };
const geometry = (value: Decimal | null): number | null => (value === null ? null : toChartNumber(value));

/** One measure over the days; its figures are the table's, exact. The table is its twin for whoever cannot see it. */
export function PerformanceChart({
  rows,
  measure,
  startMs,
  benchmarkName,
}: {
  readonly rows: ReadonlyArray<ChartRow>;
  readonly measure: Measure;
  /** The evening before the first day: cumulative returns start there from nothing. */
  readonly startMs: number | null;
  readonly benchmarkName: string | null;
}) {
  const money = useMoney();
  const text = (value: Decimal | null): string =>
    measure === 'value' ? money.amount(value) : percentText(value);
  const steep = rows.some(({ figure }) => figure !== null && Math.abs(toChartNumber(figure)) >= 2);
  const tickPlaces = steep ? 1 : 2;
  const fromZero = measure === 'return' || measure === 'drawdown';
  const data = [
    ...(fromZero && startMs !== null && startMs < (rows[0]?.timeMs ?? 0)
      ? [{ timeMs: startMs, y: 0, benchmark: benchmarkName === null ? null : 0, row: null }]
      : []),
    ...rows.map((row) => ({
      timeMs: row.timeMs,
      y: geometry(row.figure),
      benchmark: geometry(row.benchmark),
      row,
      fill: row.figure?.startsWith('-') === true ? 'var(--down)' : 'var(--up)',
    })),
  ];
  const { domain, ticks } = niceTicks(
    data
      .flatMap(({ y, benchmark }) => [y, measure === 'return' ? benchmark : null])
      .filter((y) => y !== null),
    4,
    measure !== 'value',
  );
  return (
    <div className="performance-chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={data}
          margin={{ top: 10, right: 6, bottom: 2, left: 12 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="timeMs"
            {...(measure === 'steps'
              ? {}
              : { type: 'number' as const, domain: ['dataMin', 'dataMax'] as const })}
            tickFormatter={(timeMs: number) => tradingDayText(timeMs).replace(/ \d{4}$/, '')}
            minTickGap={64}
            axisLine={false}
            tickLine={false}
            tick={tick}
          />
          <YAxis
            orientation="right"
            width={64}
            domain={[...domain]}
            ticks={[...ticks]}
            interval="equidistantPreserveStart"
            allowDataOverflow
            tickFormatter={(y: number) => {
              const value = toDecimal(Number(y.toPrecision(6)));
              return measure === 'value' ? money.compact(value) : percentText(value, tickPlaces);
            }}
            axisLine={false}
            tickLine={false}
            tick={tick}
          />
          {measure !== 'value' && <ReferenceLine y={0} stroke="var(--line-strong)" />}
          <Tooltip
            isAnimationActive={false}
            cursor={
              measure === 'steps'
                ? { fill: 'var(--hover)' }
                : { stroke: 'var(--muted)', strokeDasharray: '3 3' }
            }
            content={({ payload }) => {
              const row = (payload as ReadonlyArray<{ payload?: { row: ChartRow | null } }> | undefined)?.[0]
                ?.payload?.row;
              return row == null ? null : (
                <div className="performance-tip">
                  {tradingDayText(row.timeMs)}
                  <strong>{text(row.figure)}</strong>
                  {row.benchmark !== null && (
                    <span className="benchmark-mark">
                      {benchmarkName} {percentText(row.benchmark)}
                    </span>
                  )}
                </div>
              );
            }}
          />
          {measure === 'steps' ? (
            // Each bar's fill stands in its own row.
            <Bar dataKey="y" isAnimationActive={false} maxBarSize={36} />
          ) : (
            <Area
              dataKey="y"
              stroke={measure === 'drawdown' ? 'var(--down)' : 'var(--chart)'}
              strokeWidth={1.75}
              fill={measure === 'drawdown' ? 'var(--down)' : 'var(--chart)'}
              fillOpacity={0.1}
              isAnimationActive={false}
              dot={rows.length === 1}
              {...(measure === 'value' ? { baseValue: 'dataMin' as const } : {})}
            />
          )}
          {benchmarkName !== null && measure === 'return' && (
            <Line
              dataKey="benchmark"
              stroke="var(--chart-short)"
              strokeWidth={1.5}
              strokeDasharray="5 3"
              dot={false}
              isAnimationActive={false}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
