import type { AccountId } from '../../../shared/domain/ids';
import type { Execution, Order } from '../../../shared/domain/order';
import type { ExecutionTable } from '../../store/executions';
import type { Clock } from '../../support/clock';
import type { Log } from '../../support/log';
import { errorCodeOf } from '../../store/database';
import { isFinished, mergeOrder } from './order-merge';
import type { OrderList, OrderRow } from './ports';

/** Broker truth as far as heard: lists, stream deltas and executions merged, by account. */
export interface OrderBookState {
  readonly ordersOf: (accountId: AccountId) => ReadonlyArray<Order>;
  readonly all: () => ReadonlyArray<Order>;
  readonly order: (orderId: string) => Order | null;
  /** Those of the days that IBKR gives. */
  readonly executionsOf: (accountId: AccountId) => ReadonlyArray<Execution>;
  /** Every one that was ever stored. */
  readonly allExecutionsOf: (accountId: AccountId, sinceMs?: number) => ReadonlyArray<Execution>;
  /** A complete list of this account was read since the session began. */
  readonly isKnown: (accountId: AccountId) => boolean;
  readonly asOfMs: (accountId: AccountId) => number | null;
  /** Returns whether all of the account's orders are known now: complete, and no row that could not be placed. */
  readonly applyList: (accountId: AccountId, list: OrderList) => boolean;
  /** Returns false when a row could not be placed: the list has to be read. */
  readonly applyRows: (rows: ReadonlyArray<OrderRow>) => boolean;
  readonly applyExecutions: (executions: ReadonlyArray<Execution>) => void;
  /** From now until the book says otherwise the order is shown as being cancelled. */
  readonly cancelAsked: (orderId: string) => void;
  readonly cancelVoid: (orderId: string) => void;
  readonly cancelAskedAt: (orderId: string) => number | null;
  /** The session ended: what is shown stays, but is no longer known to be complete. */
  readonly forgetKnown: () => void;
  /** Something that is shown beside the orders changed. */
  readonly touched: () => void;
  readonly onChange: (listener: () => void) => () => void;
}

/** IBKR gives executions of seven days; older ones are history, not book. */
const executionDaysMs = 7 * 86_400_000;
/** A cancel that IBKR took but shows no sign of after this long may be asked for again. */
const cancelPatienceMs = 60_000;

export function createOrderBook(deps: {
  readonly executions: ExecutionTable;
  readonly clock: Clock;
  readonly log: Log;
  /** Sent from here: by our client id, or as an exit of an order that was. */
  readonly isOurs: (order: Order) => boolean;
}): OrderBookState {
  const { executions, clock, log, isOurs } = deps;
  const orders = new Map<string, Order>();
  const knownSince = new Map<AccountId, number>();
  const cancels = new Map<string, { readonly atMs: number; readonly monoMs: number }>();
  const unsaved = new Map<string, Execution>();
  const cachedExecutions = new Map<AccountId, ReadonlyArray<Execution>>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };

  const merge = (row: OrderRow): boolean => {
    const known = orders.get(row.orderId) ?? null;
    const merged = mergeOrder(known, row, clock.now());
    if (merged === null) return false;
    orders.set(row.orderId, merged);
    const asked = cancels.get(row.orderId);
    const late = asked !== undefined && clock.monotonicMs() - asked.monoMs > cancelPatienceMs;
    if (isFinished(merged.phase) || late) cancels.delete(row.orderId);
    return true;
  };

  // Asked when shown, not when merged: a stream may bring an exit before the answer that makes its entry ours.
  const shown = (order: Order): Order => ({
    ...order,
    placedHere: isOurs(order),
    phase: cancels.has(order.orderId) && !isFinished(order.phase) ? 'cancelling' : order.phase,
  });

  const executionsSince = (accountId: AccountId, sinceMs: number): ReadonlyArray<Execution> => [
    ...executions.ofAccount(accountId, sinceMs),
    ...[...unsaved.values()].filter((execution) => execution.accountId === accountId),
  ];

  return {
    ordersOf: (accountId) => [...orders.values()].filter((order) => order.accountId === accountId).map(shown),
    all: () => [...orders.values()].map(shown),
    order: (orderId) => {
      const order = orders.get(orderId);
      return order === undefined ? null : shown(order);
    },
    executionsOf: (accountId) => {
      const cached = cachedExecutions.get(accountId);
      if (cached !== undefined) return cached;
      const all = executionsSince(accountId, clock.now() - executionDaysMs);
      cachedExecutions.set(accountId, all);
      return all;
    },
    allExecutionsOf: (accountId, sinceMs = 0) => executionsSince(accountId, sinceMs),
    isKnown: (accountId) => knownSince.has(accountId),
    asOfMs: (accountId) => knownSince.get(accountId) ?? null,
    applyList: (accountId, list) => {
      const placed = list.rows.map(merge).every(Boolean);
      // An order that cannot be shown: this is not all there is.
      if (!placed) knownSince.delete(accountId);
      else if (list.complete) knownSince.set(accountId, clock.now());
      changed();
      return placed && list.complete;
    },
    applyRows: (rows) => {
      const placed = rows.map(merge);
      changed();
      return placed.every(Boolean);
    },
    applyExecutions: (fresh) => {
      try {
        if (executions.save([...unsaved.values(), ...fresh]).length === 0) return;
        unsaved.clear();
      } catch (error) {
        // A full disk must not hide a fill: it is shown from memory until it can be stored.
        log.warn('orders.executions-not-stored', { code: errorCodeOf(error) });
        for (const execution of fresh) unsaved.set(execution.executionId, execution);
      }
      cachedExecutions.clear();
      changed();
    },
    cancelAsked: (orderId) => {
      cancels.set(orderId, { atMs: clock.now(), monoMs: clock.monotonicMs() });
      changed();
    },
    cancelVoid: (orderId) => {
      if (cancels.delete(orderId)) changed();
    },
    cancelAskedAt: (orderId) => cancels.get(orderId)?.monoMs ?? null,
    forgetKnown: () => {
      knownSince.clear();
      changed();
    },
    touched: changed,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
