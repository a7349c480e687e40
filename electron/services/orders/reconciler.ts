import type { AccountId } from '../../../shared/domain/ids';
import { once } from './single-flight';
import { isOrderOf, evidenceFromOrders, evidenceFromTrades } from './evidence';
import { isInRound, isSettled, isUncertain, type IntentFacts } from './intent-facts';
import { legCount } from './intent-legs';
import { entry } from './journal-event';
import type { OrderContext } from './order-context';
import { isFinished } from './order-merge';
import type { PositionCheck } from './position-check';

/** Finds out at IBKR what became of orders; the only judge of unknown outcomes besides the human. */
export interface Reconciler {
  /** One pass over all accounts of interest; joins the pass that is under way, if any. */
  readonly check: () => Promise<void>;
  /** One pass begun after this moment, for the human who pressed "Check now". */
  readonly checkAfresh: () => Promise<void>;
  readonly soon: () => void;
  readonly start: () => void;
  readonly stop: () => void;
}

/** While something is freshly unknown; IBKR allows one order list in five seconds (GATEWAY_FACTS §4). */
const urgentMs = 6_000;
/** While orders work or stay unknown. Source: ORDER_SAFETY §8. */
const regularMs = 30_000;
/** While nothing is open but someone watches: orders placed elsewhere, a silent stream (FAULTS E25). */
const idleMs = 60_000;
/** An order that left the list is asked for by its id this often; those of earlier days answer 503 for ever. */
const askAgainMs = 300_000;
/** A declined order that could not be shown to be absent by then is unknown. */
const decliningMs = 60_000;

