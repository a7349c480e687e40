import type { AppError } from '../../../shared/app-error';
import { orderIdSchema, type IntentId } from '../../../shared/domain/ids';
import { err, ok, type Result } from '../../../shared/result';
import type { JournalEntry } from '../../store/journal';
import { isInRound, type IntentFacts } from './intent-facts';
import { legCount } from './intent-legs';
import { entry, type JournaledOutcome } from './journal-event';
import { describeQuestion, type QuestionFacts } from './known-questions';
import { mayStillLeave } from './may-leave';
import type { OrderContext } from './order-context';
import type { WireOutcome } from './ports';
import { questionText } from './question-text';
import { provenOutcome, settled } from './proven-outcome';
import { refusal, storageRefusal, unknownIntent } from './refusals';
import { targetOf } from './wire-order';

/** How long a human may think before the question counts as lost. Source: ORDER_SAFETY §7. */
const answerWithinMs = 60_000;

export interface AnswerRequest {
  readonly intentId: IntentId;
  readonly round: number;
  readonly confirmed: boolean;
  readonly option?: string | undefined;
}

/** IBKR's questions: one round open per user name, reads held meanwhile, answered at most once each. */
export interface Rounds {
  readonly opened: (intentId: IntentId) => void;
  readonly answered: (
    intentId: IntentId,
    facts: QuestionFacts,
    outcome: WireOutcome,
    toEntry: (outcome: JournaledOutcome) => JournalEntry,
  ) => void;
  readonly answer: (request: AnswerRequest) => Promise<Result<IntentFacts, AppError>>;
  /** Ends open questions without a reply: the session they belong to is gone. */
  readonly closeAll: (why: string) => void;
  /** The program ends: nothing is said to IBKR, and the journal makes open rounds unknown at the next start. */
  readonly stop: () => void;
}

interface OpenQuestion {
  readonly round: number;
  readonly replyId: string;
  readonly prompt: Extract<WireOutcome, { kind: 'question' }>['prompt'];
  readonly facts: QuestionFacts;
  readonly stopTimer: () => void;
}

