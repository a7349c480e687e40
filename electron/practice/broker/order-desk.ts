import type { Market } from '../market/market';
import type { Random } from '../random';
import type { SessionState } from '../session/session';
import type { Account } from './account';
import type { Broker } from './broker';
import { orderImpact } from './funds';
import type { Order, OrderTicket } from './order';
import { ticketText } from './order-text';
import { questionsFor, type Question } from './questions';
import type { Valuation } from './valuation';

/** What the customer asked for: new orders together, or a change of one. */
export type Intent =
  | { readonly kind: 'place'; readonly tickets: readonly OrderTicket[] }
  | { readonly kind: 'modify'; readonly orderId: number; readonly ticket: OrderTicket };

export type DeskAnswer =
  | { readonly kind: 'orders'; readonly orders: readonly Order[] }
  | { readonly kind: 'question'; readonly replyId: string; readonly question: Question }
  | { readonly kind: 'refused'; readonly error: string };

export type ReplyAnswer = DeskAnswer | { readonly kind: 'unknown-reply' } | { readonly kind: 'declined' };

interface Pending {
  readonly replyId: string;
  readonly intent: Intent;
  readonly questions: readonly Question[];
}

export interface OrderDesk {
  readonly receive: (intent: Intent) => DeskAnswer;
  readonly reply: (replyId: string, confirmed: boolean) => ReplyAnswer;
  readonly replies: () => readonly AppliedReply[];
  /** Makes the next order request meet these questions first, or this refusal: for tests of chains and odd ids. */
  readonly expect: (next: { readonly questions?: readonly Question[]; readonly refusal?: string }) => void;
}

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
  readonly accountCount: number;
}): OrderDesk {
  const { market, broker, valuation, session, random } = deps;
  let pending: Pending | null = null;
  let expected: { readonly questions?: readonly Question[]; readonly refusal?: string } = {};
  const replies: AppliedReply[] = [];

  const receive = (intent: Intent): DeskAnswer => {
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
        accountCount: deps.accountCount,
      });
    });
    const asked = [...(extra.questions ?? []), ...questions];
    return next(
      intent,
      asked.filter((question) => !session.suppressed.has(question.messageId)),
    );
  };

  const next = (intent: Intent, questions: readonly Question[]): DeskAnswer => {
    const [question] = questions;
    if (question === undefined) return execute(intent);
    pending = { replyId: random.uuid(), intent, questions };
    return { kind: 'question', replyId: pending.replyId, question };
  };

  const execute = (intent: Intent): DeskAnswer => {
    if (intent.kind === 'place') return { kind: 'orders', orders: broker.submit(intent.tickets) };
    const order = broker.modify(intent.orderId, intent.ticket);
    return order === null
      ? { kind: 'refused', error: `OrderID ${intent.orderId} doesn't exist` }
      : { kind: 'orders', orders: [order] };
  };

  const reply = (replyId: string, confirmed: boolean): ReplyAnswer => {
    if (pending?.replyId !== replyId) return { kind: 'unknown-reply' };
    const { intent, questions } = pending;
    pending = null;
    replies.push({ replyId, messageId: questions[0]?.messageId ?? '', confirmed });
    return confirmed ? next(intent, questions.slice(1)) : { kind: 'declined' };
  };

  const refusal = (ticket: OrderTicket, isNew: boolean): string | null => {
    if (isNew && ticket.clientId !== null && broker.isRegistered(ticket.clientId))
      return `Order couldn't be submitted: Local order ID=${ticket.clientId} is already registered.`;
    const account = deps.account(ticket.account);
    if (account === undefined) return 'Invalid account ID';
    // Children of a bracket only reduce what the parent opens.
    if (ticket.parentClientId !== null) return null;
    const impact = orderImpact(market, valuation, account, ticket);
    return impact.refusal === null ? null : `"${ticketText(ticket)}"\n${impact.refusal}`;
  };

  return {
    receive,
    reply,
    replies: () => replies,
    expect: (next) => {
      expected = next;
    },
  };
}
