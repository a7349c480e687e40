// Seam: under any mixture of faults, kills, double presses and outages the invariants of ORDER_SAFETY §13 hold.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../electron/services/orders/intent-fold';
import type { IntentFacts } from '../../electron/services/orders/intent-facts';
import type { JournalRecord } from '../../electron/store/journal-record';
import { firstBreak, genesisHash, hashOf } from '../../electron/store/journal-record';
import { createManualClock } from '../../electron/support/manual-clock';
import { createDesk } from './orders-desk';
import { conids, createModelBroker, type Fault } from './orders-model-broker';

const faults: ReadonlyArray<Fault> = [
  'none',
  'none',
  'lost-before',
  'lost-after',
  'refused-connection',
  'hangs-before',
  'hangs-after',
];

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      conid: fc.nat(1),
      presses: fc.integer({ min: 1, max: 3 }),
      asks: fc.nat(2),
      fault: fc.constantFrom(...faults),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      yes: fc.boolean(),
      fault: fc.constantFrom(...faults),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('change' as const), fault: fc.constantFrom(...faults) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('cancel' as const), fault: fc.constantFrom(...faults) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(100, 3_000, 20_000, 70_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('session' as const), ready: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('warm' as const), warm: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('disk' as const), full: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuses' as const), refuses: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resolve' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function run(steps: ReadonlyArray<Step>) {
  const clock = createManualClock();
  const broker = createModelBroker(clock);
  const desk = createDesk(broker, clock);
  const rank = new Map<string, string>();
  const disk = { wasFull: false };
  await clock.advance(6_000);

  const cOIDs = () =>
    new Map([...fold(desk.records()).intents.values()].map((facts) => [facts.intentId, facts] as const));
  const check = () => {
    for (const [cOID, count] of broker.truth.received)
      expect(count, `POSTs of ${cOID}`).toBeLessThanOrEqual(1);
    for (const count of broker.truth.replies.values()) expect(count, 'replies').toBeLessThanOrEqual(1);
    const journaled = cOIDs();
    for (const cOID of broker.truth.received.keys()) {
      const facts = [...journaled.values()].find((each) => each.cOID === cOID && each.kind === 'place');
      expect(facts?.sentAtMs, 'the journal precedes the wire').not.toBeUndefined();
      expect(facts?.sentAtMs).not.toBeNull();
      expect(broker.acceptedFor(cOID).length, 'accepted orders').toBeLessThanOrEqual(1);
    }
    const intents = desk.book().intents;
    expect(
      intents.filter((each) => ['sending', 'question', 'answering'].includes(each.state)).length,
      'rounds',
    ).toBeLessThanOrEqual(1);
    for (const each of intents) {
      const facts = journaled.get(each.intentId);
      if (each.kind === 'place' && (each.state === 'rejected' || each.state === 'not-sent')) {
        expect(broker.acceptedFor(facts?.cOID ?? ''), `accepted but shown as ${each.state}`).toHaveLength(0);
      }
      if (each.absenceProven && each.kind === 'place')
        expect(broker.acceptedFor(facts?.cOID ?? '')).toHaveLength(0);
      const before = rank.get(each.intentId);
      if (before === 'filled' || before === 'cancelled') expect(each.state, 'terminal absorbs').toBe(before);
      rank.set(each.intentId, each.state);
    }
    for (const orderId of broker.truth.cancels) expect(Number(orderId)).toBeGreaterThan(0);
  };

  for (const each of steps) {
    await perform(each);
    check();
  }
  // Faults off: everything that exists is shown, and nothing waits for the machine for ever.
  broker.setFault('none');
  broker.setReady(true);
  broker.setWarm(true);
  desk.setDiskFull(false);
  if (disk.wasFull) rank.clear();
  desk.kill();
  await clock.advance(400_000);
  check();
  for (const each of desk.book().intents) {
    expect(['journaled', 'sending', 'question', 'answering', 'declining']).not.toContain(each.state);
    if (each.state === 'unknown' && each.kind === 'place') expect(each.absenceProven).toBe(true);
  }
  const phases: Readonly<Record<string, string>> = {
    Submitted: 'working',
    Filled: 'filled',
    Cancelled: 'cancelled',
  };
  for (const order of broker.truth.orders.values()) {
    const shown = desk.book().orders.find((each) => each.orderId === order.orderId);
    expect(shown?.phase, 'shown as it is').toBe(phases[order.status]);
  }
  expect(desk.holds(), 'reads held back for ever').toBe(0);
  expect(clock.pendingTimers(), 'timers left').toBeLessThan(20);
  return desk.records();

  async function perform(each: Step): Promise<void> {
    const open = desk.book().intents.find((intent) => intent.state === 'question');
    switch (each.do) {
      case 'order': {
        broker.askNext(each.asks);
        broker.setFault(each.fault);
        const { submit } = await desk.order(conids[each.conid === 0 ? 0 : 1]);
        for (let press = 1; press < each.presses; press++) void submit?.();
        await clock.advance(1_100);
        return;
      }
      case 'answer':
        broker.setFault(each.fault);
        if (open !== undefined) {
          void desk
            .service()
            .answer({ intentId: open.intentId, round: open.question?.round ?? 1, confirmed: each.yes });
          void desk
            .service()
            .answer({ intentId: open.intentId, round: open.question?.round ?? 1, confirmed: true });
        }
        await clock.advance(50);
        return;
      case 'change':
      case 'cancel': {
        broker.setFault(each.fault);
        const order = desk.book().orders.find((candidate) => candidate.phase === 'working');
        if (order !== undefined && each.do === 'cancel') void desk.service().cancel(order);
        if (order !== undefined && each.do === 'change')
          await desk.order(order.conid, { limitPrice: order.limitPrice }, order.orderId);
        await clock.advance(50);
        return;
      }
      case 'wait':
        return clock.advance(each.ms);
      case 'kill':
        desk.kill();
        // What a full disk did not take is not known after a restart, until the lists tell again.
        if (disk.wasFull) rank.clear();
        disk.wasFull = false;
        return clock.advance(10);
      case 'session':
        broker.setReady(each.ready);
        return clock.advance(10);
      case 'warm':
        broker.setWarm(each.warm);
        return;
      case 'disk':
        desk.setDiskFull(each.full);
        disk.wasFull ||= each.full;
        return;
      case 'refuses':
        broker.setRefuses(each.refuses);
        return;
      case 'fill':
        broker.fillAll();
        return clock.advance(50);
      case 'resolve': {
        const unknown = desk.book().intents.find((intent) => intent.state === 'unknown');
        if (unknown !== undefined)
          await desk.service().resolve({ intentId: unknown.intentId, exists: false });
        return;
      }
    }
  }
}

const journals: Array<ReadonlyArray<JournalRecord>> = [];

it('keeps the invariants over random schedules', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const records = await run(steps);
      if (journals.length < 20) journals.push(records);
    }),
    { numRuns: Number(process.env.PORTICO_SCHEDULES ?? 1000) },
  );
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
