import fc from 'fast-check';
import { it } from 'vitest';
import type { JournalRecord } from '../../electron/store/journal-record';
import { regressions } from './orders-regressions';
import { playSchedule, step } from './orders-schedule';

/**
 * Half of the 10,000 random schedules of every test run: under any mixture of faults, kills, double presses, sleeps,
 * clock jumps, logins and accounts, on a virtual clock, the invariants of ORDER_SAFETY §13 hold. Two files play one
 * half each, so that two processors share them. A schedule that fails is printed with its seed (`PORTICO_SEED` plays it
 * again); its shortest form goes into orders-regressions.ts and is played first from then on.
 */
export function runSchedules(name: string, played: (journal: ReadonlyArray<JournalRecord>) => void): void {
  const numRuns = Number(process.env.PORTICO_SCHEDULES ?? 5_000);
  const seed = Number(process.env.PORTICO_SEED ?? Math.floor(Math.random() * 2_147_483_647));
  it(`${name} keep every invariant (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        played(await playSchedule(steps));
      }),
      { numRuns, seed, examples: regressions.map((steps) => [steps]) },
    );
  }, 900_000);
}
