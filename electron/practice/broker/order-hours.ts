import type { PracticeClock } from '../clock';
import type { Session } from '../market/calendar';
import type { Market } from '../market/market';
import type { Order } from './order';

/** When an order may trade, and when its time is over. */
export function createOrderHours(market: Market, clock: PracticeClock) {
  const canTrade = (order: Order): boolean => {
    const state = market.calendarOf(order.instrument).state(clock.now());
    if (order.type === 'MOC' || order.type === 'LOC')
      return clock.now() >= closeOf(order).closeMs || state === 'regular';
    // At the open only, and only an open that comes after the order.
    if (order.timeInForce === 'OPG')
      return (
        state === 'regular' &&
        market.calendarOf(order.instrument).sessionAt(clock.now()).openMs > order.createdMs
      );
    const extended = order.outsideRth && (state === 'pre' || state === 'after');
    if (order.timeInForce === 'OVT' && overnightOf(order) !== null) return state === 'overnight';
    if (order.timeInForce === 'OND' && state === 'overnight') return true;
    return state === 'regular' || extended;
  };
  const overnightOf = (order: Order) => market.calendarOf(order.instrument).overnightAt(clock.now());

  /** The session whose close an order is for: the one it was placed in, or the next when that was over. */
  const closeOf = (order: Order): Session => {
    const calendar = market.calendarOf(order.instrument);
    const session = calendar.sessionAt(order.createdMs);
    return order.createdMs < session.closeMs ? session : calendar.sessionAt(clock.now());
  };

  /** What MOC and LOC trade at: the last price of the regular session, once it is over. */
  const closingPrice = (order: Order): number | null => {
    if (order.type !== 'MOC' && order.type !== 'LOC') return null;
    const { closeMs } = closeOf(order);
    return order.createdMs < closeMs && clock.now() >= closeMs
      ? market.quote(order.instrument, closeMs - 1).last
      : null;
  };

  /** Why an order ends now with its session, or null. */
  const expiredBy = (order: Order): string | null => {
    if (order.timeInForce === 'GTC' || order.timeInForce === 'OPG') return null;
    const calendar = market.calendarOf(order.instrument);
    const night = overnightOf(order);
    if (night !== null && (order.timeInForce === 'OVT' || order.timeInForce === 'OND')) {
      const overMs = order.timeInForce === 'OVT' ? night.closeMs : night.session.closeMs;
      return clock.now() >= overMs && order.createdMs < night.closeMs ? 'Overnight order expired' : null;
    }
    const session = calendar.sessionAt(order.createdMs);
    const endMs =
      order.createdMs < session.closeMs || !order.outsideRth ? session.closeMs : session.afterCloseMs;
    // Placed while the venue was closed: good for the next session.
    const lastMs = order.createdMs >= endMs ? calendar.sessionAt(clock.now()).closeMs : endMs;
    return clock.now() >= lastMs && order.createdMs < lastMs ? 'Day order expired' : null;
  };

  return { canTrade, closingPrice, expiredBy };
}
