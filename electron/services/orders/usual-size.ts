import { add, compare, divide, type Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import type { Execution } from '../../../shared/domain/order';

/** Fewer orders than this are no habit. */
const least = 3;

/** The median size of the own orders in one contract, its fills put together; `null` where there are too few. */
export function usualSize(executions: ReadonlyArray<Execution>, conid: Conid): Decimal | null {
  const byOrder = new Map<string, Decimal>();
  for (const { conid: of, quantity, orderId, orderRef, executionId } of executions) {
    if (of !== conid || quantity === null) continue;
    const order = orderId ?? orderRef ?? executionId;
    byOrder.set(order, add(byOrder.get(order) ?? ('0' as Decimal), quantity));
  }
  const sizes = [...byOrder.values()].sort(compare);
  const [low, high] = [sizes[(sizes.length - 1) >> 1], sizes[sizes.length >> 1]];
  if (sizes.length < least || low === undefined || high === undefined) return null;
  return divide(add(low, high), '2' as Decimal, 6);
}
