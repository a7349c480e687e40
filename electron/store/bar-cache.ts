import type { Bar } from '../../shared/domain/bar';
import type { Decimal } from '../../shared/domain/decimal';
import type { Sql } from './database';

/** What is known about a cached series beside its bars. */
export interface SeriesState {
  readonly generation: number;
  /** When its newest bar was last confirmed, epoch ms. */
  readonly readMs: number;
  readonly oldestReached: boolean;
  /** Availability and delay as IBKR said them last, kept as JSON by the caller. */
  readonly note: string;
}

/**
 * Bars of many series in `cache.sqlite`, each series without holes between its oldest and newest bar: `put` must
 * join what is there. Copies only; throwing the file away costs a reread.
 */
export interface BarCache {
  readonly state: (series: string) => SeriesState | null;
  /** The last `count` bars, oldest first. */
  readonly newest: (series: string, count: number) => Bar[];
  readonly before: (series: string, beforeMs: number, count: number) => Bar[];
  /** At most `count` bars from an instant on. */
  readonly since: (series: string, fromMs: number, count: number) => Bar[];
  readonly put: (series: string, bars: ReadonlyArray<Bar>, state: Omit<SeriesState, 'generation'>) => void;
  /** Forgets the bars; the next `put` begins another generation. */
  readonly drop: (series: string) => void;
}

const forgetAfterMs = 90 * 86_400_000;

export function createBarCache(sql: Sql, nowMs: number): BarCache {
  sql.exec(schema);
  sql.transaction(() => {
    sql.run(
      'DELETE FROM bars WHERE series IN (SELECT id FROM bar_series WHERE read_ms < ?)',
      nowMs - forgetAfterMs,
    );
    sql.run('DELETE FROM bar_series WHERE read_ms < ?', nowMs - forgetAfterMs);
  });
  const rowOf = (series: string) => sql.all('SELECT * FROM bar_series WHERE name = ?', series)[0];
  const idOf = (series: string): number => Number(rowOf(series)?.['id'] ?? 0);
  const read = (where: string, ...values: number[]): Bar[] =>
    sql.all(`SELECT time_ms, open, high, low, close, volume FROM bars WHERE ${where}`, ...values).map(toBar);

  return {
    state: (series) => {
      const row = rowOf(series);
      if (row === undefined || Number(row['read_ms']) === 0) return null;
      return {
        generation: Number(row['generation']),
        readMs: Number(row['read_ms']),
        oldestReached: row['oldest_reached'] === 1,
        note: String(row['note']),
      };
    },
    newest: (series, count) =>
      read('series = ? ORDER BY time_ms DESC LIMIT ?', idOf(series), count).reverse(),
    before: (series, beforeMs, count) =>
      read(
        'series = ? AND time_ms < ? ORDER BY time_ms DESC LIMIT ?',
        idOf(series),
        beforeMs,
        count,
      ).reverse(),
    since: (series, fromMs, count) =>
      read('series = ? AND time_ms >= ? ORDER BY time_ms LIMIT ?', idOf(series), fromMs, count),
    put: (series, bars, { readMs, oldestReached, note }) =>
      sql.transaction(() => {
        sql.run(
          `INSERT INTO bar_series (name, generation, read_ms, oldest_reached, note) VALUES (?, 1, ?, ?, ?)
           ON CONFLICT (name) DO UPDATE SET read_ms = excluded.read_ms,
             oldest_reached = excluded.oldest_reached, note = excluded.note`,
          ...[series, readMs, oldestReached ? 1 : 0, note],
        );
        const id = idOf(series);
        for (const { timeMs, open, high, low, close, volume } of bars)
          sql.run(
            'INSERT OR REPLACE INTO bars (series, time_ms, open, high, low, close, volume) VALUES (?, ?, ?, ?, ?, ?, ?)',
            ...[id, timeMs, open, high, low, close, volume],
          );
      }),
    drop: (series) =>
      sql.transaction(() => {
        sql.run('DELETE FROM bars WHERE series = ?', idOf(series));
        sql.run('UPDATE bar_series SET generation = generation + 1, read_ms = 0 WHERE name = ?', series);
      }),
  };
}

// The columns hold what `put` wrote: decimals as text.
const toBar = (row: Readonly<Record<string, unknown>>): Bar => ({
  timeMs: Number(row['time_ms']),
  open: row['open'] as Decimal,
  high: row['high'] as Decimal,
  low: row['low'] as Decimal,
  close: row['close'] as Decimal,
  volume: row['volume'] as Decimal | null,
});

const schema = `
  CREATE TABLE IF NOT EXISTS bar_series (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, generation INTEGER NOT NULL, read_ms INTEGER NOT NULL,
    oldest_reached INTEGER NOT NULL, note TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS bars (
    series INTEGER NOT NULL, time_ms INTEGER NOT NULL, open TEXT NOT NULL, high TEXT NOT NULL,
    low TEXT NOT NULL, close TEXT NOT NULL, volume TEXT, PRIMARY KEY (series, time_ms)
  ) STRICT, WITHOUT ROWID;
`;
