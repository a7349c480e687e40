import type { ScanResult } from '../../../shared/domain/scanner';
import { csvText } from '../../format/csv';
import { quoteValue } from '../../format/field-text';
import { quoteNow } from '../../live/quote-store';
import { liveFields } from './scan-columns';

/** What was found, as it stands now; what is unknown is an empty field. */
export const scanCsv = ({ rows, figureName, atMs }: ScanResult, title: string): string =>
  csvText([
    [`${title}, ${new Date(atMs).toISOString()}`],
    ['rank', 'conid', 'symbol', 'name', 'exchange', 'type', 'new', figureName ?? 'figure', ...liveFields],
    ...rows.map((row) => [
      ...[row.rank, row.conid, row.symbol, row.name, row.exchange, row.assetClass, row.isNew ? 'yes' : ''],
      row.figure,
      ...liveFields.map((id) => quoteValue(quoteNow(row.conid), id)),
    ]),
  ]);
