import type { Quote } from '../market/quote';
import { incrementAt } from '../market/ticks';
import { Big, big, largest, smallest } from '../money';
import { remainingOf, type Order } from './order';

export interface Fill {
  readonly price: Big;
  readonly quantity: Big;
}

/** What one look at the market does to a working order; pure. */
export interface MatchResult {
  readonly patch: Partial<Order>;
  readonly fill: Fill | null;
}

/**
 * Triggers and trails first, then trades against the displayed side: never beyond the order's limit,
 * never more than the displayed size. `closing` is the closing price from the session's end on (MOC, LOC).
 * Auctions (MOC, LOC, OPG) fill whole.
 */
export function matchOrder(order: Order, quote: Quote, closing: number | null): MatchResult {
  const trailed = trail(order, quote);
  const triggered = order.triggered || isTriggered({ ...order, ...trailed }, quote);
  const patch: Partial<Order> = { ...trailed, ...(triggered === order.triggered ? {} : { triggered }) };
  if (!triggered) return { patch, fill: null };
  const price = executablePrice({ ...order, ...patch }, quote, closing);
  if (price === null) return { patch, fill: null };
  const displayed = big(order.side === 'BUY' ? quote.askSize : quote.bidSize);
  const quantity = smallest(
    remainingOf(order),
    order.type === 'MOC' || order.type === 'LOC' || order.timeInForce === 'OPG'
      ? remainingOf(order)
      : displayed,
  );
  return { patch, fill: quantity.gt(0) ? { price, quantity } : null };
}

/** Orders that wait for a price; every other kind counts as triggered from the start. */
export const waitsForTrigger = (order: Pick<Order, 'type'>): boolean =>
  ['STP', 'STOP_LIMIT', 'TRAIL', 'TRAILLMT', 'MIT', 'LIT'].includes(order.type);

function trail(order: Order, quote: Quote): Partial<Order> {
  if (order.trail === null || order.triggered) return {};
  const last = big(quote.last);
  const distance = order.trail.percent ? last.times(order.trail.amount).div(100) : order.trail.amount;
  const increment = big(incrementAt(order.instrument.increments, quote.last));
  const raw = order.side === 'SELL' ? last.minus(distance) : last.plus(distance);
  const stop = raw.div(increment).round(0, Big.roundHalfUp).times(increment);
  const current = order.trailStop;
  if (current === null) return { trailStop: stop };
  const better = order.side === 'SELL' ? largest(current, stop) : smallest(current, stop);
  if (better.eq(current)) return {};
  // A trailing limit keeps its distance to the stop.
  const limit = order.limit === null ? null : order.limit.plus(better.minus(current));
  return order.type === 'TRAILLMT' ? { trailStop: better, limit } : { trailStop: better };
}

function isTriggered(order: Order, quote: Quote): boolean {
  const last = big(quote.last);
  const buy = order.side === 'BUY';
  switch (order.type) {
    case 'STP':
    case 'STOP_LIMIT':
      return order.stop !== null && (buy ? last.gte(order.stop) : last.lte(order.stop));
    case 'TRAIL':
    case 'TRAILLMT':
      return order.trailStop !== null && (buy ? last.gte(order.trailStop) : last.lte(order.trailStop));
    case 'MIT':
    case 'LIT':
      return order.stop !== null && (buy ? last.lte(order.stop) : last.gte(order.stop));
    default:
      return true;
  }
}

function executablePrice(order: Order, quote: Quote, closing: number | null): Big | null {
  const touch = big(order.side === 'BUY' ? quote.ask : quote.bid);
  switch (order.type) {
    case 'MKT':
    case 'STP':
    case 'TRAIL':
    case 'MIT':
      return touch;
    case 'LMT':
    case 'STOP_LIMIT':
    case 'TRAILLMT':
    case 'LIT':
      return within(order, touch);
    case 'MIDPRICE':
      return within(order, midpoint(quote, order));
    case 'REL':
      return within(order, pegged(order, quote));
    case 'MOC':
      return closing === null ? null : big(closing);
    case 'LOC':
      return closing === null ? null : within(order, big(closing));
  }
}

const within = (order: Order, price: Big | null): Big | null =>
  price === null ||
  (order.limit !== null && (order.side === 'BUY' ? price.gt(order.limit) : price.lt(order.limit)))
    ? null
    : price;

/** Rounded to a tick away from the customer, so that a midpoint fill is never better than the midpoint. */
function midpoint(quote: Quote, order: Order): Big {
  const increment = big(incrementAt(order.instrument.increments, quote.last));
  const steps = big(quote.bid).plus(quote.ask).div(2).div(increment);
  return steps.round(0, order.side === 'BUY' ? Big.roundUp : Big.roundDown).times(increment);
}

/** Relative orders stand at their own side of the book plus the offset and trade when the market comes to them. */
function pegged(order: Order, quote: Quote): Big | null {
  const offset = order.stop ?? big(0);
  const price = order.side === 'BUY' ? big(quote.bid).plus(offset) : big(quote.ask).minus(offset);
  const reached = order.side === 'BUY' ? big(quote.last).lte(price) : big(quote.last).gte(price);
  return reached ? price : null;
}
