import { type MarketField, marketFieldOf } from '../../../shared/domain/market-field';
import { assetClassWord } from '../../format/asset-class';
import { quoteValue } from '../../format/field-text';
import { quoteNow } from '../../live/quote-store';
import type { GridColumn } from '../../ui/grid-model';
import { QuoteCell, QuoteMark } from '../../live/quote-cell';
import { RowMarks } from './row-marks';
import { type PlacedRow, rowName } from './watchlist-rows';

/** The symbol, then the figures chosen. Sorting takes each figure as it is at that moment. */
export const watchlistColumns = (ids: ReadonlyArray<string>): ReadonlyArray<GridColumn<PlacedRow>> => [
  symbolColumn,
  ...ids.flatMap((id) => {
    const field = marketFieldOf(id);
    return field === undefined ? [] : [columnOf(field, ids.length)];
  }),
];

const symbolColumn: GridColumn<PlacedRow> = {
  id: 'symbol',
  header: 'Symbol',
  width: 96,
  sortBy: ({ row }) => (row.kind === 'instrument' ? rowName(row) : null),
  hint: ({ row }) =>
    row.kind === 'instrument'
      ? [row.name, assetClassWord(row.assetClass)].filter(Boolean).join(' · ')
      : undefined,
  cell: ({ row }) =>
    row.kind === 'instrument' && (
      <>
        <span className="symbol">{rowName(row)}</span> <RowMarks conid={row.conid} />
        <QuoteMark conid={row.conid} />
      </>
    ),
};

const columnOf = (field: MarketField, count: number): GridColumn<PlacedRow> => ({
  id: field.id,
  header: field.short,
  width: widths[field.kind] ?? 72,
  align: field.kind === 'text' || field.kind === 'date' ? 'start' : 'end',
  // The narrow desk of the first start has room for three; who chose more wants to scroll.
  ...(field.id === 'change' && count <= 3 ? { hideBelow: 350 } : {}),
  sortBy: ({ row }) => (row.kind === 'instrument' ? quoteValue(quoteNow(row.conid), field.id) : null),
  cell: ({ row }) => row.kind === 'instrument' && <QuoteCell conid={row.conid} field={field} />,
});

const widths: Partial<Readonly<Record<MarketField['kind'], number>>> = {
  percentChange: 78,
  size: 84,
  text: 110,
  date: 92,
};
