import { compare, sum } from '../../../shared/domain/decimal';
import type { Execution, Order } from '../../../shared/domain/order';
import type { OrderAlarm } from '../../../shared/domain/order-alarm';
import { clockTime } from './time-of-day';

/** Orders that filled more than they asked for, by IBKR's own count or by the fills. Source: ORDER_SAFETY §13.10. */
export const overFills = (
  orders: ReadonlyArray<Order>,
  executions: ReadonlyArray<Execution>,
): ReadonlyArray<OrderAlarm> => {
  const byOrder = new Map<string, Execution[]>();
  for (const execution of executions)
    if (execution.orderId !== null)
      byOrder.set(execution.orderId, [...(byOrder.get(execution.orderId) ?? []), execution]);
  return orders.flatMap((order) => {
    const { quantity, orderId, filled, symbol, conid } = order;
    if (quantity === null) return [];
    const fills = byOrder.get(orderId) ?? [];
    const added = sum(fills.map((fill) => fill.quantity));
    const counts = [filled, fills.length === 0 ? null : added].filter((count) => count !== null);
    const most = counts.sort((a, b) => compare(b, a))[0];
    if (most === undefined || compare(most, quantity) <= 0) return [];
    return [
      {
        ...{ alarmId: `over-fill:${orderId}:${most}`, kind: 'over-fill', conid, symbol },
        text: `Order ${orderId} asked for ${quantity} ${symbol}, but ${most} are filled. Your position is larger than you ordered: look at IBKR and call its trade desk before you trade ${symbol} again.`,
        evidence: [
          `IBKR’s order list says ${filled ?? '?'} of ${quantity} filled.`,
          ...fills.map(
            ({ timeMs, quantity: size, price, executionId }) =>
              `${clockTime(timeMs)} fill ${size ?? '?'} at ${price ?? '?'} (${executionId}).`,
          ),
        ],
        sinceMs: order.updatedMs,
      },
    ];
  });
};
