import {
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  sign,
  toFixed,
  toMultiple,
} from '../../../shared/domain/decimal';
import type { OrderRules } from '../../../shared/domain/instrument';
import type { Side } from '../../../shared/domain/order-draft';
import type { Quote } from '../../../shared/domain/quote';
import { tickAt } from '../../../shared/domain/order-rules';

/** One press of an arrow key: the next valid price, by the tick of the price it lands on. */
export function stepped(price: Decimal, steps: number, rules: OrderRules): Decimal {
  const tick = tickAt(price, rules.tickRules);
  if (tick === null || sign(tick) <= 0) return price;
  const towards = steps > 0 ? 'down' : 'up';
  const moved = add(toMultiple(price, tick, towards), multiply(tick, String(steps) as Decimal));
  if (sign(price) > 0 && sign(moved) <= 0) return price;
  const landing = tickAt(moved, rules.tickRules) ?? tick;
  const valid = compare(landing, tick) === 0 ? moved : toMultiple(moved, landing, towards);
  return toFixed(valid, rules.priceDigits);
}

/** Halfway between bid and ask on a valid tick, rounded to the user's side. */
export function midPrice(
  bid: Decimal | null,
  ask: Decimal | null,
  side: Side,
  rules: OrderRules,
): Decimal | null {
  if (bid === null || ask === null) return null;
  const middle = divide(add(bid, ask), '2' as Decimal);
  const tick = middle === null ? null : tickAt(middle, rules.tickRules);
  if (middle === null || tick === null || sign(tick) <= 0) return null;
  return toFixed(toMultiple(middle, tick, side === 'BUY' ? 'down' : 'up'), rules.priceDigits);
}

/** What the keys b, m and a put into a price field. */
export const marketKeys = (quote: Quote | null, side: Side, rules: OrderRules | undefined) => ({
  b: quote?.bid ?? null,
  m: rules === undefined ? null : midPrice(quote?.bid ?? null, quote?.ask ?? null, side, rules),
  a: quote?.ask ?? null,
});

/** One step of quantity; it stops at nothing. */
export function steppedQuantity(quantity: Decimal, steps: number, increment: Decimal): Decimal {
  const moved = add(quantity, multiply(increment, String(steps) as Decimal));
  return sign(moved) <= 0 ? quantity : moved;
}
