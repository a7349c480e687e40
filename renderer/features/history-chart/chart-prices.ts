import {
  abs,
  compare,
  decimal,
  type Decimal,
  divide,
  multiply,
  subtract,
  toFixed,
  toMultiple,
} from '../../../shared/domain/decimal';
import type { OrderRules } from '../../../shared/domain/instrument';
import { tickAt } from '../../../shared/domain/price-rules';

/** A height on the chart as a price that can be traded: the nearest tick. Pixels are no money until they pass here. */
export function tradablePrice(chartPrice: number, rules: OrderRules): Decimal {
  // Two digits more than a price has, so that the rounding to the tick decides and not this one.
  const exact = decimal(chartPrice.toFixed(Math.min(rules.priceDigits + 2, 12)));
  const tick = tickAt(exact, rules.tickRules);
  if (tick === null || compare(tick, '0' as Decimal) <= 0) return toFixed(exact, rules.priceDigits);
  const below = toMultiple(exact, tick, 'down');
  const above = toMultiple(exact, tick, 'up');
  const nearest = compare(abs(subtract(exact, below)), abs(subtract(above, exact))) <= 0 ? below : above;
  return toFixed(nearest, rules.priceDigits);
}

/** One press of an arrow key on a price: the next tick. */
export function tickStep(price: Decimal, steps: number, rules: OrderRules): Decimal {
  const tick = tickAt(price, rules.tickRules);
  return tick === null
    ? price
    : toFixed(subtract(price, multiply(tick, decimal(String(-steps)))), rules.priceDigits);
}

/** From one price to another in percent of the first; `null` from zero. */
export const percentBetween = (from: Decimal, to: Decimal): Decimal | null =>
  divide(multiply(subtract(to, from), decimal('100')), from, 2);
