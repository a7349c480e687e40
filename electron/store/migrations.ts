/**
 * Schema by version: entry n brings a file from version n to n + 1 (`PRAGMA user_version`). Entries are never
 * edited once released, only added. `journal` is append-only: nothing in the program updates or deletes a row.
 */
export const migrations: ReadonlyArray<string> = [
  `
  CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    prev_hash TEXT NOT NULL,
    wall_ms INTEGER NOT NULL,
    mono_ms REAL NOT NULL,
    boot_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    intent_id TEXT,
    payload TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER journal_keeps_text BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TABLE executions (
    base_id TEXT PRIMARY KEY,
    correction INTEGER NOT NULL,
    account_id TEXT NOT NULL,
    time_ms INTEGER NOT NULL,
    execution TEXT NOT NULL
  ) STRICT;
  CREATE INDEX executions_by_account ON executions (account_id, time_ms);
  CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `,
];
