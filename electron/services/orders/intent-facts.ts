import type { AccountId, Conid, IntentId, OrderId } from '../../../shared/domain/ids';
import { intentLegs } from './intent-legs';
import { clockTime } from './time-of-day';
import type { Intent, IntentState, OrderQuestion } from '../../../shared/domain/intent';
import type { Order, OrderPhase } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { TradingMode } from '../../../shared/domain/session';

/** All that the journal says about one intent. What the renderer sees of it is `toIntent`. */
export interface IntentFacts {
  readonly intentId: IntentId;
  readonly kind: 'place' | 'modify';
  readonly username: string | null;
  readonly accountId: AccountId;
  readonly conid: Conid;
  readonly symbol: string;
  readonly sentence: string;
  readonly mode: TradingMode;
  readonly draft: OrderDraft;
  readonly before: OrderDraft | null;
  readonly cOID: string | null;
  readonly modifies: OrderId | null;
  readonly hash: string;
  readonly state: IntentState;
  readonly sentAtMs: number | null;
  readonly changedAtMs: number;
  readonly orderId: OrderId | null;
  readonly question: OrderQuestion | null;
  /** The latest round that was asked; 0 before the first. */
  readonly round: number;
  readonly reason: string | null;
  readonly evidence: ReadonlyArray<{ readonly atMs: number; readonly text: string }>;
  readonly proof: AbsenceProof;
  /** Order ids of the exits, or of the group's other orders, that IBKR acknowledged with it. */
  readonly exitIds: ReadonlyArray<OrderId>;
  /** Client order ids of the other orders of its group. */
  readonly groupRefs: ReadonlyArray<string>;
  /** What stands without its protection, in words; outlives every later change of state. */
  readonly exitAlarm: string | null;
}

/** What speaks for "IBKR does not hold it". Source: ORDER_SAFETY §8. */
export interface AbsenceProof {
  /** Latest order-changing step of this user name, on the clock of `bootId`: earlier reads prove nothing. */
  readonly sinceMonoMs: number;
  readonly bootId: string;
  /** First and latest complete order list without it. */
  readonly firstListMs: number | null;
  readonly lastListMs: number | null;
  readonly tradeReads: number;
  /** IBKR said that the id is registered: then absence can never be proven. */
  readonly registered: boolean;
  readonly proven: boolean;
}

export const emptyProof = (sinceMonoMs: number, bootId: string, registered = false): AbsenceProof => ({
  sinceMonoMs,
  bootId,
  firstListMs: null,
  lastListMs: null,
  tradeReads: 0,
  registered,
  proven: false,
});

const settled: ReadonlySet<IntentState> = new Set(['filled', 'cancelled', 'rejected', 'not-sent']);
const inRound: ReadonlySet<IntentState> = new Set(['journaled', 'sending', 'question', 'answering']);

/** Nothing more is expected of it. */
export const isSettled = (state: IntentState): boolean => settled.has(state);
/** A request or a question of it is open: nothing else may be asked of IBKR. */
export const isInRound = (state: IntentState): boolean => inRound.has(state);
/** The machine still has to find out. */
export const isUncertain = (state: IntentState): boolean => state === 'unknown' || state === 'declining';

/** What an order's phase says about the intent that made it. */
export function stateOfPhase(phase: OrderPhase): IntentState {
  switch (phase) {
    case 'filled':
    case 'cancelled':
    case 'rejected':
      return phase;
    case 'working':
    case 'partial':
    case 'cancelling':
      return 'working';
    case 'pending':
    case 'inactive':
      return 'acknowledged';
  }
}

/** Whether seeing an order in this phase tells something new about an intent in this state. */
export function isNews(state: IntentState, phase: OrderPhase): boolean {
  // While a request or question is open its own answer decides; the book shows the order meanwhile.
  if (isInRound(state) || state === 'filled' || state === 'cancelled') return false;
  const next = stateOfPhase(phase);
  return next !== state && !(state === 'working' && next === 'acknowledged');
}

export function toIntent(facts: IntentFacts, orders: ReadonlyArray<Order> = []): Intent {
  const reasons = [facts.exitAlarm, facts.reason].filter((text) => text !== null);
  return {
    intentId: facts.intentId,
    kind: facts.kind,
    accountId: facts.accountId,
    conid: facts.conid,
    symbol: facts.symbol,
    side: facts.draft.side,
    quantity: facts.draft.quantity,
    sentence: facts.sentence,
    state: facts.state,
    sentAtMs: facts.sentAtMs,
    changedAtMs: facts.changedAtMs,
    orderId: facts.orderId,
    question: facts.state === 'question' ? facts.question : null,
    reason: reasons.length === 0 ? null : [...new Set(reasons)].join(' '),
    evidence: facts.evidence.map(({ atMs, text }) => `${clockTime(atMs)} ${text}`),
    absenceProven: facts.state === 'unknown' && facts.proof.proven,
    draft: facts.draft,
    legs: [...intentLegs(facts, orders)],
  };
}
