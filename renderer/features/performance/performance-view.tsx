import { lazy, Suspense, useState } from 'react';
import type { Performance } from '../../../shared/domain/portfolio';
import { numberText, percentText } from '../../format/number-text';
import { tradingDayText } from '../../format/time-text';
import { Skeleton } from '../../ui/skeleton';
import type { PerformanceMeasure } from './performance-chart';
import '../../ui/plain-table.css';
import './performance.css';
import { performanceOf, performanceRanges, type PerformanceRange } from './performance-figures';

const PerformanceChart = lazy(() =>
  import('./performance-chart').then(({ PerformanceChart: chart }) => ({ default: chart })),
);
const measures: ReadonlyArray<readonly [PerformanceMeasure, string]> = [
  ['return', 'Return'],
  ['value', 'Value'],
];

/** What the account has earned, by the day; as a line, or as a table of the same figures. */
export function PerformanceView({ performance }: { readonly performance: Performance }) {
  const [range, setRange] = useState<PerformanceRange>('1Y');
  const [measure, setMeasure] = useState<PerformanceMeasure>('return');
  const [asTable, setAsTable] = useState(false);
  const points = performanceOf(performance, range);
  const last = points.at(-1);
  if (last === undefined)
    return <p className="muted performance-none">IBKR has no performance of this account yet.</p>;

  return (
    <div className="performance">
      <div className="performance-head">
        <dl>
          <dt>Time-weighted return</dt>
          <dd>{percentText(last.returnPercent)}</dd>
          <dt>Net asset value</dt>
          <dd>
            {numberText(last.nav, 2)} <span className="unit">{performance.currency}</span>
          </dd>
          <dt>Until</dt>
          <dd>{tradingDayText(last.timeMs)}</dd>
        </dl>
        <div role="group" aria-label="Measure">
          {measures.map(([id, name]) => (
            <Choice key={id} name={name} pressed={measure === id} onPress={() => setMeasure(id)} />
          ))}
        </div>
        <div role="group" aria-label="Range">
          {performanceRanges.map((id) => (
            <Choice key={id} name={id} pressed={range === id} onPress={() => setRange(id)} />
          ))}
        </div>
        <Choice name="Table" pressed={asTable} onPress={() => setAsTable(!asTable)} />
      </div>
      {asTable ? (
        <div className="table-scroll" role="group" aria-label="Performance figures" tabIndex={0}>
          <table className="plain-table" aria-label="Performance">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col" className="cell-end">
                  Net asset value
                </th>
                <th scope="col" className="cell-end">
                  Return
                </th>
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map((point) => (
                <tr key={point.timeMs}>
                  <th scope="row">{tradingDayText(point.timeMs)}</th>
                  <td className="cell-end">{numberText(point.nav, 2)}</td>
                  <td className="cell-end">{percentText(point.returnPercent)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Suspense fallback={<Skeleton rows={4} label="Loading the chart" />}>
          <PerformanceChart points={points} measure={measure} />
        </Suspense>
      )}
    </div>
  );
}

function Choice({
  name,
  pressed,
  onPress,
}: {
  readonly name: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="button button-quiet" aria-pressed={pressed} onClick={onPress}>
      {name}
    </button>
  );
}
