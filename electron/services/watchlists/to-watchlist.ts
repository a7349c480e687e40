import { conidSchema } from '../../../shared/domain/ids';
import type {
  Watchlist,
  WatchlistEntry,
  WatchlistHeading,
  WatchlistRow,
} from '../../../shared/domain/watchlist';
import { isRecord, recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

/** The lists of /iserver/watchlists; a row without a name is shown by its id. */
export const toHeadings = (data: unknown): WatchlistHeading[] =>
  recordsOf(recordOf(recordOf(data)['data'])['user_lists']).flatMap((row) => {
    const watchlistId = textOf(row['id']);
    if (watchlistId === null || !/^\d{1,18}$/.test(watchlistId)) return [];
    return [{ watchlistId, name: textOf(row['name']) ?? `List ${watchlistId}` }];
  });

/**
 * One list of /iserver/watchlist. Contracts come as `{conid, C, ticker, name, …}`, on the first read without
 * names; blank rows as `{H: ""}`. A row that is neither would be lost with the next writing, because writing
 * replaces the whole list: such a list is shown and not changed.
 */
export function toWatchlist(watchlistId: string, data: unknown): Watchlist {
  const wire = recordOf(data);
  const instruments: unknown[] = Array.isArray(wire['instruments']) ? wire['instruments'] : [];
  const rows = instruments.map(toRow);
  const known = rows.filter((row) => row !== null);
  return {
    watchlistId,
    name: textOf(wire['name']) ?? `List ${watchlistId}`,
    rows: known,
    version: textOf(wire['hash']),
    obstacle: obstacleOf(wire, rows.length - known.length),
  };
}

function toRow(row: unknown): WatchlistRow | null {
  if (!isRecord(row)) return null;
  const conid = conidOf(row);
  if (conid.success)
    return {
      kind: 'instrument',
      conid: conid.data,
      symbol: textOf(row['ticker']) ?? textOf(row['symbol']) ?? textOf(row['fullName']),
      name: textOf(row['name']) ?? textOf(row['companyName']),
      assetClass: textOf(row['assetClass']) ?? textOf(row['ST']),
    };
  return 'H' in row ? { kind: 'blank', text: (textOf(row['H']) ?? '').slice(0, 60) } : null;
}

/** A number here, text there; `C` may name an exchange after an `@`. */
const conidOf = (row: WireRecord) =>
  conidSchema.safeParse(Number((textOf(row['conid']) ?? textOf(row['C']) ?? '').split('@')[0]));

function obstacleOf(wire: WireRecord, unknownRows: number): string | null {
  if (wire['readOnly'] === true || wire['readOnly'] === 'true')
    return 'IBKR keeps this list: it can be read but not changed.';
  return unknownRows === 0
    ? null
    : `${unknownRows} ${unknownRows === 1 ? 'row' : 'rows'} of this list cannot be written through IBKR’s API and would be lost: change it in TWS.`;
}

/** What goes on the wire for one row. */
export const toWire = (entry: WatchlistEntry): { C: number } | { H: string } =>
  entry.kind === 'instrument' ? { C: entry.conid } : { H: entry.text };
