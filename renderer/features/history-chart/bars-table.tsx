import { useMemo } from 'react';
import type { Bar } from '../../../shared/domain/bar';
import { numberText, priceText } from '../../format/number-text';
import { dateTimeText, tradingDayText } from '../../format/time-text';
import { DataGrid } from '../../ui/data-grid';
import type { GridColumn } from '../../ui/grid-model';

/** The chart's twin: the newest bar first. */
export function BarsTable({
  bars,
  daily,
  digits,
}: {
  readonly bars: ReadonlyArray<Bar>;
  readonly daily: boolean;
  readonly digits: number;
}) {
  const rows = useMemo(() => [...bars].reverse(), [bars]);
  const columns = useMemo(() => columnsOf(daily, digits), [daily, digits]);
  return <DataGrid label="Price history" rows={rows} columns={columns} rowId={(bar) => String(bar.timeMs)} />;
}

const columnsOf = (daily: boolean, digits: number): ReadonlyArray<GridColumn<Bar>> => [
  {
    id: 'time',
    header: daily ? 'Date' : 'Time',
    width: 130,
    sortBy: (bar) => bar.timeMs,
    cell: (bar) => (daily ? tradingDayText(bar.timeMs) : dateTimeText(bar.timeMs)),
  },
  ...(['open', 'high', 'low', 'close'] as const).map((name) => ({
    id: name,
    header: name.charAt(0).toUpperCase() + name.slice(1),
    width: 80,
    align: 'end' as const,
    sortBy: (bar: Bar) => bar[name],
    cell: (bar: Bar) => priceText(bar[name], digits),
  })),
  {
    id: 'volume',
    header: 'Volume',
    width: 100,
    align: 'end',
    sortBy: (bar) => bar.volume,
    cell: (bar) => numberText(bar.volume, 0),
  },
];
