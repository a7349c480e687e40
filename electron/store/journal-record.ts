import { createHash } from 'node:crypto';

/** One line of the append-only journal, as stored. */
export interface JournalRecord {
  readonly seq: number;
  readonly prevHash: string;
  readonly wallMs: number;
  readonly monoMs: number;
  /** Which run of the program wrote it. */
  readonly bootId: string;
  readonly kind: string;
  readonly intentId: string | null;
  /** JSON; what it holds is the order service's business. */
  readonly payload: string;
  /** SHA-256 over all the above: changes with any bit of this record or of any earlier one. */
  readonly hash: string;
}

export const genesisHash = '0'.repeat(64);

/** The first record of a journal that continues another: it alone may begin with a number above 1. */
export const rotatedKind = 'ROTATED';

export function hashOf(record: Omit<JournalRecord, 'hash'>): string {
  const fields = [
    record.prevHash,
    record.seq,
    record.wallMs,
    record.monoMs,
    record.bootId,
    record.kind,
    record.intentId,
    record.payload,
  ];
  // JSON keeps the borders between fields: "a","bc" and "ab","c" hash differently.
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Sequence number of the first record that does not follow from the one before; `null` when all do. */
export function firstBreak(records: ReadonlyArray<JournalRecord>): number | null {
  const [first] = records;
  let previous =
    first?.kind === rotatedKind
      ? { seq: first.seq - 1, hash: first.prevHash }
      : { seq: 0, hash: genesisHash };
  for (const record of records) {
    const follows = record.seq === previous.seq + 1 && record.prevHash === previous.hash;
    if (!follows || hashOf(record) !== record.hash) return previous.seq + 1;
    previous = record;
  }
  return null;
}
