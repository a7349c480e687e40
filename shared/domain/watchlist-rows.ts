import type { WatchlistEntry, WatchlistRow } from './watchlist';

// Apart from the schemas: the window has no use for those, and its policy forbids what they compile.
export const maxWatchlistRows = 500;

/** What is written of a row that was read. */
export const toEntry = (row: WatchlistRow): WatchlistEntry =>
  row.kind === 'instrument'
    ? { kind: 'instrument', conid: row.conid }
    : { kind: 'blank', text: row.text.slice(0, 60) };
