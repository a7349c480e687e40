import type { InstrumentMatch } from '../../../shared/domain/instrument';
import type { InstrumentRow, WatchlistRow } from '../../../shared/domain/watchlist';

type Rows = ReadonlyArray<WatchlistRow>;
type Found = Pick<InstrumentMatch, 'conid' | 'symbol' | 'name' | 'assetClass'>;

/** Adds at the end, each contract once: one that is in the list already stays where it is. */
export function withFound(rows: Rows, found: ReadonlyArray<Found>): WatchlistRow[] {
  const present = new Set(rows.flatMap((row) => (row.kind === 'instrument' ? [row.conid] : [])));
  const added = found.flatMap(({ conid, symbol, name, assetClass }): InstrumentRow[] => {
    if (present.has(conid)) return [];
    present.add(conid);
    return [{ kind: 'instrument', conid, symbol, name, assetClass }];
  });
  return [...rows, ...added];
}

export const without = (rows: Rows, at: number): WatchlistRow[] => rows.filter((_row, index) => index !== at);

/** The row goes to a place, those between make room. */
export function moved(rows: Rows, from: number, to: number): WatchlistRow[] {
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length) return [...rows];
  const others = without(rows, from);
  return [...others.slice(0, to), row, ...others.slice(to)];
}

export const withBlank = (rows: Rows, at: number, text: string): WatchlistRow[] => [
  ...rows.slice(0, at),
  { kind: 'blank', text },
  ...rows.slice(at),
];

export const withText = (rows: Rows, at: number, text: string): WatchlistRow[] =>
  rows.map((row, index) => (index === at ? { kind: 'blank', text } : row));

export const rowName = (row: WatchlistRow): string =>
  row.kind === 'blank' ? row.text || 'Blank row' : (row.symbol ?? String(row.conid));

/** A row and where it stands: a contract may stand in a list twice, a blank row many times. */
export interface PlacedRow {
  readonly id: string;
  readonly at: number;
  readonly row: WatchlistRow;
}

/** Ids that stay with their row when others move. */
export function placed(rows: Rows): PlacedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row, at) => {
    const base = row.kind === 'instrument' ? String(row.conid) : `blank ${row.text}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { id: count === 1 ? base : `${base} ${count}`, at, row };
  });
}
