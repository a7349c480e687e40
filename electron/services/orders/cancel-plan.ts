import { randomBytes } from 'node:crypto';
import type { AppError } from '../../../shared/app-error';
import type { AccountId, OrderId } from '../../../shared/domain/ids';
import type { Order } from '../../../shared/domain/order';
import type { CancelPlan, CancelReport } from '../../../shared/domain/order-cancel';
import { orderTypeOf } from '../../../shared/domain/order-types';
import { err, ok, type Result } from '../../../shared/result';
import type { Cancelled } from './cancel';
import type { OrderContext } from './order-context';
import { isFinished } from './order-merge';
import { previewNeeded, refusal } from './refusals';

export interface CancelPlanRequest {
  readonly accountId: AccountId;
  /** `null`: all working orders of the account. */
  readonly orderIds: ReadonlyArray<OrderId> | null;
  readonly includeProtective: boolean;
}

const planLifeMs = 30_000;
const everythingWord = 'CANCEL ALL';

/** Cancels several orders as the human saw them listed: one request per order, never IBKR's "all" (−1). */
export function createCancelPlans(
  context: OrderContext,
  cancel: (accountId: AccountId, orderId: OrderId) => Promise<Cancelled>,
) {
  const { book, session, clock } = context;
  let kept: { readonly plan: CancelPlan; readonly untilMonoMs: number } | null = null;

  const plan = ({
    accountId,
    orderIds,
    includeProtective,
  }: CancelPlanRequest): Result<CancelPlan, AppError> => {
    // An order that is named one by one is known; only "all" needs the whole list.
    if (orderIds === null && !book.isKnown(accountId))
      return err(
        refusal(
          'not-known-yet',
          'IBKR has not given a complete order list yet.',
          'Wait a moment and try again.',
        ),
      );
    const working = book.ordersOf(accountId).filter((order) => !isFinished(order.phase));
    const wanted = orderIds === null ? working : working.filter((order) => orderIds.includes(order.orderId));
    if (wanted.length === 0)
      return err(refusal('blocked', 'There is no such working order.', 'Look at the order list.'));
    // Who names an order one by one means it; "all" spares what limits a loss.
    const spared = orderIds === null && !includeProtective;
    const keeps = wanted.filter((order) => spared && isProtective(order));
    const cancels = wanted.filter((order) => !keeps.includes(order));
    const protectiveToo = orderIds === null && cancels.some(isProtective);
    const count = `${cancels.length} working ${cancels.length === 1 ? 'order' : 'orders'}`;
    const symbols = [...new Set(cancels.map((order) => order.symbol))].join(', ');
    const made: CancelPlan = {
      planToken: randomBytes(24).toString('base64url'),
      expiresAtMs: clock.now() + planLifeMs,
      accountId,
      cancels: cancels.map(lineOf),
      keeps: keeps.map((order) => ({
        ...lineOf(order),
        reason: 'Limits a loss: stays unless you include it.',
      })),
      sentence: [
        `Cancel ${count} on ${accountId} (${session.current().mode.toUpperCase()})${symbols === '' ? '' : `: ${symbols}`}.`,
        keeps.length > 0 ? `${protectiveWords(keeps.length)} would stay.` : null,
        protectiveToo
          ? `${protectiveWords(cancels.filter(isProtective).length)} would be cancelled too.`
          : null,
      ]
        .filter((part) => part !== null)
        .join(' '),
      actionLabel: `Cancel ${cancels.length} ${cancels.length === 1 ? 'order' : 'orders'}`,
      typeToConfirm: protectiveToo ? everythingWord : null,
    };
    kept = { plan: made, untilMonoMs: clock.monotonicMs() + planLifeMs };
    return ok(made);
  };

  const run = async (planToken: string, typed: string): Promise<Result<CancelReport, AppError>> => {
    const found = kept?.plan.planToken === planToken ? kept : null;
    if (found === null || clock.monotonicMs() > found.untilMonoMs)
      return err(previewNeeded('This list of orders is too old, or was made anew.'));
    const { typeToConfirm, accountId, cancels } = found.plan;
    if (typeToConfirm !== null && typed.trim().toUpperCase() !== typeToConfirm)
      return err(
        refusal('invalid-input', `Type ${typeToConfirm} to cancel these orders.`, 'Type the words.'),
      );
    kept = null;
    const lines: CancelReport['lines'] = [];
    for (const { orderId } of cancels) lines.push(reportOf(orderId, await cancel(accountId, orderId)));
    const asked = lines.filter(({ outcome }) => outcome === 'asked').length;
    const unknown = lines.filter(({ outcome }) => outcome === 'unknown').length;
    const rest = lines.length - asked - unknown;
    const sentence = [
      `${asked} of ${lines.length} cancels asked for.`,
      unknown > 0 ? `Of ${unknown} it is not known whether IBKR received them.` : null,
      rest > 0 ? `${rest} not sent or refused.` : null,
    ].filter((part) => part !== null);
    return ok({ asked, lines, sentence: sentence.join(' ') });
  };
  return { plan, run };
}

/** An order that limits a loss: a stop of any kind, or an exit attached to an entry. */
const stops: ReadonlySet<string> = new Set(['STP', 'STOP_LIMIT', 'TRAIL', 'TRAILLMT']);
const isProtective = (order: Order): boolean =>
  order.parentOrderId != null || stops.has(orderTypeOf(order.orderType) ?? '');

const protectiveWords = (count: number) =>
  count === 1 ? '1 protective order' : `${count} protective orders`;

function lineOf(order: Order) {
  const prices = [order.limitPrice, order.stopPrice === null ? null : `stop ${order.stopPrice}`];
  const words = [order.side, order.quantity, order.symbol, order.orderType, ...prices];
  const sentence = words.filter((word) => word !== null && word !== '').join(' ');
  const partly = order.filled !== null && !/^0(\.0*)?$/.test(order.filled);
  return {
    orderId: order.orderId,
    sentence: partly ? `${sentence}, ${order.filled ?? ''} of ${order.quantity ?? '?'} filled` : sentence,
    protective: isProtective(order),
  };
}

function reportOf(orderId: OrderId, result: Cancelled): CancelReport['lines'][number] {
  if (result.ok) return { orderId, outcome: 'asked', text: 'Asked for; IBKR decides.' };
  const { code, message } = result.error;
  const outcome =
    code === 'outcome-unknown'
      ? 'unknown'
      : code === 'rejected' || code === 'blocked'
        ? 'refused'
        : 'not-sent';
  return { orderId, outcome, text: message };
}
