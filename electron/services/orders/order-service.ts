import type { AppError } from '../../../shared/app-error';
import type { AccountId, IntentId, OrderId } from '../../../shared/domain/ids';
import type { Intent } from '../../../shared/domain/intent';
import type { Execution, OrderBook } from '../../../shared/domain/order';
import type { OrderPreview } from '../../../shared/domain/order-preview';
import { err, ok, type Result } from '../../../shared/result';
import type { Clock } from '../../support/clock';
import type { Log } from '../../support/log';
import type { Store } from '../../store/open-store';
import type { CancelPlan, CancelReport } from '../../../shared/domain/order-cancel';
import type { TimelineEntry } from '../../../shared/domain/order-timeline';
import { createAlarms } from './alarms';
import { createCancel, type Cancelled } from './cancel';
import { createCancelPlans, type CancelPlanRequest } from './cancel-plan';
import { createEstimates } from './estimate';
import { ordersIn } from './guards';
import { hearUpdates } from './hear-updates';
import { isInRound, isSettled, toIntent, type IntentFacts } from './intent-facts';
import { isLegOf } from './intent-legs';
import { createIntentLedger } from './intent-ledger';
import { entry } from './journal-event';
import { createOrderBook } from './order-book';
import type { OrderContext } from './order-context';
import type { HoldReads, OrderAccounts, OrderPermit, OrderSession, OrderUpdates, OrderWire } from './ports';
import { createPositionCheck } from './position-check';
import { previewOrder, type PreviewRequest } from './preview';
import { createPreviewStore } from './preview-store';
import { createReconciler } from './reconciler';
import { refusal, storageRefusal, unknownIntent } from './refusals';
import { createRounds, type AnswerRequest } from './rounds';
import { timelineOf } from './timeline';
import { submitOrder, type SubmitRequest } from './submit';

export interface OrderServiceDeps {
  readonly wire: OrderWire;
  readonly session: OrderSession;
  readonly accounts: OrderAccounts;
  readonly updates: OrderUpdates;
  readonly holdReads: HoldReads;
  readonly store: Pick<Store, 'journal' | 'executions' | 'settings'>;
  readonly permit: OrderPermit;
  readonly clock: Clock;
  readonly log: Log;
}

/** The one path from a human's intent to IBKR and back. Implements `shared/ipc/orders-contract.ts`. */
export interface OrderService {
  readonly preview: (request: PreviewRequest) => Promise<Result<OrderPreview, AppError>>;
  /** For a ticket being typed; freezes nothing. */
  readonly estimate: ReturnType<typeof createEstimates>;
  readonly submit: (request: SubmitRequest) => Promise<Result<Intent, AppError>>;
  readonly answer: (request: AnswerRequest) => Promise<Result<Intent, AppError>>;
  readonly cancel: (request: {
    readonly accountId: AccountId;
    readonly orderId: OrderId;
  }) => Promise<Cancelled>;
  readonly planCancel: (request: CancelPlanRequest) => Promise<Result<CancelPlan, AppError>>;
  readonly cancelMany: (request: {
    readonly planToken: string;
    readonly typed?: string | undefined;
  }) => Promise<Result<CancelReport, AppError>>;
  readonly timeline: (request: { readonly intentId: IntentId }) => Promise<Result<TimelineEntry[], AppError>>;
  /** The human has seen an alarm and takes things as they are. */
  readonly acceptAlarm: (request: {
    readonly accountId: AccountId;
    readonly alarmId: string;
  }) => Promise<Result<{ readonly accepted: true }, AppError>>;
  /** Orders sent within a day and after this moment. */
  readonly sentSince: (sinceMs: number) => number;
  /** Ends open questions without a reply. */
  readonly closeRounds: (why: string) => void;
  readonly checkNow: (request: { readonly intentId: IntentId }) => Promise<Result<Intent, AppError>>;
  readonly resolve: (request: {
    readonly intentId: IntentId;
    readonly exists: boolean;
  }) => Promise<Result<Intent, AppError>>;
  readonly watch: (request: { readonly accountId: AccountId }, emit: (book: OrderBook) => void) => () => void;
  readonly bookOf: (accountId: AccountId) => OrderBook;
  /** Executions read elsewhere (the recorder's seven days): kept once, shown at once. */
  readonly keepExecutions: (executions: ReadonlyArray<Execution>) => void;
  readonly start: () => void;
  /** Leaves open questions unanswered; the journal makes them unknown at the next start. */
  readonly stop: () => void;
  /** The computer woke up: what was known is old. */
  readonly resumed: () => void;
}

/** Changes are shown together: one frame of the screen is 16 ms. */
const emitAfterMs = 30;

