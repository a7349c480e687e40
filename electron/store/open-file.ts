import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDatabase, type Sql } from './database';

/** SQLite's own name for a database without a file. */
const inMemory = ':memory:';

/**
 * A database beside the order journal whose loss costs comfort, not money. It never stops the start: a damaged
 * file is set aside (or dropped when `disposable`), one that cannot be written is replaced by memory.
 */
export function openSideFile(path: string, schema: string, disposable: boolean): Sql {
  try {
    return opened(path, schema);
  } catch {
    try {
      setAside(path, disposable);
      return opened(path, schema);
    } catch {
      const memory = openDatabase(inMemory);
      memory.exec(schema);
      return memory;
    }
  }
}

function opened(path: string, schema: string): Sql {
  if (path !== inMemory) makePrivate(path);
  const sql = openDatabase(path);
  try {
    sql.exec(schema);
  } catch (error) {
    sql.close();
    throw error;
  }
  return sql;
}

function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}

function setAside(path: string, disposable: boolean): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (!existsSync(path + suffix)) continue;
    if (disposable) rmSync(path + suffix);
    else renameSync(path + suffix, `${path}.damaged${suffix}`);
  }
}