export function createRounds(context: OrderContext): Rounds {
  const { ledger, clock, wire } = context;
  // Reply ids live here only: after a restart a question cannot be answered any more, by design (ORDER_SAFETY §10).
  const open = new Map<string, OpenQuestion>();
  const holds = new Map<string, () => void>();

  const release = (intentId: string) => {
    holds.get(intentId)?.();
    holds.delete(intentId);
  };

  const close = (intentId: string, text: string) => {
    open.get(intentId)?.stopTimer();
    if (!open.delete(intentId)) return;
    ledger.note([entry('ROUND_CLOSED', intentId, { text })]);
    release(intentId);
    context.checkSoon();
  };

  const ask = (
    intentId: IntentId,
    facts: QuestionFacts,
    question: Extract<WireOutcome, { kind: 'question' }>,
  ) => {
    const round = (ledger.get(intentId)?.round ?? 0) + 1;
    const stopTimer = clock.after(answerWithinMs, () => close(intentId, unansweredText));
    open.set(intentId, { round, replyId: question.replyId, prompt: question.prompt, facts, stopTimer });
    return entry('QUESTION', intentId, {
      round,
      messageIds: [...question.messageIds],
      ...describeQuestion(question.messageIds, facts),
      text: questionText(question.messages),
      askedAtMs: clock.now(),
      expiresAtMs: clock.now() + answerWithinMs,
      ...(question.prompt === undefined ? {} : { options: [...question.prompt.options] }),
    });
  };

  const answered: Rounds['answered'] = (intentId, facts, outcome, toEntry) => {
    const response = toEntry(toJournal(outcome));
    ledger.note(outcome.kind === 'question' ? [response, ask(intentId, facts, outcome)] : [response]);
    const state = ledger.get(intentId)?.state;
    if (state === undefined || !isInRound(state)) release(intentId);
    // The book may have seen the order before its answer came; and whatever is unknown wants looking up.
    context.checkSoon();
  };

  const answer = async (request: AnswerRequest): Promise<Result<IntentFacts, AppError>> => {
    const { intentId, round, option } = request;
    const facts = ledger.get(intentId);
    if (facts === null) return err(unknownIntent);
    const question = open.get(intentId);
    // Answered before, closed, or of an earlier round: the first answer stands.
    if (question?.round !== round || facts.state !== 'question') return ok(facts);
    const { prompt, replyId } = question;
    // Which way out of a prompt transmits is IBKR's secret: each is taken for a yes.
    const confirmed = request.confirmed || prompt !== undefined;
    if (prompt !== undefined && (option === undefined || !prompt.options.includes(option)))
      return err(
        refusal('invalid-input', 'This is not one of the answers IBKR offers.', 'Choose one of them.'),
      );
    // A yes transmits the order: it needs the same permission as the order itself. A no is always allowed.
    const onlyCloses = question.facts.onlyCloses === true;
    const forbidden = confirmed ? context.permit.refusal({ onlyCloses }) : null;
    if (forbidden !== null) return err(forbidden);
    const requestId = `${intentId}:${round + 1}`;
    const begun = ledger.record([entry('ANSWER_BEGIN', intentId, { round, confirmed, requestId })]);
    if (!begun.ok) {
      close(intentId, 'The answer could not be recorded, so it was not sent.');
      return err(storageRefusal(begun.error));
    }
    question.stopTimer();
    open.delete(intentId);
    // A no transmits nothing: it may always leave.
    const mayLeave = confirmed ? mayStillLeave(context, facts.draft, { onlyCloses }) : () => true;
    const outcome = await settled(
      () =>
        prompt === undefined || option === undefined
          ? wire.answer({ requestId, mayLeave, replyId, confirmed, orders: 1 + legCount(facts.draft) })
          : wire.answerPrompt({ requestId, mayLeave, replyId, orderId: prompt.orderId, option }),
      context,
    );
    const proven = provenOutcome(outcome, {
      cOID: facts.cOID,
      accountIds: [facts.accountId, targetOf(facts.draft)],
      modifies: facts.modifies,
      attached: legCount(facts.draft),
    });
    // A question after a "no" is not asked: nothing more is confirmed.
    const counted: WireOutcome =
      !confirmed && proven.kind === 'question'
        ? { kind: 'unknown', text: 'IBKR asked again after a "no".', answered: true }
        : proven;
    answered(intentId, question.facts, counted, (journaled) =>
      entry('ANSWER_RESPONSE', intentId, { round, confirmed, outcome: journaled }),
    );
    return ok(ledger.get(intentId) ?? facts);
  };

  return {
    opened: (intentId) => void holds.set(intentId, context.holdReads()),
    answered,
    answer,
    closeAll: (why) => {
      for (const intentId of [...open.keys()]) close(intentId, why);
    },
    stop: () => {
      for (const question of open.values()) question.stopTimer();
      for (const intentId of [...holds.keys()]) release(intentId);
    },
  };
}

const unansweredText =
  'The question was not answered within 60 seconds, so no answer was sent. IBKR may or may not hold the order.';

function toJournal(outcome: WireOutcome): JournaledOutcome {
  switch (outcome.kind) {
    case 'acknowledged': {
      const orderId = orderIdSchema.safeParse(outcome.orders[0]?.orderId);
      const exitIds = outcome.orders
        .slice(1)
        .flatMap((order) => orderIdSchema.safeParse(order.orderId).data ?? []);
      const exitsFailed = (outcome.failed ?? []).map((text) => questionText([text]));
      return {
        ...{ kind: outcome.kind, text: '', orderId: orderId.success ? orderId.data : null, answered: true },
        ...(exitIds.length === 0 ? {} : { exitIds }),
        ...(exitsFailed.length === 0 ? {} : { exitsFailed }),
      };
    }
    case 'question':
      return { kind: outcome.kind, text: '', orderId: null, answered: true };
    case 'rejected':
      return {
        kind: outcome.kind,
        text: `IBKR rejected it: ${questionText([outcome.text])}`,
        orderId: null,
        answered: true,
      };
    case 'duplicate':
      return {
        kind: outcome.kind,
        text: 'IBKR says that an order with this id is already registered. Looking for it.',
        orderId: null,
        answered: true,
      };
    case 'not-sent':
      return { kind: outcome.kind, text: questionText([outcome.text]), orderId: null, answered: false };
    case 'unknown':
      return {
        kind: outcome.kind,
        text: questionText([outcome.text]),
        orderId: null,
        answered: outcome.answered,
      };
  }
}
