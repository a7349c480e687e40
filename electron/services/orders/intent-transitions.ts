import { assertNever } from '../../../shared/assert-never';
import { intentIdSchema } from '../../../shared/domain/ids';
import { emptyProof, isNews, isSettled, isUncertain, stateOfPhase, type IntentFacts } from './intent-facts';
import { failedLegsText } from './intent-legs';
import type { JournalEvent, JournaledOutcome, PayloadOf } from './journal-event';

/** Evidence lines kept per intent: enough for two minutes of checks, bounded for a gateway that is away all day. */
const maxEvidence = 60;
/** Two complete lists count as two only this far apart. Source: ORDER_SAFETY §8. */
const listSpacingMs = 5_000;
/** An order may surface this late. Source: ORDER_SAFETY §8. */
const quietMs = 120_000;

/** The state machine of one intent (ORDER_SAFETY §6): what one journal event makes of it. */
export function advance(facts: IntentFacts, event: JournalEvent): IntentFacts;
export function advance(facts: IntentFacts | null, event: JournalEvent): IntentFacts | null;
export function advance(facts: IntentFacts | null, event: JournalEvent): IntentFacts | null {
  // One that was written but not begun (the disk failed just after) gives way to the one reviewed anew.
  if (event.kind === 'INTENT')
    return facts === null || facts.state === 'journaled' ? created(event, event.payload) : facts;
  if (facts === null) return null;
  const moved = (change: Partial<IntentFacts>): IntentFacts => ({
    ...facts,
    ...change,
    changedAtMs: event.wallMs,
  });
  switch (event.kind) {
    case 'CHECKED':
      return facts;
    case 'SEND_BEGIN':
      return facts.state === 'journaled'
        ? moved({ state: 'sending', sentAtMs: event.wallMs, proof: emptyProof(event.monoMs, event.bootId) })
        : facts;
    case 'RESPONSE':
      return facts.state === 'sending' ||
        (facts.state === 'journaled' && event.payload.outcome.kind === 'not-sent')
        ? moved(afterOutcome(facts, event.payload.outcome))
        : facts;
    case 'QUESTION':
      return facts.state === 'sending' || facts.state === 'answering'
        ? moved({ state: 'question', question: event.payload, round: event.payload.round, reason: null })
        : facts;
    case 'ANSWER_BEGIN':
      return facts.state === 'question' && facts.round === event.payload.round
        ? moved({ state: 'answering', proof: emptyProof(event.monoMs, event.bootId) })
        : facts;
    case 'ANSWER_RESPONSE':
      if (facts.state !== 'answering') return facts;
      return moved(
        event.payload.confirmed
          ? afterYes(facts, event.payload.outcome)
          : afterNo(facts, event.payload.outcome),
      );
    case 'ROUND_CLOSED':
      return facts.state === 'question' || facts.state === 'declining'
        ? moved({ state: 'unknown', question: null, reason: event.payload.text })
        : facts;
    case 'EVIDENCE':
      return withEvidence(facts, event, event.payload);
    case 'RESOLVED':
      if (facts.state !== 'unknown') return facts;
      return moved({ state: event.payload.exists ? 'acknowledged' : 'not-sent', reason: event.payload.text });
    case 'BOOT':
    case 'PROBE':
    case 'ALARM':
    case 'ALARM_ACCEPTED':
    case 'CANCEL_BEGIN':
    case 'CANCEL_RESPONSE':
      return facts;
    default:
      return assertNever(event);
  }
}

function created(event: JournalEvent, payload: PayloadOf<'INTENT'>): IntentFacts | null {
  const intentId = intentIdSchema.safeParse(event.intentId);
  if (!intentId.success) return null;
  const { kind, username, accountId, conid, symbol, sentence, mode, draft, before, cOID, modifies, hash } =
    payload;
  const refs = (payload.attached ?? []).map((order) => order['cOID']);
  return {
    ...{ intentId: intentId.data, kind, username, accountId, conid, symbol, sentence, mode, draft, before },
    ...{ cOID, modifies, hash, state: 'journaled', sentAtMs: null, changedAtMs: event.wallMs },
    ...{ orderId: modifies, question: null, round: 0, reason: null, evidence: [] },
    ...{ exitIds: [], exitAlarm: null, groupRefs: refs.filter((ref) => typeof ref === 'string') },
    proof: emptyProof(event.monoMs, event.bootId),
  };
}

function afterOutcome(facts: IntentFacts, outcome: JournaledOutcome): Partial<IntentFacts> {
  switch (outcome.kind) {
    case 'acknowledged':
      return {
        state: 'acknowledged',
        orderId: outcome.orderId ?? facts.orderId,
        question: null,
        reason: null,
        ...exitsOf(facts, outcome),
      };
    case 'rejected':
      return { state: 'rejected', question: null, reason: outcome.text };
    case 'not-sent':
      return { state: 'not-sent', question: null, reason: outcome.text };
    case 'duplicate':
      return {
        state: 'unknown',
        question: null,
        reason: outcome.text,
        proof: { ...facts.proof, registered: true },
      };
    // The QUESTION record that follows in the same transaction carries the round.
    case 'question':
      return {};
    case 'unknown':
      return { state: 'unknown', question: null, reason: outcome.text };
  }
}

