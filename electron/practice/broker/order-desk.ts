import type { Market } from '../market/market';
import type { Random } from '../random';
import type { SessionState } from '../session/session';
import type { Account } from './account';
import { spread } from './allocation';
import type { Broker } from './broker';
import { orderImpact } from './funds';
import { isWorking, type Order, type OrderTicket } from './order';
import { ticketText } from './order-text';
import { big, zero } from '../money';
import { shortSaleRefusal } from './short-sale';
import { questionsFor, type Question } from './questions';
import type { Valuation } from './valuation';

/** What the customer asked for: new orders together, or a change of one. */
export type Intent =
  | { readonly kind: 'place'; readonly tickets: readonly OrderTicket[] }
  | { readonly kind: 'modify'; readonly orderId: number; readonly ticket: OrderTicket };

export type DeskAnswer =
  | { readonly kind: 'orders'; readonly orders: readonly Order[] }
  | { readonly kind: 'question'; readonly replyId: string; readonly question: Question }
  | { readonly kind: 'refused'; readonly error: string }
  /** Acknowledgements that are not (only) orders of the book: dropped orders, refused bracket legs. */
  | { readonly kind: 'rows'; readonly rows: readonly Record<string, unknown>[] }
  /** An advanced reject, answered through `/iserver/notification`. */
  | { readonly kind: 'prompt'; readonly prompt: Prompt };

export interface Prompt {
  readonly orderId: number;
  readonly reqId: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly messageId: string;
}

/** What tests can bring about at the next order request. */
export interface Expectation {
  readonly questions?: readonly Question[];
  readonly refusal?: string;
  /** `drop`: acknowledged, then never heard of; `inactive`: accepted but not working, with `reason`. */
  readonly fate?: 'drop' | 'inactive';
  readonly reason?: string;
  /** Index of the bracket leg that is refused. */
  readonly failLeg?: number;
  readonly prompt?: {
    readonly text: string;
    readonly options: readonly string[];
    readonly messageId: string;
  };
  /** A modification leaves the old order and adds a new one. */
  readonly duplicateOnModify?: boolean;
}

/** Lasting oddities of the real desk, off unless a test wants them. */
export interface DeskQuirks {
  /** A question made void answers 503, and its order goes live when the next one is confirmed (GATEWAY_FACTS §6.2). */
  voidedGoLive: boolean;
}

export type ReplyAnswer = DeskAnswer | { readonly kind: 'unknown-reply' } | { readonly kind: 'declined' };

interface Pending {
  readonly replyId: string;
  readonly intent: Intent;
  readonly questions: readonly Question[];
  readonly expectation: Expectation;
}

export interface OrderDesk {
  readonly receive: (intent: Intent) => DeskAnswer;
  readonly reply: (replyId: string, confirmed: boolean) => ReplyAnswer;
  readonly replies: () => readonly AppliedReply[];
  /** Decides the fate of the next order request: for tests of chains, odd ids and bad outcomes. */
  readonly expect: (next: Expectation) => void;
  readonly quirks: DeskQuirks;
  /** False when no such prompt is open; the first option transmits the order, any other discards it. */
  readonly answerPrompt: (orderId: number, reqId: string, text: string) => boolean;
}

/** IBKR's limit per account, contract and side (GATEWAY_FACTS §4); the words are ours. */
const mostWorking = 20;

export interface AppliedReply {
  readonly replyId: string;
  readonly messageId: string;
  readonly confirmed: boolean;
}

/**
 * Between the wire and the book: refusals, then questions one at a time, then the order. At most one
 * question is open per login; any other order request makes it void (CPAPI `#place-order`).
 */
