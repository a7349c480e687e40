import { abs, compare, sign, toMultiple, type Decimal } from './decimal';
import type { Instrument, TickRule } from './instrument';
import type { Side } from './order-draft';

/**
 * What makes an order well-formed, said the same way in the ticket and in main; main's answer wins.
 * Nothing here alters what was typed: a wrong price gets suggestions, never a correction.
 */
export interface DraftProblem {
  readonly field:
    | ('quantity' | 'orderType' | 'limitPrice' | 'stopPrice' | 'tif' | 'outsideRth')
    | ('trail' | 'offset' | 'takeProfit' | 'stopLoss' | 'route' | 'algo' | 'allocation');
  /** Which of the algorithm's values. */
  readonly part?: string;
  /** Without the suggestions: the ticket draws them as buttons. */
  readonly message: string;
  /** Valid values near the one typed, the one kinder to the user first. */
  readonly suggestions: ReadonlyArray<Decimal>;
}

/** The step at this price: the rule with the greatest lower edge not above it. */
export function tickAt(price: Decimal, tickRules: ReadonlyArray<TickRule>): Decimal | null {
  const sorted = [...tickRules].sort((a, b) => compare(a.lowerEdge, b.lowerEdge));
  const fitting = sorted.filter((rule) => compare(rule.lowerEdge, abs(price)) <= 0);
  return (fitting[fitting.length - 1] ?? sorted[0])?.increment ?? null;
}

/** Valid prices around one that is between two steps; empty when it is valid or no step is known. */
export function tickSuggestions(
  price: Decimal,
  tickRules: ReadonlyArray<TickRule>,
  side: Side,
): ReadonlyArray<Decimal> {
  const tick = tickAt(price, tickRules);
  if (tick === null || sign(tick) <= 0) return [];
  const below = toMultiple(price, tick, 'down');
  const above = toMultiple(price, tick, 'up');
  if (compare(below, above) === 0) return [];
  // The safe side first: a buyer pays less, a seller asks more.
  return side === 'BUY' ? [below, above] : [above, below];
}

/** What is wrong with one price by itself: zero, or between two steps. */
export function tickProblem(
  field: DraftProblem['field'],
  name: string,
  price: Decimal,
  side: Side,
  { symbol, rules }: Pick<Instrument, 'symbol' | 'rules'>,
): DraftProblem[] {
  if (sign(price) === 0) return [{ field, message: `The ${name} must not be zero.`, suggestions: [] }];
  const suggestions = tickSuggestions(price, rules.tickRules, side);
  if (suggestions.length === 0) return [];
  const tick = tickAt(price, rules.tickRules);
  return [{ field, message: `${symbol} trades in ${tick} steps here.`, suggestions }];
}

/** An order that becomes a limit order at its stop must be able to fill there. */
export function stopLimitProblem(side: Side, limitPrice: Decimal, stopPrice: Decimal): string | null {
  const order = compare(limitPrice, stopPrice);
  if (side === 'BUY' ? order >= 0 : order <= 0) return null;
  return side === 'BUY'
    ? 'A buy stop-limit needs its limit at or above its stop, or it cannot fill once triggered.'
    : 'A sell stop-limit needs its limit at or below its stop, or it cannot fill once triggered.';
}
