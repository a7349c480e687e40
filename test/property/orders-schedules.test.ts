// Seam: under any mixture of faults, kills, double presses, sleeps, clock jumps, logins and accounts the invariants of
// ORDER_SAFETY §13 hold: 10,000 random schedules on a virtual clock in every test run. A schedule that fails is printed
// with its seed; it goes into orders-regressions.ts and is played first from then on.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../electron/services/orders/intent-fold';
import type { IntentFacts } from '../../electron/services/orders/intent-facts';
import type { JournalRecord } from '../../electron/store/journal-record';
import { firstBreak, genesisHash, hashOf } from '../../electron/store/journal-record';
import { regressions } from './orders-regressions';
import { playSchedule, step } from './orders-schedule';

const schedules = Number(process.env.PORTICO_SCHEDULES ?? 10_000);
const seed = Number(process.env.PORTICO_SEED ?? Date.now() % 2_147_483_647);
const journals: Array<ReadonlyArray<JournalRecord>> = [];

it(`${schedules} random schedules keep every invariant (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const records = await playSchedule(steps);
      if (journals.length < 20) journals.push(records);
    }),
    { numRuns: schedules, seed, examples: regressions.map((steps) => [steps]) },
  );
}, 900_000);

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
