import type { z } from 'zod';
import type { Clock } from '../support/clock';
import type { Sql } from './database';
import { openSideFile } from './open-file';

export interface Dated<T> {
  readonly value: T;
  /** When it was read from the gateway, epoch ms. */
  readonly atMs: number;
}

/** Dated copies of what the gateway said, so that a start has something to show and slow reads are not repeated. */
export interface Cache {
  /** `null` when there is none or it no longer fits the schema. */
  readonly get: <S extends z.ZodType>(kind: string, key: string, schema: S) => Dated<z.infer<S>> | null;
  readonly put: (kind: string, key: string, value: unknown) => void;
  readonly remove: (kind: string, key: string) => void;
  /** The newest copies of a kind, at most `most`, unchecked: JSON values as they were put. Older ones are dropped. */
  readonly newest: (kind: string, most: number) => ReadonlyArray<Dated<unknown> & { readonly key: string }>;
  /** For tables of their own (bars). */
  readonly sql: Sql;
  readonly close: () => void;
}

/** Opens `cache.sqlite`: it may be thrown away at any time, and is when it is damaged. */
export function openCache(path: string, clock: Clock): Cache {
  const sql = openSideFile(path, schema, true);
  return {
    sql,
    get: (kind, key, valueSchema) => {
      const row = sql.all('SELECT value, at_ms FROM copies WHERE kind = ? AND key = ?', kind, key)[0];
      if (row === undefined) return null;
      const parsed = valueSchema.safeParse(JSON.parse(String(row.value)));
      return parsed.success ? { value: parsed.data, atMs: Number(row.at_ms) } : null;
    },
    put: (kind, key, value) =>
      sql.run(
        'INSERT INTO copies (kind, key, value, at_ms) VALUES (?, ?, ?, ?) ' +
          'ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms',
        kind,
        key,
        JSON.stringify(value),
        clock.now(),
      ),
    newest: (kind, most) => {
      const rows = sql.all('SELECT key, value, at_ms FROM copies WHERE kind = ? ORDER BY at_ms DESC', kind);
      for (const { key } of rows.slice(most))
        sql.run('DELETE FROM copies WHERE kind = ? AND key = ?', kind, String(key));
      return rows.slice(0, most).map(({ key, value, at_ms }) => ({
        key: String(key),
        value: JSON.parse(String(value)) as unknown,
        atMs: Number(at_ms),
      }));
    },
    remove: (kind, key) => sql.run('DELETE FROM copies WHERE kind = ? AND key = ?', kind, key),
    close: sql.close,
  };
}

const schema = `
  CREATE TABLE IF NOT EXISTS copies (
    kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, at_ms INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
  ) STRICT;
`;
