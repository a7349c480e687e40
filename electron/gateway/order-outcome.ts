import type { HttpOutcome } from './http';
import { errorWords, isRecord } from './interpret';
import { parseJson } from './json';
import type { GatewayErrorCode, OrderQuestion } from './gateway-error';
import { idText, plainText, texts } from './order-fields';
import { doubtAbout, legOf, type OrderLeg } from './order-legs';
import { isDefinitiveReject, isDuplicate, isNothingToChange } from './order-texts';

/** What one order-changing request proved. Whatever proves nothing is `unknown` — ORDER_SAFETY §6.1, law. */
export type OrderOutcome = (
  | {
      readonly kind: 'acknowledged';
      readonly legs: ReadonlyArray<OrderLeg>;
      /** True when some leg is not acknowledged: a parent may stand without its protection. */
      readonly partial: boolean;
    }
  | { readonly kind: 'question'; readonly question: OrderQuestion; readonly furtherQuestions: number }
  | { readonly kind: 'rejected'; readonly reason: string; readonly declined: boolean }
  | { readonly kind: 'duplicate'; readonly reason: string }
  | { readonly kind: 'not-sent'; readonly code: GatewayErrorCode; readonly reason: string }
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      /** IBKR gave a whole answer that proves nothing; false when the channel broke. */
      readonly answered: boolean;
    }
) & {
  readonly status: number | null;
  /** The answer's text, at most 4,000 characters. */
  readonly bodyText: string;
  /** Checked JSON of the answer; `null` where there is none. */
  readonly body: unknown;
  /** Bytes of the request handed to the connection; 0 proves that nothing left. `null`: answered. */
  readonly bytesWritten: number | null;
};

export interface ExpectedAnswer {
  readonly kind: 'submit' | 'modify' | 'answer' | 'decline' | 'cancel';
  /** The account of the request; an echo of another one is no acknowledgement. `null`: not known here. */
  readonly accountId: string | null;
  /** Client order ids of the request; `null` where they are not known (answers to questions). */
  readonly cOIDs: ReadonlyArray<string> | null;
  /** Number of orders in the request; `null` where it is not known. */
  readonly orders: number | null;
  /** The order a cancel is about. */
  readonly orderId?: string;
}

type Verdict = OrderOutcome extends infer O
  ? O extends OrderOutcome
    ? Omit<O, 'status' | 'bodyText' | 'body' | 'bytesWritten'>
    : never
  : never;

/** The only place that may say "acknowledged", "rejected" or "not sent". Total over any status and any bytes. */
export function classifyOrderOutcome(outcome: HttpOutcome, expected: ExpectedAnswer): OrderOutcome {
  if (outcome.kind === 'failure') {
    const { code, detail, bytesWritten } = outcome;
    const evidence = { status: null, bodyText: '', body: null, bytesWritten };
    if (bytesWritten === 0) return { kind: 'not-sent', code, reason: detail, ...evidence };
    return { kind: 'unknown', reason: `${code}: ${detail}`, answered: false, ...evidence };
  }
  const parsed = parseJson(outcome.text);
  const body = parsed.ok ? parsed.value : null;
  const evidence = {
    status: outcome.status,
    bodyText: outcome.text.slice(0, 4_000),
    body,
    bytesWritten: null,
  };
  return { ...judge(outcome.status, body, expected), ...evidence };
}

const unknown = (reason: string): Verdict => ({ kind: 'unknown', reason, answered: true });

function judge(status: number, body: unknown, expected: ExpectedAnswer): Verdict {
  const words = errorWords(body);
  if (words !== null && isDuplicate(words)) return { kind: 'duplicate', reason: words };
  const aboutExisting = expected.kind === 'cancel' || expected.kind === 'modify';
  if (words !== null && aboutExisting && (status === 200 || status === 400) && isNothingToChange(words))
    return rejected(words);
  if (status !== 200)
    return unknown(`IBKR answered with status ${status}${words === null ? '' : `: ${words.slice(0, 500)}`}`);
  // A bare object speaks of the whole request; the rows of a list each of one order.
  if (words !== null && isRecord(body)) return judgeWords(words, body, expected);
  if (expected.kind === 'cancel') return judgeCancel(body, expected);
  if (isRecord(body)) return judgePrompt(body);
  if (!Array.isArray(body) || body.length === 0)
    return unknown('IBKR’s answer has none of the known shapes.');
  return judgeRows(body, expected);
}

