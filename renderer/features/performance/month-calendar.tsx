import type { PerformancePeriod } from '../../../shared/domain/performance';
import { percentText } from '../../format/number-text';
import { toneOf } from '../../format/tone';
import { calendarOf, type MonthReturn } from './months';
import { percent } from './period-figures';
import '../../ui/plain-table.css';

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Returns by month, a year a row. */
export function MonthCalendar({ series }: { readonly series: PerformancePeriod }) {
  const years = calendarOf(series);
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
                <MonthCell key={names[index]} month={month} />
              ))}
              <MonthCell month={whole} />
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

function MonthCell({ month }: { readonly month: MonthReturn | null }) {
  if (month === null) return <td className="cell-end" />;
  const value = percent(month.earned);
  return (
    <td className={`cell-end month-cell tone-${toneOf(value)}`} data-sign={toneOf(value)}>
      {percentText(value)}
      {month.partial && (
        <span className="month-partial" title="Only part of it is in IBKR’s series">
          *
        </span>
      )}
    </td>
  );
}
