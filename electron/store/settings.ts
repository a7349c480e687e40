import type { z } from 'zod';
import type { Sql } from './database';

/** Small values that must outlive the program, each under one key. */
export interface SettingsTable {
  /** `null` when nothing is stored or what is stored no longer fits the schema. */
  readonly get: <S extends z.ZodType>(key: string, schema: S) => z.infer<S> | null;
  readonly set: (key: string, value: unknown) => void;
}

export function createSettingsTable(sql: Sql): SettingsTable {
  return {
    get: (key, schema) => {
      const row = sql.all('SELECT value FROM settings WHERE key = ?', key)[0];
      if (row === undefined) return null;
      const parsed = schema.safeParse(JSON.parse(String(row.value)));
      return parsed.success ? parsed.data : null;
    },
    set: (key, value) =>
      sql.run(
        'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        key,
        JSON.stringify(value),
      ),
  };
}
