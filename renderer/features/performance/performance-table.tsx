import { percentText } from '../../format/number-text';
import { tradingDayText } from '../../format/time-text';
import { toneOf } from '../../format/tone';
import { Money } from '../../ui/discreet';
import type { ChartRow, Measure } from './chart-rows';
import '../../ui/plain-table.css';

const headers: Readonly<Record<Exclude<Measure, 'value'>, string>> = {
  return: 'Return since the start',
  steps: 'Return',
  drawdown: 'Below the peak',
};

/** The chart's rows as a table, newest first. */
export function PerformanceTable({
  rows,
  measure,
  currency,
  benchmarkName,
}: {
  readonly rows: ReadonlyArray<ChartRow>;
  readonly measure: Measure;
  readonly currency: string | null;
  readonly benchmarkName: string | null;
}) {
  const withBenchmark = measure === 'return' && benchmarkName !== null;
  return (
    <div className="table-scroll" role="group" aria-label="Performance figures" tabIndex={0}>
      <table className="plain-table" aria-label="Performance">
        <thead>
          <tr>
            <th scope="col">Day</th>
            {measure !== 'value' && (
              <th scope="col" className="cell-end">
                {headers[measure]}
              </th>
            )}
            {withBenchmark && (
              <th scope="col" className="cell-end">
                {benchmarkName}
              </th>
            )}
            <th scope="col" className="cell-end">
              Net asset value{currency === null ? '' : `, ${currency}`}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ timeMs, figure, benchmark, nav }) => (
            <tr key={timeMs}>
              <th scope="row">{tradingDayText(timeMs)}</th>
              {measure !== 'value' && (
                <td className={`cell-end tone-${toneOf(figure)}`}>{percentText(figure)}</td>
              )}
              {withBenchmark && <td className="cell-end">{percentText(benchmark)}</td>}
              <td className="cell-end">
                <Money value={nav} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
