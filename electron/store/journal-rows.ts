import type { Sql } from './database';
import type { JournalRecord } from './journal-record';

export function insertRecord(sql: Sql, record: JournalRecord): void {
  sql.run(
    'INSERT INTO journal (seq, prev_hash, wall_ms, mono_ms, boot_id, kind, intent_id, payload, hash) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    record.seq,
    record.prevHash,
    record.wallMs,
    record.monoMs,
    record.bootId,
    record.kind,
    record.intentId,
    record.payload,
    record.hash,
  );
}

export function readJournal(sql: Sql): ReadonlyArray<JournalRecord> {
  return sql.all('SELECT * FROM journal ORDER BY seq').map((row) => ({
    seq: Number(row.seq),
    prevHash: String(row.prev_hash),
    wallMs: Number(row.wall_ms),
    monoMs: Number(row.mono_ms),
    bootId: String(row.boot_id),
    kind: String(row.kind),
    intentId: typeof row.intent_id === 'string' ? row.intent_id : null,
    payload: String(row.payload),
    hash: String(row.hash),
  }));
}