const rejected = (reason: string, declined = false): Verdict => ({ kind: 'rejected', reason, declined });

function judgeWords(words: string, body: unknown, { kind }: ExpectedAnswer): Verdict {
  if (kind === 'decline' && /^order not confirmed\s*$/i.test(words)) return rejected(words, true);
  // The submit desk itself says that the order was refused before it got an id — QUIRKS §5, read 2026-11.
  const issue = isRecord(body) && body['action'] === 'order_submit_issue';
  return issue || isDefinitiveReject(words) ? rejected(words) : unknown(`IBKR says: ${words.slice(0, 500)}`);
}

function judgeCancel(body: unknown, expected: ExpectedAnswer): Verdict {
  const answer: unknown = Array.isArray(body) && body.length === 1 ? body[0] : body;
  if (
    !isRecord(answer) ||
    typeof answer['msg'] !== 'string' ||
    !/request was submitted/i.test(answer['msg'])
  ) {
    return unknown('IBKR’s answer to the cancellation has none of the known shapes.');
  }
  const orderId = idText(answer['order_id']);
  if (orderId !== null && orderId !== expected.orderId)
    return unknown(`IBKR’s answer is about order ${orderId}.`);
  const leg = {
    outcome: 'acknowledged' as const,
    orderId: expected.orderId ?? '',
    cOID: null,
    parentOrderId: null,
    accountId: plainText(answer['account']),
    status: plainText(answer['order_status']),
  };
  return { kind: 'acknowledged', legs: [leg], partial: false };
}

/** An advanced reject: IBKR offers ways out and waits — GATEWAY_FACTS §6.1, shape 5. */
function judgePrompt(body: Record<string, unknown>): Verdict {
  const { reqId, text, options } = body;
  const id = idText(reqId);
  if (id === null || typeof text !== 'string' || !Array.isArray(options))
    return unknown('IBKR’s answer has none of the known shapes.');
  const messageId = plainText(body['messageId']);
  return {
    kind: 'question',
    furtherQuestions: 0,
    question: {
      form: 'prompt',
      id,
      messages: [text],
      messageIds: messageId === null ? [] : [messageId],
      options: texts(options),
      orderId: idText(body['orderId']),
    },
  };
}

function judgeRows(rows: ReadonlyArray<unknown>, expected: ExpectedAnswer): Verdict {
  const questions = rows.filter((entry) => isRecord(entry) && 'message' in entry && 'id' in entry);
  if (questions.length > 0) return judgeQuestion(questions[0], questions.length - 1);
  const legs = rows.map(legOf);
  const doubt = legs.map((leg) => doubtAbout(leg, expected)).find((entry) => entry !== null);
  if (doubt !== undefined) return unknown(doubt);
  const acknowledged = legs.filter((leg) => leg.outcome === 'acknowledged').length;
  if (acknowledged === 0) {
    const reasons = legs.map((leg) => (leg.outcome === 'rejected' ? leg.reason : null));
    // An answer to a question may be about several orders (a bracket, a group): each of them has a client order id.
    const wanted = expected.orders ?? expected.cOIDs?.length ?? 1;
    const proven = reasons.every((reason) => reason !== null) && legs.length >= wanted;
    return proven
      ? rejected(reasons.join('; '))
      : unknown('IBKR acknowledged nothing, and did not reject everything.');
  }
  const missing = Math.max(0, (expected.orders ?? legs.length) - legs.length);
  const silent = Array.from({ length: missing }, () => ({
    outcome: 'unknown' as const,
    cOID: null,
    reason: 'not mentioned in the answer',
  }));
  return { kind: 'acknowledged', legs: [...legs, ...silent], partial: acknowledged < legs.length + missing };
}

function judgeQuestion(entry: unknown, furtherQuestions: number): Verdict {
  const question = isRecord(entry) ? entry : {};
  const id = idText(question['id']);
  const { message } = question;
  const messages = typeof message === 'string' ? [message] : texts(Array.isArray(message) ? message : []);
  if (id === null || messages.length === 0) return unknown('IBKR asked a question that cannot be read.');
  return {
    kind: 'question',
    furtherQuestions,
    question: {
      form: 'reply',
      id,
      messages,
      messageIds: texts(Array.isArray(question['messageIds']) ? question['messageIds'] : []),
      options: texts(Array.isArray(question['messageOptions']) ? question['messageOptions'] : []),
      orderId: null,
    },
  };
}
