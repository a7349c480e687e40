import type { Conid } from '../../../shared/domain/ids';
import type { WatchlistRow } from '../../../shared/domain/watchlist';
import { csvRows, csvText } from '../../format/csv';

const head = ['conid', 'symbol', 'name', 'type'];

/** A list as it stands: contracts by conid, blank rows and headings in their places. */
export const watchlistCsv = (rows: ReadonlyArray<WatchlistRow>): string =>
  csvText([
    head,
    ...rows.map((row) =>
      row.kind === 'instrument'
        ? [row.conid, row.symbol, row.name, row.assetClass]
        : ['', row.text, '', 'section'],
    ),
  ]);

/** What a file or a paste holds: rows that are certain, and symbols somebody must still give a contract to. */
export interface Imported {
  readonly rows: ReadonlyArray<WatchlistRow>;
  /** In the order of the text; contracts found for them go to the end. */
  readonly symbols: ReadonlyArray<string>;
}

/** Reads our own export, any table with a `conid` or `symbol` column, or just symbols between commas and lines. */
export function readWatchlistText(text: string): Imported {
  const table = csvRows(text);
  const names = (table[0] ?? []).map((name) => name.trim().toLowerCase());
  const conidAt = names.indexOf('conid');
  const symbolAt = names.findIndex((name) => ['symbol', 'ticker', 'financial instrument'].includes(name));
  if (conidAt < 0 && symbolAt < 0) return { rows: [], symbols: symbolsIn(text) };
  const typeAt = names.indexOf('type');
  const rows: WatchlistRow[] = [];
  const symbols: string[] = [];
  for (const line of table.slice(1)) {
    const conid = Number(line[conidAt] ?? '');
    const symbol = (line[symbolAt] ?? '').trim();
    if (Number.isSafeInteger(conid) && conid > 0)
      rows.push({
        kind: 'instrument',
        // Checked in the line above; the brand says no more.
        conid: conid as Conid,
        symbol: symbol || null,
        name: line[names.indexOf('name')]?.trim() || null,
        assetClass: line[typeAt]?.trim() || null,
      });
    else if (line[typeAt]?.trim() === 'section') rows.push({ kind: 'blank', text: symbol.slice(0, 60) });
    else if (symbol !== '') symbols.push(symbol);
  }
  return { rows, symbols: unique(symbols) };
}

/** "AAPL, MSFT  BRK B" on lines: commas, semicolons, tabs and line ends separate; a space does where nothing else is. */
export function symbolsIn(text: string): string[] {
  const strong = /[,;\t\n]/.test(text.trim());
  return unique(
    text
      .split(strong ? /[,;\t\r\n]+/ : /\s+/)
      .map((part) => part.trim().replace(/^\$|^.*:(?=[A-Z])/, ''))
      .filter((part) => /^[\p{L}\d][\p{L}\d.\- /]{0,19}$/u.test(part)),
  );
}

const unique = (symbols: ReadonlyArray<string>): string[] => [
  ...new Set(symbols.map((symbol) => symbol.toUpperCase())),
];
