import { useMemo } from 'react';
import type { Bar } from '../../../shared/domain/bar';
import { numberText, priceText } from '../../format/number-text';
import { type Zone, zoneAbbreviation } from '../../format/zoned-time';
import { DataGrid } from '../../ui/data-grid';
import type { GridColumn } from '../../ui/grid-model';
import { barTimeText } from './zoned-axis';

interface Look {
  readonly daily: boolean;
  readonly digits: number;
  readonly zone: Zone;
}

/** The chart's twin: the newest bar first. */
export function BarsTable({ bars, daily, digits, zone }: Look & { readonly bars: ReadonlyArray<Bar> }) {
  const rows = useMemo(() => [...bars].reverse(), [bars]);
  const newestMs = bars.at(-1)?.timeMs ?? 0;
  const columns = useMemo(
    () => columnsOf({ daily, digits, zone }, newestMs),
    [daily, digits, zone, newestMs],
  );
  return <DataGrid label="Price history" rows={rows} columns={columns} rowId={(bar) => String(bar.timeMs)} />;
}

const columnsOf = ({ daily, digits, zone }: Look, newestMs: number): ReadonlyArray<GridColumn<Bar>> => [
  {
    id: 'time',
    header: daily ? 'Date' : `Time, ${zoneAbbreviation(zone, newestMs)}`,
    width: 150,
    sortBy: (bar) => bar.timeMs,
    cell: (bar) => barTimeText(zone, bar.timeMs, daily),
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
