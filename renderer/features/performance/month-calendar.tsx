import type { PerformancePeriod } from '../../../shared/domain/performance';
import { percentText } from '../../format/number-text';
import { toneOf } from '../../format/tone';
import { Explained } from '../../ui/explain';
import { calendarOf, type MonthReturn } from './months';
import { percent } from './period-figures';
import '../../ui/plain-table.css';

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Returns by month, a year a row. */
export function MonthCalendar({
  series,
  asOfMs,
}: {
  readonly series: PerformancePeriod;
  readonly asOfMs: number;
}) {
  const years = calendarOf(series);
  const origin = { seriesId: series.id, asOfMs };
  return (
    <div className="month-calendar" role="group" aria-label="Monthly returns" tabIndex={0}>
      <table className="plain-table" aria-label="Returns by month">
        <thead>
          <tr>
            <th scope="col">Year</th>
            {names.map((name) => (
              <th key={name} scope="col" className="cell-end">
                {name}
              </th>
            ))}
            <th scope="col" className="cell-end">
              Year
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, months, whole }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {months.map((month, index) => (
                <MonthCell
                  key={names[index]}
                  month={month}
                  name={`${names[index] ?? ''} ${year}`}
                  {...origin}
                />
              ))}
              <MonthCell month={whole} name={String(year)} {...origin} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="month-note">
        {years.some(({ months }) => months.some((month) => month?.partial === true)) &&
          '* begins or ends within the month or year. '}
        Time-weighted, chained out of IBKR’s {series.id} series.
      </p>
    </div>
  );
}

function MonthCell({
  month,
  name,
  seriesId,
  asOfMs,
}: {
  readonly month: MonthReturn | null;
  readonly name: string;
  readonly seriesId: string;
  readonly asOfMs: number;
}) {
  if (month === null) return <td className="cell-end" />;
  const value = percent(month.earned);
  return (
    <td className={`cell-end month-cell tone-${toneOf(value)}`} data-sign={toneOf(value)}>
      <Explained
        explain={() => ({
          title: `Return of ${name}`,
          value: percentText(value),
          definition: month.partial
            ? 'Time-weighted return of the part of it that IBKR’s series covers.'
            : 'Time-weighted return from the end of the time before to its own end.',
          formula: '(1 + return at the end) ÷ (1 + return at the start) − 1',
          source: `/pa/allperiods, ${seriesId}, cps`,
          ...{ asOfMs, currency: null },
        })}
      >
        {percentText(value)}
      </Explained>
      {month.partial && (
        <span className="month-partial" title="Only part of it is in IBKR’s series">
          *
        </span>
      )}
    </td>
  );
}
