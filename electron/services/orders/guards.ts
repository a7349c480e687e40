import type { AppError } from '../../../shared/app-error';
import type { Account } from '../../../shared/domain/account';
import type { AccountId } from '../../../shared/domain/ids';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { SessionState } from '../../../shared/domain/session';
import type { IntentFacts } from './intent-facts';
import type { Send } from './intent-fold';
import type { OrderContext } from './order-context';
import { refusal, sessionRefusal, storageRefusal } from './refusals';

/**
 * What stands in the way of any order step right now; asked before the review and again before sending.
 * Synchronous, so that nothing can change between the answer and the step.
 */
export function standingRefusal(context: OrderContext, draft: OrderDraft): AppError | null {
  const { ledger, session, accounts } = context;
  const failure = ledger.failure();
  if (failure !== null) return storageRefusal(failure);
  const state = session.current();
  return (
    sessionRefusal(state) ??
    accountsOf(draft)
      .map((accountId) => accountRefusal(accounts.known(accountId), accountId, state))
      .find((refused) => refused !== null) ??
    roundRefusal(ledger.openRound()) ??
    unknownRefusal(ledger.all(), draft)
  );
}

/** The account must be listed in this session, tradable, and of the kind the session claims to be. */
export function accountRefusal(
  account: Account | null,
  accountId: AccountId,
  session: SessionState,
): AppError | null {
  if (account === null)
    return refusal(
      'blocked',
      `Account ${accountId} is not listed by IBKR in this session.`,
      'Choose a listed account.',
    );
  if (!account.tradable)
    return refusal(
      'blocked',
      `IBKR does not let this login trade on ${accountId}.`,
      'Choose another account.',
    );
  const contradicts =
    (session.mode === 'live' && account.isPaper === true) ||
    (session.mode === 'paper' && account.isPaper === false);
  return contradicts
    ? refusal(
        'trading-off',
        'IBKR’s signals disagree on whether this account is real money or paper.',
        'Log in again; do not trade until they agree.',
      )
    : null;
}

/** ORDER_SAFETY §9: the account selected at IBKR must be the order's when it leaves. The review selects it. */
export function selectionRefusal(selected: AccountId | null, accountId: AccountId): AppError | null {
  return selected === null || selected === accountId
    ? null
    : refusal(
        'blocked',
        `Account ${selected} is selected at IBKR, this order is for ${accountId}: something else changed it.`,
        'Review the order again: that selects its account.',
      );
}

function roundRefusal(open: IntentFacts | null): AppError | null {
  if (open === null) return null;
  const why =
    open.state === 'question'
      ? `IBKR’s question about ${open.symbol} is not answered yet.`
      : open.state === 'declining'
        ? `The declined order for ${open.symbol} is still being checked at IBKR.`
        : `The order for ${open.symbol} is still on its way.`;
  return refusal('blocked', why, 'IBKR takes one order at a time: settle that one first.');
}

function unknownRefusal(intents: ReadonlyArray<IntentFacts>, draft: OrderDraft): AppError | null {
  const wanted = contractsOf(draft);
  const open = intents.find(
    (facts) =>
      facts.state === 'unknown' &&
      shareAccounts(facts.draft, draft) &&
      contractsOf(facts.draft).some((conid) => wanted.includes(conid)),
  );
  return open === undefined
    ? null
    : refusal(
        'blocked',
        `The outcome of an earlier order for ${open.symbol} is not known.`,
        'Settle that one first: check now, or look at IBKR.',
        'Nothing was sent. The earlier order may exist at IBKR.',
      );
}

/** Which members an advisor's group has is IBKR's secret: an order for one may be in every account. */
function shareAccounts(a: OrderDraft, b: OrderDraft): boolean {
  if (a.allocation?.kind === 'group' || b.allocation?.kind === 'group') return true;
  const others = accountsOf(b);
  return accountsOf(a).some((accountId) => others.includes(accountId));
}

const accountsOf = ({ accountId, allocation }: OrderDraft): ReadonlyArray<AccountId> => [
  accountId,
  ...(allocation?.kind === 'shares' ? allocation.shares.map((share) => share.accountId) : []),
];

/** An order of a group may be about another contract than the first. */
const contractsOf = ({ conid, group }: OrderDraft) => [conid, ...(group ?? []).map((other) => other.conid)];

/** Orders per second, minute and day, over all accounts. Source: ORDER_SAFETY §9. */
export function rateRefusal(
  sends: ReadonlyArray<Send>,
  nowMs: number,
  context: OrderContext,
  orders = 1,
): AppError | null {
  const { ordersPerMinute, ordersPerDay } = context.permit.limits();
  const ages = sends.map((send) => ({ ageMs: ageOf(send, context), orders: send.orders }));
  const within = (ms: number) => ordersIn(ages.filter(({ ageMs }) => ageMs < ms));
  const refuse = (rate: string) =>
    refusal(
      'blocked',
      `More orders than your limit of ${rate}.`,
      'Wait, or change the limit in the settings.',
    );
  if (within(1_000) >= 1) return refuse('one a second');
  if (within(60_000) >= ordersPerMinute) {
    // A machine gone wild is stopped, not slowed: Knight Capital's lesson. Source: ORDER_SAFETY §1, §9.
    context.permit.latch(`More orders than your limit of ${ordersPerMinute} a minute.`);
    return refuse(`${ordersPerMinute} a minute`);
  }
  // A group too many for what is left is a human's, not a machine's: refused, nothing latched.
  if (within(60_000) + orders > ordersPerMinute) return refuse(`${ordersPerMinute} a minute`);
  const since = context.permit.dayCountSinceMs();
  const today = ordersIn(sends.filter(({ wallMs }) => wallMs > Math.max(since, nowMs - dayMs)));
  if (today + orders <= ordersPerDay) return null;
  if (today < ordersPerDay) return refuse(`${ordersPerDay} a day`);
  context.permit.lockDay(`Your limit of ${ordersPerDay} orders a day is reached.`);
  return refuse(`${ordersPerDay} a day`);
}

const dayMs = 86_400_000;

/** How many orders these requests held. */
export const ordersIn = (sends: ReadonlyArray<Pick<Send, 'orders'>>): number =>
  sends.reduce((count, { orders }) => count + orders, 0);

/**
 * On the monotonic clock where the order was sent in this run: a corrected system time must neither free the way
 * nor bar it. Of an earlier run only the wall time is known; one that lies in the future says nothing about now.
 */
function ageOf(send: Send, { clock, ledger }: OrderContext): number {
  if (send.bootId === ledger.bootId()) return clock.monotonicMs() - send.monoMs;
  const age = clock.now() - send.wallMs;
  return age < 0 ? dayMs : age;
}
