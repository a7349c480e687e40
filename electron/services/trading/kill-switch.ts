import type { AccountId, OrderId } from '../../../shared/domain/ids';
import type { Intent } from '../../../shared/domain/intent';
import type { Order } from '../../../shared/domain/order';
import type { KillState } from '../../../shared/domain/trading';
import type { Clock } from '../../support/clock';
import { isInRound, isUncertain } from '../orders/intent-facts';
import { isFinished } from '../orders/order-merge';
import type { OrderService } from '../orders/order-service';
import type { OrderAccounts, OrderSession } from '../orders/ports';

export type KillScope = 'placed-here' | 'all';

export interface KillSwitchDeps {
  readonly orders: Pick<OrderService, 'bookOf' | 'watch' | 'cancel' | 'closeRounds' | 'sentSince'>;
  readonly accounts: OrderAccounts;
  readonly session: OrderSession;
  readonly clock: Clock;
}

/** An order may still come of it. */
const isUndecided = ({ state }: Pick<Intent, 'state'>): boolean => isInRound(state) || isUncertain(state);

const lookEveryMs = 2_000;
/** A cancel without visible effect is asked again after this long. */
const againMs = 15_000;

/**
 * What follows the latch: every working order is cancelled by its id, and the book decides what counts as
 * cancelled. Goes on while something works or IBKR cannot be reached. Source: ORDER_SAFETY §11.
 */
export function createKillSwitch({ orders, accounts, session, clock }: KillSwitchDeps, changed: () => void) {
  let progress: KillState['cancelling'] = null;
  let stopTimer: () => void = () => undefined;
  let run = 0;
  const watching = new Map<AccountId, () => void>();

  const report = (targets: ReadonlyMap<OrderId, AccountId>, complete: boolean) => {
    const found = [...targets].map(([orderId, accountId]) =>
      orders.bookOf(accountId).orders.find((order) => order.orderId === orderId),
    );
    const count = (phase: Order['phase']) => found.filter((order) => order?.phase === phase).length;
    const confirmed = count('cancelled') + count('rejected');
    const filled = count('filled');
    const total = targets.size;
    const rest = total - confirmed - filled;
    const sentence = [
      total === 0 && complete ? 'No working orders.' : `${confirmed} of ${total} confirmed cancelled.`,
      filled > 0 ? `${filled} filled before.` : null,
      rest > 0 ? `${rest} not confirmed yet: may still fill.` : null,
      complete ? null : 'Not everything is known yet: there may be more. Portico goes on trying.',
    ].filter((part) => part !== null);
    const next = { confirmed, total, running: rest > 0 || !complete, sentence: sentence.join(' ') };
    if (JSON.stringify(next) === JSON.stringify(progress)) return;
    progress = next;
    changed();
  };

  const start = (scope: KillScope) => {
    orders.closeRounds(
      'You pressed the kill switch, so no answer was sent. IBKR may or may not hold the order.',
    );
    const own = ++run;
    const targets = new Map<OrderId, AccountId>();
    const askedAt = new Map<OrderId, number>();

    const step = async (): Promise<void> => {
      const listed = session.current().status === 'ready' ? await accounts.list() : null;
      if (own !== run) return;
      const ids =
        listed?.ok === true ? listed.value.map((account) => account.accountId) : [...watching.keys()];
      for (const id of ids)
        if (!watching.has(id))
          watching.set(
            id,
            orders.watch({ accountId: id }, () => undefined),
          );
      const books = ids.map((id) => orders.bookOf(id));
      for (const order of books.flatMap((book) => book.orders))
        if (!isFinished(order.phase) && (scope === 'all' || order.placedHere))
          targets.set(order.orderId, order.accountId);
      const complete =
        listed?.ok === true && books.every((book) => book.known && !book.intents.some(isUndecided));
      report(targets, complete);
      for (const [orderId, accountId] of targets) {
        const order = orders.bookOf(accountId).orders.find((candidate) => candidate.orderId === orderId);
        const due = clock.monotonicMs() - (askedAt.get(orderId) ?? Number.NEGATIVE_INFINITY) >= againMs;
        if (order === undefined || isFinished(order.phase) || !due || listed?.ok !== true) continue;
        askedAt.set(orderId, clock.monotonicMs());
        await orders.cancel({ accountId, orderId });
        if (own !== run) return;
      }
      report(targets, complete);
      if (progress?.running !== false) stopTimer = clock.after(lookEveryMs, () => void step());
    };
    report(targets, false);
    void step();
  };

  const stop = () => {
    run += 1;
    stopTimer();
    for (const end of watching.values()) end();
    watching.clear();
  };
  return {
    start,
    progress: () => progress,
    /** Released or ended: nothing more is cancelled. */
    stop: () => {
      stop();
      progress = null;
    },
  };
}
