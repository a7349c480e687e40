import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../shared/result';
import type { Caller } from './caller';
import type { Answer, RequestEcho } from './endpoint';
import { gatewayError, type GatewayError, type OrderQuestion } from './gateway-error';
import { answerTo, type Answers } from './order-answers';
import { outcomeError, type OrderInQuestion } from './order-errors';
import type { OrderOutcome } from './order-outcome';
import { createOrderSender, type OrderSender } from './order-sender';
import type { WireOrder } from './order-request';

/** Prepared answers, and whom to ask when they do not cover a question. Without either: no. */
interface RoundInput {
  readonly answers: Answers;
  readonly onQuestion?: ((question: OrderQuestion) => boolean | Promise<boolean>) | undefined;
}
type Outcome = Result<Answer<unknown>, GatewayError>;

/** Responses looked at in one round, the first included — BEHAVIOUR §11. */
const maxResponses = 20;

/**
 * One order round: the request, then its questions until IBKR acknowledges or someone says no. While it lasts no
 * other read of /iserver leaves, because IBKR then forgets the question — ORDER_SAFETY §7.
 */
export function orderRound(
  caller: Caller,
  about: OrderInQuestion,
  request: RequestEcho,
  input: RoundInput,
  first: (sender: OrderSender, requestId: string) => Promise<OrderOutcome>,
): Promise<Outcome> {
  return caller.inRound(async () => {
    const release = caller.holdReads();
    try {
      const sender = createOrderSender(caller);
      let requestId = randomUUID();
      // Errors name the request that they are about: the order itself, or the last answer to a question.
      const asked = (): OrderInQuestion => ({ ...about, where: { ...about.where, requestId } });
      let outcome = await first(sender, requestId);
      for (let response = 1; outcome.kind === 'question'; response += 1) {
        const { question } = outcome;
        const answer = response < maxResponses ? await decide(question, input) : false;
        if (question.form === 'prompt')
          return err(gatewayError('order-unanswered', { ...asked().where, question }));
        requestId = randomUUID();
        const replied = { replyId: question.id, confirmed: answer === true, requestId };
        outcome = await sender.answer({ ...replied, ...echoOf(about) });
        if (answer !== true) return err(declined(asked(), question, answer, outcome));
      }
      if (outcome.kind !== 'acknowledged' || outcome.partial) return err(outcomeError(outcome, asked()));
      const rows: unknown = outcome.body;
      return ok({ data: Array.isArray(rows) && rows.length === 1 ? (rows[0] as unknown) : rows, request });
    } finally {
      release();
    }
  });
}

/** A client order id where there is none: on single and parent orders, never on a child — GOTCHAS 13, 14. */
export function withClientIds(orders: ReadonlyArray<WireOrder>): WireOrder[] {
  return orders.map((order) =>
    order['cOID'] !== undefined || order['parentId'] !== undefined
      ? order
      : { ...order, cOID: `p${randomUUID().replaceAll('-', '')}`.slice(0, 32) },
  );
}

async function decide(question: OrderQuestion, { answers, onQuestion }: RoundInput): Promise<boolean | null> {
  const prepared = answerTo(question, answers);
  return prepared ?? (onQuestion === undefined ? null : onQuestion(question));
}

const echoOf = ({ accountId, cOIDs }: OrderInQuestion) => ({
  ...(accountId === null ? {} : { accountId }),
  ...(cOIDs === null ? {} : { cOIDs }),
});

/** After a no: declined when IBKR took the no, unknown when even that cannot be said. */
function declined(
  about: OrderInQuestion,
  question: OrderQuestion,
  answer: boolean | null,
  outcome: OrderOutcome,
): GatewayError {
  const broken = outcome.kind === 'unknown' && (!outcome.answered || outcome.status !== 200);
  if (outcome.kind === 'acknowledged' || broken)
    return outcomeError(
      { ...outcome, kind: 'unknown', reason: 'declining the question', answered: true },
      about,
    );
  const asked = question.messages.join(' ').slice(0, 500);
  return gatewayError(answer === null ? 'order-unanswered' : 'order-declined', {
    ...about.where,
    question,
    bodyText: outcome.bodyText,
    detail: asked,
  });
}
