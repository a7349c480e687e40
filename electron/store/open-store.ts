import { chmodSync, closeSync, copyFileSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { randomUUID } from 'node:crypto';
import { err } from '../../shared/result';
import { systemClock, type Clock } from '../support/clock';
import { errorCodeOf, openDatabase, type Sql } from './database';
import { createExecutionTable, type ExecutionTable } from './executions';
import { createJournal, troubleWith, type Journal, type JournalFailure } from './journal';
import { openJournalAnchor, type JournalAnchor } from './journal-anchor';
import { firstBreak, type JournalRecord } from './journal-record';
import { rotateJournal, type CarryOver } from './journal-rotation';
import { readJournal } from './journal-rows';
import { migrate } from './migrate';
import { createSettingsTable, type SettingsTable } from './settings';

export interface Store {
  readonly journal: Journal;
  readonly executions: ExecutionTable;
  readonly settings: SettingsTable;
  /** Why this file is not trusted or not ours; then nothing is written to it and trading stays off. */
  readonly trouble: JournalFailure | null;
  readonly close: () => void;
}

/**
 * Opens the user's database and its order journal. Never throws for a bad file: a store with `trouble` still
 * serves what could be read (so that unknown orders stay visible) and refuses every append. Codes:
 * `locked` another program has it, `corrupt` checked and found changed, `newer` a later Portico wrote it,
 * `unreadable` the system refused.
 */
export function openStore(path: string, clock: Clock = systemClock, rotation: Rotation = {}): Store {
  const bootId = randomUUID();
  let sql: Sql | null = null;
  let anchor: JournalAnchor | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Only when new, and before SQLite opens it: closing a second handle of the file drops SQLite's lock (POSIX).
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
    sql = openDatabase(path);
    if (!migrate(sql)) return distrusted([], newer, sql, null);
    anchor = openJournalAnchor(anchorPath(path));
    const records = readJournal(sql);
    const finding = troubleWith(records, anchor);
    if (finding !== null) return distrusted(intactPart(records), corrupt(path, finding, clock), sql, anchor);
    const end = rotate(sql, path, records, clock, bootId, rotation);
    if (end !== null) anchor.write(end.seq, end.hash);
    const open = { sql, anchor };
    let closed = false;
    return {
      journal: createJournal({ ...open, clock, bootId }),
      executions: createExecutionTable(sql),
      settings: createSettingsTable(sql),
      trouble: null,
      close: () => {
        if (closed) return;
        closed = true;
        open.sql.close();
        open.anchor.close();
      },
    };
  } catch (error) {
    return distrusted([], fromError(errorCodeOf(error), path, clock), sql, anchor);
  }
}

interface Rotation {
  /** Without it a journal only grows. */
  readonly carryOver?: CarryOver;
  readonly maxRecords?: number;
}

/** A journal that cannot be rotated now is as good as before, only longer. */
function rotate(
  sql: Sql,
  path: string,
  records: ReadonlyArray<JournalRecord>,
  clock: Clock,
  bootId: string,
  { carryOver, ...limit }: Rotation,
): JournalRecord | null {
  try {
    return carryOver === undefined
      ? null
      : rotateJournal(sql, path, records, { clock, bootId, carryOver, ...limit });
  } catch {
    // No room for the archive, say.
    return null;
  }
}

export const anchorPath = (path: string): string => `${path}.journal-end`;

const intactPart = (records: ReadonlyArray<JournalRecord>) => {
  const broken = firstBreak(records);
  return broken === null ? records : records.slice(0, broken - 1);
};

/** A store that shows what could be read and keeps nothing: the file itself is left as it was found. */
function distrusted(
  records: ReadonlyArray<JournalRecord>,
  trouble: JournalFailure,
  sql: Sql | null,
  anchor: JournalAnchor | null,
): Store {
  anchor?.close();
  sql?.close();
  const memory = openDatabase(':memory:');
  migrate(memory);
  return {
    journal: {
      append: () => err(trouble),
      records: () => records,
      failure: () => trouble,
      probe: () => trouble,
    },
    executions: createExecutionTable(memory),
    settings: createSettingsTable(memory),
    trouble,
    close: () => memory.close(),
  };
}

function fromError(code: string, path: string, clock: Clock): JournalFailure {
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return locked;
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_ERROR'))
    return corrupt(path, 'the file is damaged', clock);
  return {
    code: 'unreadable',
    sentence:
      'The order journal cannot be opened, so nothing can be sent. Check that the disk has room and that ' +
      `${basename(path)} in Portico's data folder may be written, then start Portico again.`,
  };
}

function corrupt(path: string, finding: string, clock: Clock): JournalFailure {
  return {
    code: 'corrupt',
    sentence:
      `The order journal is damaged (${finding}), so trading is off: an order of yours could be missing from ` +
      `it. ${quarantined(path, clock)} Compare your orders with IBKR's own list, then start the journal afresh.`,
  };
}

function quarantined(path: string, clock: Clock): string {
  const known = readdirSync(dirname(path)).find((name) => name.startsWith(`${basename(path)}.quarantine-`));
  // The first copy is the evidence; later ones would only fill the disk.
  if (known !== undefined) return `A copy was kept as ${known}.`;
  const copy = `${path}.quarantine-${clock.now()}`;
  try {
    for (const suffix of ['', '-wal', '.journal-end'])
      if (existsSync(path + suffix)) {
        copyFileSync(path + suffix, copy + suffix);
        chmodSync(copy + suffix, 0o600);
      }
    return `A copy was kept as ${basename(copy)}.`;
  } catch (error) {
    return `It could not be copied (${errorCodeOf(error)}): keep ${basename(path)} safe yourself.`;
  }
}

const locked: JournalFailure = {
  code: 'locked',
  sentence:
    'Another Portico is using the same data folder, so this one cannot trade. Close the other one and start again.',
};

const newer: JournalFailure = {
  code: 'newer',
  sentence:
    'A newer Portico wrote the order journal, so this version only reads. Start the newer version to trade.',
};
