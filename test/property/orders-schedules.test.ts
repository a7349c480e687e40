// Seam: the 10,000 schedules, first half — see orders-schedule-run.ts — and what their journals say when read again.
import { expect, it } from 'vitest';
import { fold } from '../../electron/services/orders/intent-fold';
import type { IntentFacts } from '../../electron/services/orders/intent-facts';
import type { JournalRecord } from '../../electron/store/journal-record';
import { firstBreak, genesisHash, hashOf } from '../../electron/store/journal-record';
import { runSchedules } from './orders-schedule-run';

const journals: Array<ReadonlyArray<JournalRecord>> = [];
runSchedules('schedules 1 to 5,000 of 10,000', (records) => {
  if (journals.length < 20) journals.push(records);
});

const boot = (after: JournalRecord | undefined): JournalRecord => {
  const bare = {
    ...{
      seq: (after?.seq ?? 0) + 1,
      prevHash: after?.hash ?? genesisHash,
      wallMs: after?.wallMs ?? 0,
      monoMs: 0,
    },
    ...{ bootId: 'next', kind: 'BOOT', intentId: null, payload: '{}' },
  };
  return { ...bare, hash: hashOf(bare) };
};
const open = new Set(['sending', 'question', 'answering', 'declining', 'unknown']);
const facts = (records: ReadonlyArray<JournalRecord>): ReadonlyMap<string, IntentFacts> =>
  fold(records).intents;

it('state is the fold of the journal, whole or in parts', () => {
  for (const records of journals) {
    expect(firstBreak(records)).toBeNull();
    const whole = fold(records);
    for (let cut = 0; cut <= records.length; cut += 3)
      expect(fold(records.slice(cut), fold(records.slice(0, cut)))).toEqual(whole);
  }
});

it('after a crash at any record, what was on its way is unknown: more cautious than the truth, never less', () => {
  for (const records of journals)
    for (let cut = 0; cut <= records.length; cut++) {
      const prefix = records.slice(0, cut);
      const before = facts(prefix);
      const after = facts([...prefix, boot(prefix[cut - 1])]);
      for (const [id, intent] of after) {
        const was = before.get(id)?.state;
        if (was !== undefined && open.has(was)) expect(intent.state).toBe('unknown');
        if (was === 'journaled') expect(intent.state).toBe('not-sent');
        expect(['journaled', 'sending', 'question', 'answering', 'declining']).not.toContain(intent.state);
      }
    }
});