export function createOrderDesk(deps: {
  readonly market: Market;
  readonly broker: Broker;
  readonly valuation: Valuation;
  readonly session: SessionState;
  readonly random: Random;
  readonly account: (id: string) => Account | undefined;
}): OrderDesk {
  const { market, broker, valuation, session, random } = deps;
  let pending: Pending | null = null;
  let expected: Expectation = {};
  let prompted: { readonly prompt: Prompt; readonly intent: Intent } | null = null;
  let voided: Intent[] = [];
  const quirks: DeskQuirks = { voidedGoLive: false };
  const replies: AppliedReply[] = [];

  const receive = (intent: Intent): DeskAnswer => {
    if (pending !== null) voided.push(pending.intent);
    pending = null;
    const extra = expected;
    expected = {};
    if (extra.refusal !== undefined) return { kind: 'refused', error: extra.refusal };
    const tickets = intent.kind === 'place' ? intent.tickets : [intent.ticket];
    for (const ticket of tickets) {
      const error = refusal(ticket, intent.kind === 'place');
      if (error !== null) return { kind: 'refused', error };
    }
    const questions = tickets.flatMap((ticket) => {
      const account = deps.account(ticket.account);
      if (account === undefined) return [];
      return questionsFor(ticket, {
        market,
        account,
        openOrders: broker.orders().filter((o) => o.status === 'Submitted' || o.status === 'PreSubmitted'),
        hasMarketData: session.snapshotSince.has(ticket.instrument.conid),
      });
    });
    const asked = [...(extra.questions ?? []), ...questions];
    return next(
      intent,
      asked.filter((question) => !session.suppressed.has(question.messageId)),
      extra,
    );
  };

  const next = (intent: Intent, questions: readonly Question[], expectation: Expectation): DeskAnswer => {
    const [question] = questions;
    if (question === undefined) return execute(intent, expectation);
    pending = { replyId: random.uuid(), intent, questions, expectation };
    return { kind: 'question', replyId: pending.replyId, question };
  };

  const execute = (intent: Intent, expectation: Expectation): DeskAnswer => {
    if (expectation.prompt !== undefined) {
      const prompt = {
        ...expectation.prompt,
        orderId: 100_000_000 + random.integer(800_000_000),
        reqId: String(random.integer(90_000) + 10_000),
      };
      prompted = { prompt, intent };
      return { kind: 'prompt', prompt };
    }
    if (intent.kind === 'place') return place(intent.tickets, expectation);
    if (expectation.duplicateOnModify === true) {
      broker.submit([intent.ticket]);
      const old = broker.find(intent.orderId);
      return { kind: 'orders', orders: old === undefined ? [] : [old] };
    }
    const order = broker.modify(intent.orderId, intent.ticket);
    return order === null
      ? { kind: 'refused', error: `OrderID ${intent.orderId} doesn't exist` }
      : { kind: 'orders', orders: [order] };
  };

  const place = (tickets: readonly OrderTicket[], expectation: Expectation): DeskAnswer => {
    const { fate, failLeg, reason = 'Rejected by the practice gateway (simulated)' } = expectation;
    if (fate === 'drop')
      return {
        kind: 'rows',
        rows: tickets.map(({ clientId }) => ({
          order_id: String(1_000_000_000 + random.integer(900_000_000)),
          ...(clientId === null ? {} : { local_order_id: clientId }),
          order_status: 'PreSubmitted',
          encrypt_message: '1',
        })),
      };
    if (failLeg !== undefined) {
      const orders = broker.submit(tickets.filter((_, index) => index !== failLeg));
      const failed = { order_id: '-1', order_status: 'Failed', text: reason, warning_message: reason };
      const rows = orders.map((order) => ({
        order_id: String(order.id),
        order_status: order.status,
        encrypt_message: '1',
      }));
      return { kind: 'rows', rows: [...rows.slice(0, failLeg), failed, ...rows.slice(failLeg)] };
    }
    const orders = broker.submit(tickets);
    if (fate === 'inactive') for (const order of orders) broker.deactivate(order.id, reason);
    return { kind: 'orders', orders: orders.map((order) => broker.find(order.id) ?? order) };
  };

  const answerPrompt = (orderId: number, reqId: string, text: string): boolean => {
    if (prompted?.prompt.orderId !== orderId || prompted.prompt.reqId !== reqId) return false;
    const { intent, prompt } = prompted;
    prompted = null;
    if (text === prompt.options[0]) execute(intent, {});
    return true;
  };

  const reply = (replyId: string, confirmed: boolean): ReplyAnswer => {
    if (pending?.replyId !== replyId) return { kind: 'unknown-reply' };
    const { intent, questions, expectation } = pending;
    pending = null;
    replies.push({ replyId, messageId: questions[0]?.messageId ?? '', confirmed });
    if (!confirmed) return { kind: 'declined' };
    if (quirks.voidedGoLive) for (const forgotten of voided) execute(forgotten, {});
    voided = [];
    return next(intent, questions.slice(1), expectation);
  };

  const refusal = (ticket: OrderTicket, isNew: boolean): string | null => {
    if (isNew && ticket.clientId !== null && broker.isRegistered(ticket.clientId))
      return `Order couldn't be submitted: Local order ID=${ticket.clientId} is already registered.`;
    if (deps.account(ticket.account) === undefined) return 'Invalid account ID';
    // Children of a bracket only reduce what the parent opens.
    if (ticket.parentClientId !== null) return null;
    if (isNew && isCrowded(ticket))
      return `Order rejected - reason: The maximum of ${mostWorking} working orders on this side of the contract has been reached.`;
    if (ticket.allocation === null || ticket.allocation === undefined) return refusalIn(ticket);
    const shares = spread(ticket.allocation, ticket.quantity, big(ticket.instrument.sizeIncrement));
    for (const [account, quantity] of shares) {
      const problem = quantity.gt(0) ? refusalIn({ ...ticket, account, quantity }) : null;
      if (problem !== null) return `${account}: ${problem}`;
    }
    return null;
  };
  const refusalIn = (ticket: OrderTicket): string | null => {
    const account = deps.account(ticket.account);
    if (account === undefined) return 'Invalid account ID';
    const short = shortSaleRefusal(ticket, account.positions.get(ticket.instrument.conid)?.quantity ?? zero);
    if (short !== null) return short;
    const impact = orderImpact(market, valuation, account, ticket);
    return impact.refusal === null ? null : `"${ticketText(ticket)}"\n${impact.refusal}`;
  };
  const isCrowded = ({ account, instrument, side }: OrderTicket): boolean =>
    broker
      .orders()
      .filter(
        (order) =>
          isWorking(order) &&
          order.account === account &&
          order.side === side &&
          order.instrument.conid === instrument.conid &&
          order.instrument.localSymbol === instrument.localSymbol,
      ).length >= mostWorking;

  return {
    receive,
    reply,
    replies: () => replies,
    quirks,
    answerPrompt,
    expect: (next) => {
      expected = next;
    },
  };
}
