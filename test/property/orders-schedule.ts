import fc from 'fast-check';
import { expect } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import type { OrderDraft } from '../../shared/domain/order-draft';
import { exitCount } from '../../electron/services/orders/intent-legs';
import { fold } from '../../electron/services/orders/intent-fold';
import type { IntentFacts } from '../../electron/services/orders/intent-facts';
import { createManualClock } from '../../electron/support/manual-clock';
import { createDesk } from './orders-desk';
import { conids, createModelBroker, otherAccountId, type Fault } from './orders-model-broker';

const faults: ReadonlyArray<Fault> = [
  'none',
  'none',
  'lost-before',
  'lost-after',
  'refused-connection',
  'hangs-before',
  'hangs-after',
];

/** One thing that a human, the market, the disk or the channel does. */
export const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      conid: fc.nat(1),
      /** The human turned to another account, with a review of the first one still at hand. */
      elsewhere: fc.boolean(),
      presses: fc.integer({ min: 1, max: 3 }),
      asks: fc.nat(2),
      exits: fc.nat(2),
      refusesExit: fc.boolean(),
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
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('sleep' as const),
      ms: fc.constantFrom(1_000, 90_000, 28_800_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wall' as const),
      ms: fc.constantFrom(-3_600_000, -1_500, 3_600_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('login' as const), user: fc.constantFrom('tester', 'other') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('warm' as const), warm: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('disk' as const), full: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuses' as const), refuses: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resolve' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Plays a schedule, checking the invariants of ORDER_SAFETY §13 after every step; returns the journal. */
export async function playSchedule(steps: ReadonlyArray<Step>) {
  const clock = createManualClock();
  const broker = createModelBroker(clock);
  const desk = createDesk(broker, clock);
  const rank = new Map<string, string>();
  const disk = { isFull: false, wasFull: false };
  await clock.advance(6_000);

  // Folded as it grows: folding all of it at every step took most of the run.
  let folded = fold([]);
  let foldedUpTo = 0;
  const cOIDs = (): ReadonlyMap<string, IntentFacts> => {
    const records = desk.records();
    if (records.length > foldedUpTo) folded = fold(records.slice(foldedUpTo), folded);
    foldedUpTo = records.length;
    return folded.intents;
  };
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
      for (const { body } of broker.acceptedFor(cOID))
        expect(body.acctId, 'on the account that was reviewed and journaled').toBe(facts?.accountId);
      const exits = facts === undefined ? 0 : exitCount(facts.draft);
      expect(broker.exitsOf(cOID).length, 'accepted exits').toBeLessThanOrEqual(exits);
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
  // What a user left unknown is looked for when he is back; nobody else's lists prove anything about it.
  const proven = new Set<string>();
  const others = steps.some((each) => each.do === 'login' && each.user === 'other');
  for (const user of others ? ['other', 'tester'] : ['tester']) {
    broker.logInAs(user);
    desk.kill();
    await clock.advance(400_000);
    check();
    for (const each of desk.book().intents) if (each.absenceProven) proven.add(each.intentId);
  }
  for (const each of desk.book().intents) {
    expect(['journaled', 'sending', 'question', 'answering', 'declining']).not.toContain(each.state);
    if (each.state === 'unknown' && each.kind === 'place') expect(proven).toContain(each.intentId);
    // A live entry without an exit that was sent with it is never kept silent.
    const cOID = cOIDs().get(each.intentId)?.cOID ?? '';
    const [entry] = broker.acceptedFor(cOID);
    const bare = each.draft !== undefined && broker.exitsOf(cOID).length < exitCount(each.draft);
    if (each.kind === 'place' && entry?.status === 'Submitted' && bare)
      expect(each.reason, 'an exit is missing').toContain('no such protection');
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
  expect(desk.book().alarms, 'positions are what the fills explain').toEqual([]);
  expect(desk.holds(), 'reads held back for ever').toBe(0);
  expect(clock.pendingTimers(), 'timers left').toBeLessThan(20);
  return desk.records();

  async function perform(each: Step): Promise<void> {
    const open = desk.book().intents.find((intent) => intent.state === 'question');
    switch (each.do) {
      case 'order': {
        broker.askNext(each.asks);
        broker.setFault(each.fault);
        broker.setRefusesExit(each.refusesExit);
        const elsewhere = each.elsewhere ? { accountId: otherAccountId } : {};
        const { submit } = await desk.order(conids[each.conid === 0 ? 0 : 1], {
          ...exitsOf(each.exits),
          ...elsewhere,
        });
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
        disk.wasFull = disk.isFull;
        return clock.advance(10);
      case 'session':
        broker.setReady(each.ready);
        return clock.advance(10);
      case 'sleep':
        // Suspended: no timer fires meanwhile, and both clocks jump.
        clock.sleepThrough(each.ms);
        desk.service().resumed();
        return clock.advance(10);
      case 'wall':
        clock.shiftWall(each.ms);
        return;
      case 'login':
        broker.logInAs(each.user);
        return clock.advance(10);
      case 'warm':
        broker.setWarm(each.warm);
        return;
      case 'disk':
        desk.setDiskFull(each.full);
        disk.isFull = each.full;
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

const life = { tif: 'GTC', outsideRth: false } as const;
const exitsOf = (count: number): Partial<OrderDraft> => ({
  takeProfit: count < 1 ? null : { limitPrice: decimal('120'), ...life },
  stopLoss: count < 2 ? null : { stopPrice: decimal('90'), limitPrice: null, ...life },
});
