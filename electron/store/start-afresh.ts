import { closeSync, existsSync, openSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../support/clock';
import { openDatabase, type Sql } from './database';
import { createExecutionTable, storedExecutions } from './executions';
import { openJournalAnchor } from './journal-anchor';
import { genesisHash, rotatedKind, type JournalRecord } from './journal-record';
import { chained, type CarryOver } from './journal-rotation';
import { insertRecord } from './journal-rows';
import { migrate } from './migrate';
import { anchorPath } from './open-store';

/**
 * Puts a damaged database aside, whole, and begins a new one with what the intact part of its journal still holds
 * open, with its executions and settings where they can be read — and with the kill switch on: orders may have been
 * lost with the damaged part, so a human compares with IBKR before anything is sent. Returns the evidence's name.
 * Throws what the file system throws; then the old files are still there under one of the two names.
 */
export function startAfresh(
  path: string,
  intact: ReadonlyArray<JournalRecord>,
  { clock, carryOver }: { readonly clock: Clock; readonly carryOver: CarryOver },
): string {
  const damaged = `${path}.damaged-${clock.now()}`;
  for (const suffix of ['', '-wal', '-shm', '.journal-end'])
    if (existsSync(path + suffix)) renameSync(path + suffix, damaged + suffix);
  closeSync(openSync(path, 'wx', 0o600));
  const sql = openDatabase(path);
  migrate(sql);
  salvage(sql, damaged);
  const carried = carryOver(intact, clock.now());
  const now = {
    ...{ intentId: null, wallMs: clock.now(), monoMs: clock.monotonicMs(), bootId: randomUUID() },
  };
  const records = chained(
    [
      {
        ...now,
        kind: rotatedKind,
        payload: JSON.stringify({ archive: basename(damaged), carried: carried.length }),
      },
      ...carried,
      { ...now, kind: 'KILL', payload: JSON.stringify({ latched: true, why: compareFirst }) },
    ],
    { seq: 0, hash: genesisHash },
  );
  sql.transaction(() => {
    for (const record of records) insertRecord(sql, record);
  });
  const last = records.at(-1);
  const anchor = openJournalAnchor(anchorPath(path));
  if (last !== undefined) anchor.write(last.seq, last.hash);
  anchor.close();
  sql.close();
  return basename(damaged);
}

const compareFirst =
  'The order journal was begun anew after damage. Compare your orders with IBKR’s own list before you release it.';

/** Executions and settings are worth having and prove nothing about orders: what cannot be read is left out. */
function salvage(into: Sql, damaged: string): void {
  let from: Sql | null = null;
  try {
    from = openDatabase(damaged);
    createExecutionTable(into).save(storedExecutions(from));
    for (const row of from.all('SELECT key, value FROM settings'))
      into.run('INSERT INTO settings (key, value) VALUES (?, ?)', String(row.key), String(row.value));
  } catch {
    // Not a database any more, or damaged just there.
  } finally {
    from?.close();
  }
}
