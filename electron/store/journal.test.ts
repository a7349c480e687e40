// Seam: "durable or refused" — the order service sends only after `append` said ok.
import { assert, expect, it } from 'vitest';
import { createManualClock } from '../support/manual-clock';
import { createJournal } from './journal';
import type { JournalAnchor } from './journal-anchor';
import { firstBreak, genesisHash, hashOf, type JournalRecord } from './journal-record';
import type { Sql } from './database';
import fc from 'fast-check';

const anchor: JournalAnchor = {
  latest: () => ({ kind: 'none' }),
  write: () => undefined,
  close: () => undefined,
};
const one = [{ kind: 'BOOT', intentId: null, payload: {} }];

function disk() {
  const clock = createManualClock();
  let trouble: 'none' | 'full' | 'slow' = 'none';
  const rows: unknown[] = [];
  const sql: Sql = {
    all: () => [],
    run: (_, ...values) => void rows.push(values),
    exec: () => undefined,
    close: () => undefined,
    transaction: (work) => {
      if (trouble === 'full') throw Object.assign(new Error('no room'), { code: 'SQLITE_FULL' });
      if (trouble === 'slow') void clock.advance(3000);
      return work();
    },
  };
  return { sql, clock, rows, set: (next: typeof trouble) => (trouble = next) };
}

it('refuses while the disk is full, and until a probe got through', () => {
  const { sql, clock, set, rows } = disk();
  const journal = createJournal({ sql, anchor, clock, bootId: 'b' });
  set('full');
  const refused = journal.append(one);
  assert(!refused.ok);
  expect(refused.error.sentence).toContain('The disk is full');
  set('none');
  expect(journal.append(one).ok, 'latched').toBe(false);
  expect(rows).toHaveLength(0);
  expect(journal.probe()).toBeNull();
  expect(journal.append(one).ok).toBe(true);
  expect(journal.records().map((record) => record.kind)).toEqual(['PROBE', 'BOOT']);
});

const chain = (payloads: ReadonlyArray<string>): JournalRecord[] => {
  const records: JournalRecord[] = [];
  for (const payload of payloads) {
    const last = records[records.length - 1];
    const bare = {
      ...{ seq: records.length + 1, prevHash: last?.hash ?? genesisHash, wallMs: 1, monoMs: 2 },
      ...{ bootId: 'b', kind: 'INTENT', intentId: null, payload },
    };
    records.push({ ...bare, hash: hashOf(bare) });
  }
  return records;
};

it('finds any changed character of any record, and any record moved or removed', () => {
  const payloads = fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(
      payloads,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 0xffff }),
      (texts, at, where, flip) => {
        const records = chain(texts);
        expect(firstBreak(records)).toBeNull();
        const index = at % records.length;
        const record = records[index];
        assert(record !== undefined);
        const position = where % record.payload.length;
        const flipped =
          record.payload.slice(0, position) +
          String.fromCharCode(record.payload.charCodeAt(position) ^ flip) +
          record.payload.slice(position + 1);
        const changed = records.map((each) => (each === record ? { ...each, payload: flipped } : each));
        expect(firstBreak(changed)).toBe(index + 1);
        if (index < records.length - 1)
          expect(firstBreak(records.filter((each) => each !== record))).not.toBeNull();
      },
    ),
  );
});
