import { marketFieldOf } from '../../../shared/domain/market-field';
import type { ScanResult, ScanRow } from '../../../shared/domain/scanner';
import { assetClassWord } from '../../format/asset-class';
import { fieldText, quoteValue } from '../../format/field-text';
import { unknownText } from '../../format/number-text';
import { QuoteCell, QuoteMark } from '../../live/quote-cell';
import { quoteNow } from '../../live/quote-store';
import type { GridColumn } from '../../ui/grid-model';

export const liveFields = ['last', 'changePercent', 'bid', 'ask', 'volume'] as const;

/** IBKR's order and figure, then what the market says now. */
export const scanColumns = ({ figureName, rows }: ScanResult): ReadonlyArray<GridColumn<ScanRow>> => [
  { id: 'rank', header: '#', width: 40, align: 'end', sortBy: ({ rank }) => rank, cell: ({ rank }) => rank },
  {
    id: 'symbol',
    header: 'Symbol',
    width: 92,
    sortBy: ({ symbol }) => symbol,
    text: ({ symbol }) => symbol,
    cell: ({ symbol, conid, isNew }) => (
      <>
        <span className="symbol">{symbol}</span> {isNew && <span className="scan-new">new</span>}
        <QuoteMark conid={conid} />
      </>
    ),
  },
  {
    id: 'name',
    header: 'Name',
    width: 150,
    hideBelow: 480,
    sortBy: ({ name }) => name,
    hint: ({ exchange, assetClass }) =>
      [exchange, assetClass === null ? null : assetClassWord(assetClass)].filter(Boolean).join(' · '),
    text: ({ name }) => name ?? '',
    cell: ({ name }) => <span className="scan-name">{name ?? unknownText}</span>,
  },
  ...(rows.some(({ figure }) => figure !== null)
    ? [
        {
          id: 'figure',
          header: figureName ?? 'Ranked by',
          width: 92,
          align: 'end' as const,
          text: ({ figure }: ScanRow) => figure ?? '',
          cell: ({ figure }: ScanRow) => <span className="scan-figure">{figure ?? unknownText}</span>,
        },
      ]
    : []),
  ...liveFields.flatMap((id) => liveColumn(id)),
];

function liveColumn(id: string): ReadonlyArray<GridColumn<ScanRow>> {
  const field = marketFieldOf(id);
  if (field === undefined) return [];
  return [
    {
      id,
      header: field.short,
      width: id === 'volume' ? 92 : 80,
      align: 'end',
      ...(id === 'bid' || id === 'ask' ? { hideBelow: 680 } : id === 'volume' ? { hideBelow: 640 } : {}),
      sortBy: ({ conid }) => quoteValue(quoteNow(conid), id),
      text: ({ conid }) => fieldText(field.kind, quoteValue(quoteNow(conid), id)),
      cell: ({ conid }) => <QuoteCell conid={conid} field={field} />,
    },
  ];
}
