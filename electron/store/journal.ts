import type { Clock } from '../support/clock';
import { err, ok, type Result } from '../../shared/result';
import type { Sql } from './database';
import { errorCodeOf } from './database';
import type { JournalAnchor } from './journal-anchor';
import { firstBreak, genesisHash, hashOf, rotatedKind, type JournalRecord } from './journal-record';
import { insertRecord, readJournal } from './journal-rows';

export interface JournalEntry {
  readonly kind: string;
  readonly intentId: string | null;
  readonly payload: unknown;
}

export interface JournalFailure {
  /** Short and free of paths: for the log. */
  readonly code: string;
  /** For a person: what happened and what to do. */
  readonly sentence: string;
}

/** The append-only record of what was intended, sent and seen. Durable when `append` returns. */
export interface Journal {
  readonly append: (
    entries: ReadonlyArray<JournalEntry>,
  ) => Result<ReadonlyArray<JournalRecord>, JournalFailure>;
  readonly records: () => ReadonlyArray<JournalRecord>;
  /** Why nothing may be sent at present; `null` while the journal takes records. */
  readonly failure: () => JournalFailure | null;
  /** Tries a harmless record after a failure; `null` when the journal takes records again. */
  readonly probe: () => JournalFailure | null;
}

// A disk that needs longer than this is as good as none. Source: ORDER_SAFETY §4, "> 2 s".
const slowAppendMs = 2000;

export interface JournalDeps {
  readonly sql: Sql;
  readonly anchor: JournalAnchor;
  readonly clock: Clock;
  readonly bootId: string;
}

export function createJournal({ sql, anchor, clock, bootId }: JournalDeps): Journal {
  const records: JournalRecord[] = [...readJournal(sql)];
  let failure: JournalFailure | null = null;

  const write = (entries: ReadonlyArray<JournalEntry>): ReadonlyArray<JournalRecord> => {
    const last = records[records.length - 1];
    let previous = { seq: last?.seq ?? 0, hash: last?.hash ?? genesisHash };
    const written = entries.map((entry) => {
      const bare = {
        seq: previous.seq + 1,
        prevHash: previous.hash,
        wallMs: clock.now(),
        monoMs: clock.monotonicMs(),
        bootId,
        kind: entry.kind,
        intentId: entry.intentId,
        payload: JSON.stringify(entry.payload),
      };
      previous = { seq: bare.seq, hash: hashOf(bare) };
      return { ...bare, hash: previous.hash };
    });
    sql.transaction(() => {
      for (const record of written) insertRecord(sql, record);
    });
    records.push(...written);
    anchor.write(previous.seq, previous.hash);
    return written;
  };

  const guarded = (
    entries: ReadonlyArray<JournalEntry>,
  ): Result<ReadonlyArray<JournalRecord>, JournalFailure> => {
    const startedMs = clock.monotonicMs();
    try {
      const written = write(entries);
      const tookMs = clock.monotonicMs() - startedMs;
      failure = tookMs > slowAppendMs ? describe('SLOW') : null;
      return failure === null ? ok(written) : err(failure);
    } catch (error) {
      failure = describe(errorCodeOf(error));
      return err(failure);
    }
  };

  return {
    append: (entries) => (failure === null ? guarded(entries) : err(failure)),
    records: () => records,
    failure: () => failure,
    probe: () => {
      if (failure !== null) guarded([{ kind: 'PROBE', intentId: null, payload: {} }]);
      return failure;
    },
  };
}

/** What speaks against trusting these records: a broken chain, or an anchor that has seen more of them. */
export function troubleWith(records: ReadonlyArray<JournalRecord>, anchor: JournalAnchor): string | null {
  const broken = firstBreak(records);
  if (broken !== null) return `record ${broken} does not match its checksum`;
  const seen = anchor.latest();
  if (seen.kind === 'damaged') return 'its end marker is unreadable';
  if (seen.kind === 'none') return null;
  const [first] = records;
  // Before a rotation the end marker may still stand at what is in the archive now.
  if (first?.kind === rotatedKind && seen.seq < first.seq)
    return seen.seq < first.seq - 1 || seen.hash === first.prevHash ? null : 'its beginning is another one';
  const record = records[seen.seq - (first?.seq ?? 1)];
  if (record === undefined) return `records after number ${records.at(-1)?.seq ?? 0} are missing`;
  return record.hash === seen.hash ? null : `record ${seen.seq} is not the one that was written`;
}

function describe(code: string): JournalFailure {
  const cause =
    code === 'SQLITE_FULL'
      ? 'The disk is full'
      : code === 'SLOW'
        ? 'The disk takes longer than two seconds to record one line'
        : 'The order journal cannot be written';
  return {
    code,
    sentence: `${cause}, so nothing can be sent: Portico records every order before sending it.`,
  };
}
