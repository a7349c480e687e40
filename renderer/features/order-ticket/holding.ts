import { type Decimal, sum } from '../../../shared/domain/decimal';
import type { Conid, OrderId } from '../../../shared/domain/ids';
import type { Order, OrderBook, OrderPhase } from '../../../shared/domain/order';
import type { Side } from '../../../shared/domain/order-draft';
import type { Holding } from '../../../shared/domain/order-rules';
import type { PositionList } from '../../../shared/domain/portfolio';
import type { Position } from '../../../shared/domain/position';

const zero = '0' as Decimal;
const openPhases: ReadonlySet<OrderPhase> = new Set(['pending', 'working', 'partial', 'cancelling']);

export const positionIn = (list: PositionList | undefined, conid: Conid): Position | undefined =>
  list?.positions.find((position) => position.conid === conid);

export const workingOn = (book: OrderBook | undefined, conid: Conid): ReadonlyArray<Order> =>
  book?.orders.filter((order) => order.conid === conid && openPhases.has(order.phase)) ?? [];

/** What is held and already on its way; `null` where positions or orders are not completely known. */
export function holdingOf(
  list: PositionList | undefined,
  book: OrderBook | undefined,
  conid: Conid,
  side: Side,
  except: OrderId | null,
): Holding | null {
  if (list?.complete !== true || book?.known !== true) return null;
  const sameSide = workingOn(book, conid).filter((order) => order.side === side && order.orderId !== except);
  const workingSameSide = sum(sameSide.map((order) => order.remaining));
  if (workingSameSide === null) return null;
  return { position: positionIn(list, conid)?.quantity ?? zero, workingSameSide };
}