export function createReconciler(
  context: OrderContext,
  watched: () => ReadonlySet<AccountId>,
  positions: Pick<PositionCheck, 'isDue' | 'look' | 'forget'>,
): Reconciler {
  const { ledger, book, wire, session, clock, log } = context;
  let cancelTimer: (() => void) | null = null;
  let running = false;
  const tradesRead = new Set<AccountId>();
  const askAgainAt = new Map<string, number>();
  let accountsListed = false;

  const live = () => ledger.all().filter((facts) => !isSettled(facts.state));
  const may = () => running && session.current().status === 'ready' && !ledger.busy();
  const accounts = (): ReadonlySet<AccountId> =>
    new Set([...watched(), ...live().map((facts) => facts.accountId)]);

  const readOrders = async (accountId: AccountId): Promise<void> => {
    const startedMonoMs = clock.monotonicMs();
    // The first list that lacks an order may be IBKR's cache of the time before it: the next one is made anew
    // (ORDER_SAFETY §8, 2), so that no two reads of one cache prove an absence.
    const afresh = live().some(
      (facts) =>
        facts.accountId === accountId && isUncertain(facts.state) && facts.proof.firstListMs !== null,
    );
    const list = await wire.liveOrders(accountId, { afresh });
    if (!list.ok) return;
    const complete = book.applyList(accountId, list.value) && list.value.rows.length < longestList;
    // Of all accounts: an order of ours that IBKR put on another one is the last thing to be called absent.
    const orders = book.all();
    const ofAccount = ledger.all().filter((facts) => facts.accountId === accountId);
    const entries = ofAccount.flatMap((facts) =>
      evidenceFromOrders(facts, orders, { startedMonoMs, complete: complete && isOfThisLogin(facts) }),
    );
    if (entries.length > 0) ledger.note(entries);
    if (complete) await readMissing(accountId, new Set(list.value.rows.map((row) => row.orderId)));
  };

  // The list covers the day only; an order of ours that left it is asked for by its id, and stays shown either way.
  const readMissing = async (accountId: AccountId, listed: ReadonlySet<string>): Promise<void> => {
    const wanted = new Set([
      ...live().flatMap((facts) =>
        facts.accountId === accountId && facts.orderId !== null ? [facts.orderId] : [],
      ),
      ...book.ordersOf(accountId).flatMap((order) => (isFinished(order.phase) ? [] : [order.orderId])),
    ]);
    for (const orderId of wanted) {
      const startedMonoMs = clock.monotonicMs();
      if (listed.has(orderId) || startedMonoMs < (askAgainAt.get(orderId) ?? 0)) continue;
      if (!may()) return;
      askAgainAt.set(orderId, startedMonoMs + askAgainMs);
      const status = await wire.orderStatus(orderId);
      // 503 for an order of an earlier session is no information (GATEWAY_FACTS §3).
      if (!status.ok) continue;
      book.applyRows([status.value]);
      const order = book.order(orderId);
      const facts = live().filter((candidate) => order !== null && isOrderOf(candidate, order));
      const orders = order === null ? [] : [order];
      ledger.note(
        facts.flatMap((own) => evidenceFromOrders(own, orders, { startedMonoMs, complete: false })),
      );
    }
  };

  const readTrades = async (accountId: AccountId): Promise<boolean> => {
    const startedMonoMs = clock.monotonicMs();
    const trades = await wire.trades(accountId);
    if (!trades.ok) return false;
    tradesRead.add(accountId);
    const { executions, complete } = trades.value;
    book.applyExecutions(executions);
    const reachesBackTo = clock.now() - tradesReachMs;
    // The trades of one account prove nothing about an order of another.
    const entries = live()
      .filter((facts) => facts.accountId === accountId)
      .flatMap((facts) => {
        const covered = (facts.sentAtMs ?? 0) > reachesBackTo;
        const proves = complete && covered && isOfThisLogin(facts);
        return evidenceFromTrades(facts, executions, { startedMonoMs, complete: proves });
      });
    if (entries.length > 0) ledger.note(entries);
    return true;
  };

  /** What another user, or a login without the account, is not shown is not absent (FAULTS D9). */
  const isOfThisLogin = ({ username, accountId }: IntentFacts): boolean =>
    context.accounts.known(accountId) !== null && (username === null || username === session.username());

  /** A new session knows no accounts until somebody asks, and proves nothing until then. */
  const listAccounts = async (): Promise<void> => {
    const doubtful = live().some(
      ({ state, accountId }) => isUncertain(state) && context.accounts.known(accountId) === null,
    );
    if (!doubtful || accountsListed || !may()) return;
    accountsListed = true;
    await context.accounts.list();
  };

  const wantsTrades = (accountId: AccountId): boolean =>
    !tradesRead.has(accountId) ||
    live().some(
      (facts) => facts.accountId === accountId && facts.state === 'unknown' && facts.kind === 'place',
    );

  const pass = async (): Promise<void> => {
    try {
      await listAccounts();
      for (const accountId of accounts()) {
        if (!may()) return;
        await readOrders(accountId);
      }
      for (const accountId of accounts()) {
        const due = positions.isDue(accountId);
        if (!may() || (!due && !wantsTrades(accountId))) continue;
        const read = await readTrades(accountId);
        if (read && due && may()) await positions.look(accountId);
      }
      giveUpDeclining();
    } catch (error) {
      log.error('orders.check-failed', { name: error instanceof Error ? error.name : 'unknown' });
    } finally {
      schedule();
    }
  };

  const giveUpDeclining = () => {
    for (const facts of live())
      // On the monotonic clock: a corrected system time must not make it wait for ever.
      if (facts.state === 'declining' && clock.monotonicMs() - facts.proof.sinceMonoMs > decliningMs)
        ledger.note([entry('ROUND_CLOSED', facts.intentId, { text: notConfirmedText })]);
  };

  const flight = once(pass);

  const schedule = (delayMs = nextDelay()) => {
    cancelTimer?.();
    cancelTimer = null;
    if (running && delayMs !== null) cancelTimer = clock.after(delayMs, () => void flight.join());
  };

  const nextDelay = (): number | null => {
    const intents = live();
    const unknownAccount = [...accounts()].some((accountId) => !book.isKnown(accountId));
    // Filled ones too: what was sent with them has to be seen.
    const fresh = ledger.all().some((facts) => isFresh(facts, clock.now()));
    if (unknownAccount || fresh || intents.some((facts) => isInRound(facts.state))) return urgentMs;
    if (intents.length > 0 || [...accounts()].some(hasWorking)) return regularMs;
    return accounts().size > 0 ? idleMs : null;
  };

  const hasWorking = (accountId: AccountId) =>
    book.ordersOf(accountId).some((order) => !isFinished(order.phase));

  const onSession = (ready: boolean) => {
    if (ready) {
      schedule(0);
      return;
    }
    book.forgetKnown();
    tradesRead.clear();
    accountsListed = false;
    positions.forget();
    if (live().some((facts) => isUncertain(facts.state)))
      ledger.note([
        entry('EVIDENCE', null, {
          what: 'interrupted',
          text: 'The session was lost; the checks begin again.',
        }),
      ]);
  };

  let wasReady = false;
  let stopSession: (() => void) | null = null;
  return {
    check: flight.join,
    checkAfresh: flight.afresh,
    soon: () => schedule(0),
    start: () => {
      running = true;
      wasReady = session.current().status === 'ready';
      stopSession = session.onChange((state) => {
        const ready = state.status === 'ready';
        if (ready !== wasReady) onSession(ready);
        wasReady = ready;
      });
      schedule(0);
    },
    stop: () => {
      running = false;
      stopSession?.();
      cancelTimer?.();
      cancelTimer = null;
    },
  };
}

/** IBKR lists no more orders than this: such a list may be cut off (GATEWAY_FACTS §4). */
const longestList = 1000;
/** IBKR's seven days of trades, less one: whether today is one of them is not said. */
const tradesReachMs = 6 * 86_400_000;
const freshMs = 150_000;
/** Exits are looked for this long after their entry was sent. */
const exitsWithinMs = 30_000;

/** Unknown for less than the time in which it can be settled, being declined, or with exits to be seen. */
const isFresh = (facts: IntentFacts, nowMs: number): boolean =>
  (legCount(facts.draft) > 0 && nowMs - (facts.sentAtMs ?? nowMs) < exitsWithinMs) ||
  facts.state === 'declining' ||
  (facts.state === 'unknown' && !facts.proof.proven && nowMs - facts.changedAtMs < freshMs);

const notConfirmedText =
  'You declined, but IBKR’s lists could not be read completely, so it is not proven that no order exists.';