export function createOrderService(deps: OrderServiceDeps): OrderService {
  const { clock, log, session, updates } = deps;
  const ledger = createIntentLedger({ journal: deps.store.journal, clock, log });
  const book = createOrderBook({
    executions: deps.store.executions,
    clock,
    log,
    isOurs: (order) =>
      ledger
        .all()
        .some((facts) => (facts.cOID !== null && facts.cOID === order.orderRef) || isLegOf(facts, order)),
  });
  const watchers = new Map<() => void, AccountId>();
  const context: OrderContext = {
    ...deps,
    ledger,
    book,
    previews: createPreviewStore(clock),
    checkSoon: () => reconciler.soon(),
  };
  const positions = createPositionCheck(context, deps.store);
  const alarms = createAlarms(context, positions, deps.store.journal.records());
  const reconciler = createReconciler(context, () => new Set(watchers.values()), positions);
  const rounds = createRounds(context);
  const cancelOrder = createCancel(context);
  const plans = createCancelPlans(context, cancelOrder);
  const stops: Array<() => void> = [];

  const bookOf = (accountId: AccountId): OrderBook => ({
    accountId,
    known: book.isKnown(accountId),
    orders: [...book.ordersOf(accountId)],
    executions: [...book.executionsOf(accountId)],
    intents: ledger
      .all()
      .filter((facts) => facts.accountId === accountId && isShown(facts, clock.now()))
      .map(shown),
    alarms: [...alarms.of(accountId)],
    positionCheck: positions.result(accountId),
    asOfMs: book.asOfMs(accountId),
  });

  let cancelEmit: (() => void) | null = null;
  const emitSoon = () => {
    cancelEmit ??= clock.after(emitAfterMs, () => {
      cancelEmit = null;
      for (const emit of watchers.keys()) emit();
    });
  };
  stops.push(ledger.onChange(emitSoon), book.onChange(emitSoon));

  const shown = (facts: IntentFacts): Intent => toIntent(facts, book.ordersOf(facts.accountId));
  const asIntent = (facts: Result<IntentFacts, AppError>): Result<Intent, AppError> =>
    facts.ok ? ok(shown(facts.value)) : facts;
  const current = (intentId: IntentId): Result<Intent, AppError> => {
    const facts = ledger.get(intentId);
    return facts === null ? err(unknownIntent) : ok(shown(facts));
  };

  return {
    preview: (request) => previewOrder(context, request),
    estimate: createEstimates(context),
    submit: async (request) => asIntent(await submitOrder(context, rounds, request)),
    answer: async (request) => asIntent(await rounds.answer(request)),
    cancel: ({ accountId, orderId }) => cancelOrder(accountId, orderId),
    planCancel: async (request) => plans.plan(request),
    cancelMany: ({ planToken, typed = '' }) => plans.run(planToken, typed),
    timeline: async ({ intentId }) => {
      const facts = ledger.get(intentId);
      return facts === null ? err(unknownIntent) : ok([...timelineOf(facts, deps.store.journal.records())]);
    },
    sentSince: (sinceMs) => {
      const fromMs = Math.max(sinceMs, clock.now() - dayMs);
      return ordersIn(ledger.sends().filter(({ wallMs }) => wallMs > fromMs));
    },
    acceptAlarm: async ({ accountId, alarmId }) => alarms.accept(accountId, alarmId),
    closeRounds: rounds.closeAll,
    checkNow: async ({ intentId }) => {
      if (ledger.get(intentId) === null) return err(unknownIntent);
      await reconciler.checkAfresh();
      return current(intentId);
    },
    resolve: async ({ intentId, exists }) => {
      const facts = ledger.get(intentId);
      if (facts === null) return err(unknownIntent);
      if (facts.state !== 'unknown') return current(intentId);
      if (!exists && !facts.proof.proven) return err(notProven);
      const text = exists
        ? 'You looked at IBKR and said that it exists.'
        : 'Not found at IBKR; you marked it as not sent.';
      const resolved = ledger.record([entry('RESOLVED', intentId, { exists, text })]);
      return resolved.ok ? current(intentId) : err(storageRefusal(resolved.error));
    },
    watch: ({ accountId }, emit) => {
      const send = () => emit(bookOf(accountId));
      watchers.set(send, accountId);
      send();
      reconciler.soon();
      return () => void watchers.delete(send);
    },
    bookOf,
    keepExecutions: book.applyExecutions,
    start: () => {
      stops.push(
        ...hearUpdates(context, updates),
        session.onChange((state) => {
          if (state.status !== 'ready')
            rounds.closeAll(
              'The session ended before the question was answered. IBKR may or may not hold the order.',
            );
        }),
      );
      reconciler.start();
    },
    stop: () => {
      reconciler.stop();
      rounds.stop();
      cancelEmit?.();
      for (const stop of stops.splice(0)) stop();
    },
    resumed: () => {
      rounds.closeAll('The computer slept while the question was open. IBKR may or may not hold the order.');
      reconciler.soon();
    },
  };
}

const dayMs = 86_400_000;

const isShown = (facts: IntentFacts, nowMs: number): boolean =>
  !isSettled(facts.state) || isInRound(facts.state) || nowMs - facts.changedAtMs < dayMs;

const notProven: AppError = refusal(
  'not-known-yet',
  'It is not proven yet that IBKR does not hold this order.',
  'Press "Check now" and wait: two complete order lists, two looks at the trades and two minutes are needed.',
  'It may still exist.',
);