const exitsOf = (
  { draft }: Pick<IntentFacts, 'draft'>,
  { exitIds = [], exitsFailed = [] }: JournaledOutcome,
): Partial<IntentFacts> => ({
  exitIds,
  exitAlarm: exitsFailed.length === 0 ? null : failedLegsText(draft, exitsFailed),
});

// The order was registered when IBKR asked: "the answer was not sent" does not prove "no order".
const afterYes = (facts: IntentFacts, outcome: JournaledOutcome): Partial<IntentFacts> =>
  outcome.kind === 'not-sent'
    ? { state: 'unknown', question: null, reason: outcome.text }
    : afterOutcome(facts, outcome);

function afterNo(facts: IntentFacts, outcome: JournaledOutcome): Partial<IntentFacts> {
  if (outcome.kind === 'acknowledged')
    return {
      state: 'acknowledged',
      orderId: outcome.orderId,
      question: null,
      reason: 'You declined, but IBKR answered that it took the order. Cancel it if you do not want it.',
      ...exitsOf(facts, outcome),
    };
  return outcome.answered
    ? { state: 'declining', question: null, reason: 'Declined. Checking that IBKR’s book does not hold it.' }
    : { state: 'unknown', question: null, reason: outcome.text };
}

function withEvidence(facts: IntentFacts, event: JournalEvent, evidence: PayloadOf<'EVIDENCE'>): IntentFacts {
  const noted: IntentFacts = {
    ...facts,
    evidence: [...facts.evidence.slice(1 - maxEvidence), { atMs: event.wallMs, text: evidence.text }],
  };
  switch (evidence.what) {
    case 'alarm':
      return { ...noted, reason: evidence.text, changedAtMs: event.wallMs };
    case 'exits-missing':
      return { ...noted, exitAlarm: evidence.text, changedAtMs: event.wallMs };
    case 'exits-seen':
      return { ...noted, exitAlarm: null, changedAtMs: event.wallMs };
    case 'interrupted':
      return { ...noted, proof: emptyProof(event.monoMs, event.bootId, facts.proof.registered) };
    case 'absent':
      return isUncertain(facts.state) ? notFound(noted, event, evidence) : noted;
    case 'seen':
      return found(noted, event, evidence);
  }
}

type Absent = Extract<PayloadOf<'EVIDENCE'>, { what: 'absent' }>;
type Seen = Extract<PayloadOf<'EVIDENCE'>, { what: 'seen' }>;

function notFound(facts: IntentFacts, event: JournalEvent, evidence: Absent): IntentFacts {
  const { proof } = facts;
  if (event.bootId !== proof.bootId || evidence.startedMonoMs < proof.sinceMonoMs) return facts;
  const list = evidence.from === 'orders' ? evidence.startedMonoMs : null;
  const firstListMs = proof.firstListMs ?? list;
  const lastListMs = list ?? proof.lastListMs;
  const tradeReads = proof.tradeReads + (evidence.from === 'trades' ? 1 : 0);
  const twoLists = firstListMs !== null && lastListMs !== null && lastListMs - firstListMs >= listSpacingMs;
  if (facts.state === 'declining')
    return twoLists && !proof.registered
      ? {
          ...facts,
          state: 'not-sent',
          changedAtMs: event.wallMs,
          reason: 'You declined; IBKR’s book does not hold it.',
        }
      : { ...facts, proof: { ...proof, firstListMs, lastListMs, tradeReads } };
  // A change is looked for in the order itself, where trades have nothing to say.
  const enoughTrades = facts.kind === 'modify' || tradeReads >= 2;
  // On the monotonic clock: a corrected system time must not shorten the wait.
  const quietLong = evidence.startedMonoMs - proof.sinceMonoMs >= quietMs;
  const proven = proof.proven || (twoLists && enoughTrades && quietLong && !proof.registered);
  return { ...facts, proof: { ...proof, firstListMs, lastListMs, tradeReads, proven } };
}

function found(facts: IntentFacts, event: JournalEvent, evidence: Seen): IntentFacts {
  const { state } = facts;
  if (!isNews(state, evidence.phase)) return facts;
  const next = stateOfPhase(evidence.phase);
  return {
    ...facts,
    state: next,
    orderId: evidence.orderId ?? facts.orderId,
    changedAtMs: event.wallMs,
    reason: next === 'rejected' ? evidence.text : surprise(state),
  };
}

/** Truth first: an order found after we said there is none is shown, with an alarm, never hidden. */
function surprise(state: IntentFacts['state']): string | null {
  if (state === 'declining')
    return 'You declined, but IBKR’s book holds it. Cancel it if you do not want it.';
  return isSettled(state) ? 'It was thought not to exist, but IBKR’s book holds it. Check it now.' : null;
}
