import type { Decimal } from '../../../shared/domain/decimal';
import type { Performance } from '../../../shared/domain/performance';
import { percentText } from '../../format/number-text';
import { tradingDayText } from '../../format/time-text';
import { Change } from '../../ui/change';
import { Money, useMoney } from '../../ui/discreet';
import type { Explanation } from '../../ui/explain';
import { type FigureColumn, FigureGrid } from '../../ui/figure-grid';
import type { ChartRow, Measure } from './chart-rows';

const headers: Readonly<Record<Measure, { readonly header: string; readonly definition: string }>> = {
  return: {
    header: 'Return since the start',
    definition: 'Time-weighted return from the evening before the period to the end of this day.',
  },
  value: { header: 'Net asset value', definition: 'What the account was worth at the end of this day.' },
  steps: {
    header: 'Return',
    definition: 'Time-weighted return of this day, week or month alone, chained out of IBKR’s series.',
  },
  drawdown: {
    header: 'Below the peak',
    definition: 'How far the time-weighted return is below its highest point so far.',
  },
};

/** The chart's rows as a table, newest first; every figure explains itself. */
export function PerformanceTable({
  rows,
  measure,
  performance,
  benchmarkName,
}: {
  readonly rows: ReadonlyArray<ChartRow>;
  readonly measure: Measure;
  readonly performance: Pick<Performance, 'currency' | 'asOfMs'>;
  readonly benchmarkName: string | null;
}) {
  const money = useMoney();
  const { currency, asOfMs } = performance;
  const explained = (
    what: string,
    value: string,
    timeMs: number,
    definition: string,
    field: string,
  ): Explanation => ({
    ...{ title: `${what}, ${tradingDayText(timeMs)}`, value, definition, asOfMs },
    source: `/pa/allperiods (or /pa/performance), ${field}`,
    currency: field === 'nav' ? currency : null,
  });
  const percent = (id: string, header: string, read: (row: ChartRow) => Decimal | null, definition: string) =>
    ({
      ...{ id, header },
      cell: (row) => <Change value={read(row)} suffix="%" arrow={false} />,
      explain: (row) => explained(header, percentText(read(row)), row.timeMs, definition, 'cps'),
    }) satisfies FigureColumn<ChartRow>;
  const columns: ReadonlyArray<FigureColumn<ChartRow>> = [
    { id: 'day', header: 'Day', align: 'start', cell: ({ timeMs }) => tradingDayText(timeMs) },
    ...(measure === 'value'
      ? []
      : [percent('figure', headers[measure].header, ({ figure }) => figure, headers[measure].definition)]),
    ...(measure === 'return' && benchmarkName !== null
      ? [
          {
            ...percent('benchmark', benchmarkName, ({ benchmark }) => benchmark, ''),
            explain: ({ benchmark, timeMs }: ChartRow) => ({
              ...explained(benchmarkName, percentText(benchmark), timeMs, '', ''),
              definition: 'Its close of this day against its close the evening before the period.',
              source: '/iserver/marketdata/history, daily bars',
            }),
          },
        ]
      : []),
    {
      id: 'nav',
      header: `Net asset value${currency === null ? '' : `, ${currency}`}`,
      cell: ({ nav }) => <Money value={nav} />,
      explain: ({ nav, timeMs }) =>
        explained(headers.value.header, money.amount(nav), timeMs, headers.value.definition, 'nav'),
    },
  ];
  return (
    <div className="table-scroll">
      <FigureGrid
        label="Performance"
        rows={rows.toReversed()}
        columns={columns}
        rowId={({ timeMs }) => String(timeMs)}
      />
    </div>
  );
}
