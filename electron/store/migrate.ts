import type { Sql } from './database';
import { migrations } from './migrations';

/** Brings a file to this version's schema; false for one that a later version wrote, which is left alone. */
export function migrate(sql: Sql): boolean {
  const version = Number(sql.all('PRAGMA user_version')[0]?.user_version ?? 0);
  if (version > migrations.length) return false;
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    sql.transaction(() => {
      sql.exec(step);
      sql.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
  return true;
}
