import type { JournalRecord } from '../../store/journal-record';
import { emptyProof, isInRound, isUncertain, type IntentFacts } from './intent-facts';
import { advance } from './intent-transitions';
import { eventOf, type JournalEvent } from './journal-event';

/** Everything the journal says, by intent. State is this and nothing else: fold(records). */
export interface JournalState {
  readonly intents: ReadonlyMap<string, IntentFacts>;
  /** Orders sent, for the rate limits; only the latest day is kept. */
  readonly sends: ReadonlyArray<Send>;
}

/** When an order went out; the monotonic time means something only within one run of the program. */
export interface Send {
  readonly wallMs: number;
  readonly monoMs: number;
  readonly bootId: string;
  /** Orders in the request: a group counts whole. Exits do not count: they only ever take back what it opens. */
  readonly orders: number;
}

const emptyState: JournalState = { intents: new Map(), sends: [] };

/** Copied once per fold and changed in place: a year's journal must open in a moment. */
interface Work {
  readonly intents: Map<string, IntentFacts>;
  sends: Send[];
}

export function fold(records: ReadonlyArray<JournalRecord>, from: JournalState = emptyState): JournalState {
  const work: Work = { intents: new Map(from.intents), sends: [...from.sends] };
  for (const record of records) take(work, record);
  return work;
}

const dayMs = 86_400_000;

function take(work: Work, record: JournalRecord): void {
  const event = eventOf(record);
  if (event === null) {
    misread(work, record);
    return;
  }
  switch (event.kind) {
    case 'BOOT':
      everyIntent(work, (facts) => afterBoot(facts, event));
      return;
    case 'SEND_BEGIN':
      othersRestart(work, event);
      work.sends = [...work.sends.filter((send) => send.wallMs > event.wallMs - dayMs), sendOf(work, event)];
      move(work, event);
      return;
    case 'ANSWER_BEGIN':
      othersRestart(work, event);
      move(work, event);
      return;
    case 'EVIDENCE':
      if (event.intentId === null)
        everyIntent(work, (facts) => (isUncertain(facts.state) ? advance(facts, event) : facts));
      else move(work, event);
      return;
    default:
      move(work, event);
  }
}

function sendOf({ intents }: Work, { intentId, wallMs, monoMs, bootId }: JournalEvent): Send {
  const facts = intentId === null ? undefined : intents.get(intentId);
  return { wallMs, monoMs, bootId, orders: 1 + (facts?.groupRefs.length ?? 0) };
}

function move(work: Work, event: JournalEvent): void {
  if (event.intentId === null) return;
  const after = advance(work.intents.get(event.intentId) ?? null, event);
  if (after !== null) work.intents.set(event.intentId, after);
}

function everyIntent(work: Work, change: (facts: IntentFacts) => IntentFacts): void {
  for (const [id, facts] of work.intents) work.intents.set(id, change(facts));
}

/**
 * A new round may release an order that another round left behind: IBKR has been seen to
 * send a dropped order when a later question of its kind was confirmed (CONDUIT, 2026-07). So whatever was seen
 * of other open outcomes before this moment proves nothing.
 */
function othersRestart(work: Work, event: JournalEvent): void {
  everyIntent(work, (facts) =>
    facts.intentId !== event.intentId && isUncertain(facts.state)
      ? { ...facts, proof: emptyProof(event.monoMs, event.bootId, facts.proof.registered) }
      : facts,
  );
}

/** The program ended and began again: what was on its way then is not known now. */
function afterBoot(facts: IntentFacts, event: JournalEvent): IntentFacts {
  const proof = emptyProof(event.monoMs, event.bootId, facts.proof.registered);
  if (facts.state === 'journaled')
    return {
      ...facts,
      state: 'not-sent',
      changedAtMs: event.wallMs,
      reason: 'Portico stopped before sending it. Nothing reached IBKR.',
    };
  if (isInRound(facts.state) || facts.state === 'declining')
    return {
      ...facts,
      state: 'unknown',
      changedAtMs: event.wallMs,
      question: null,
      reason: 'Portico stopped while this order was on its way. It may exist at IBKR: do not place it again.',
      proof,
    };
  return facts.state === 'unknown' ? { ...facts, proof } : facts;
}

/** A record we cannot read about an intent that is not settled: assume that it may have reached IBKR. */
function misread(work: Work, record: JournalRecord): void {
  const facts = record.intentId === null ? undefined : work.intents.get(record.intentId);
  if (facts === undefined || !isInRound(facts.state)) return;
  work.intents.set(facts.intentId, {
    ...facts,
    state: 'unknown',
    changedAtMs: record.wallMs,
    question: null,
    reason: 'The journal holds an entry about this order that this version of Portico cannot read.',
  });
}
