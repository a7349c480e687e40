import {
  abs,
  add,
  compare,
  multiply,
  divide,
  negate,
  sign,
  subtract,
  toMultiple,
  type Decimal,
} from './decimal';
import type { Instrument, OrderRules } from './instrument';
import type { OrderDraft, OrderEffect, Side } from './order';
import { exitProblems } from './exit-rules';
import { stopLimitProblem, tickProblem, type DraftProblem } from './price-rules';
import { orderTypes, takesType, type Need } from './order-types';

export { tickAt, tickSuggestions, type DraftProblem } from './price-rules';

export function draftProblems(
  draft: OrderDraft,
  instrument: Pick<Instrument, 'symbol' | 'rules'>,
): ReadonlyArray<DraftProblem> {
  const { rules, symbol } = instrument;
  const needs = orderTypes[draft.orderType];
  return [
    ...quantityProblems(draft.quantity, rules, symbol),
    ...typeProblems(draft, rules, symbol),
    ...priceProblems('limitPrice', draft.limitPrice, needs.limit, draft.side, instrument),
    ...priceProblems('stopPrice', draft.stopPrice, needs.stop, draft.side, instrument),
    ...stopLimitProblems(draft),
    ...trailProblems(draft, instrument),
    ...offsetProblems(draft, instrument),
    ...exitProblems(draft, instrument),
  ];
}

export interface Holding {
  readonly position: Decimal;
  /** Unfilled quantity of working orders on the same side as the new one. */
  readonly workingSameSide: Decimal;
}

/** What the order does to the position once it and the working orders on its side are filled. */
export function effectOf(side: Side, quantity: Decimal, holding: Holding | null): OrderEffect {
  if (holding === null) return 'unknown';
  const { position, workingSameSide } = holding;
  if (sign(position) === 0) return 'opens';
  if (sign(position) === (side === 'BUY' ? 1 : -1)) return 'adds';
  switch (compare(add(quantity, workingSameSide), abs(position))) {
    case -1:
      return 'reduces';
    case 0:
      return 'closes';
    case 1:
      return 'flips';
  }
}

export const signedQuantity = (side: Side, quantity: Decimal): Decimal =>
  side === 'BUY' ? quantity : negate(quantity);

/** Quantity × price × multiplier, in units of currency; `null` where no price is known. */
export function notionalOf(
  quantity: Decimal,
  price: Decimal | null,
  { multiplier, priceMagnifier }: Pick<Instrument, 'multiplier' | 'priceMagnifier'>,
): Decimal | null {
  if (price === null) return null;
  const gross = multiply(multiply(quantity, abs(price)), multiplier ?? ('1' as Decimal));
  return compare(priceMagnifier, '1' as Decimal) === 0 ? gross : divide(gross, priceMagnifier);
}

/**
 * How far a price is from the market, in percent, counted towards the side that costs the user: positive when a
 * buyer pays above, or a seller asks below, the reference.
 */
export function aggressivePercent(side: Side, price: Decimal, reference: Decimal): Decimal | null {
  const distance = divide(multiply(subtract(price, reference), '100' as Decimal), abs(reference), 4);
  return distance === null || side === 'BUY' ? distance : negate(distance);
}

function quantityProblems(quantity: Decimal, rules: OrderRules, symbol: string): DraftProblem[] {
  if (sign(quantity) <= 0)
    return [{ field: 'quantity', message: 'The quantity must be greater than zero.', suggestions: [] }];
  const step = rules.sizeIncrement;
  if (sign(step) <= 0) return [];
  const below = toMultiple(quantity, step, 'down');
  const above = toMultiple(quantity, step, 'up');
  if (compare(below, above) === 0) return [];
  const suggestions = [below, above].filter((value) => sign(value) > 0);
  return [
    {
      field: 'quantity',
      message: `${symbol} is ordered in steps of ${step}.`,
      suggestions,
    },
  ];
}

function typeProblems(draft: OrderDraft, rules: OrderRules, symbol: string): DraftProblem[] {
  const problem = (field: DraftProblem['field'], message: string) => ({ field, message, suggestions: [] });
  const problems: DraftProblem[] = [];
  const { name, dayOnly } = orderTypes[draft.orderType];
  if (!takesType(rules.orderTypes, draft.orderType))
    problems.push(problem('orderType', `IBKR does not take ${name} orders for ${symbol}.`));
  if (draft.outsideRth && !takesType(rules.orderTypesOutside, draft.orderType))
    problems.push(problem('outsideRth', `${capital(name)} orders for ${symbol} only run in regular hours.`));
  if (dayOnly && draft.tif !== 'DAY')
    problems.push(problem('tif', `A ${name} order is for today's close: its time in force is Day.`));
  if (!listed(rules.tifs.map(tifName), [draft.tif]))
    problems.push(problem('tif', `IBKR does not take "${draft.tif}" for ${symbol}.`));
  return problems;
}

function priceProblems(
  field: 'limitPrice' | 'stopPrice',
  price: Decimal | null,
  need: Need,
  side: Side,
  instrument: Pick<Instrument, 'symbol' | 'rules'>,
): DraftProblem[] {
  const name = field === 'limitPrice' ? 'limit price' : 'stop price';
  if (need === 'none')
    return price === null ? [] : [{ field, message: `This order type takes no ${name}.`, suggestions: [] }];
  if (price === null)
    return need === 'optional' ? [] : [{ field, message: `A ${name} is needed.`, suggestions: [] }];
  return tickProblem(field, name, price, side, instrument);
}

function stopLimitProblems({ orderType, side, limitPrice, stopPrice }: OrderDraft): DraftProblem[] {
  const follows = orderType === 'STOP_LIMIT' || orderType === 'TRAILLMT';
  if (!follows || limitPrice === null || stopPrice === null) return [];
  const message = stopLimitProblem(side, limitPrice, stopPrice);
  return message === null ? [] : [{ field: 'limitPrice', message, suggestions: [] }];
}

function trailProblems(draft: OrderDraft, instrument: Pick<Instrument, 'symbol' | 'rules'>): DraftProblem[] {
  const { trail = null, side } = draft;
  const problem = (message: string) => [{ field: 'trail' as const, message, suggestions: [] }];
  if (!orderTypes[draft.orderType].trail)
    return trail === null ? [] : problem('This order type does not trail.');
  if (trail === null) return problem('A trailing amount or percentage is needed.');
  if (sign(trail.value) <= 0) return problem('The trailing distance must be greater than zero.');
  if (trail.unit === 'amount') return tickProblem('trail', 'trailing amount', trail.value, side, instrument);
  // Bounds of ORDER_ENTRY §3: below, it triggers at once; above, it is a slip of the finger.
  return compare(trail.value, '0.1' as Decimal) < 0 || compare(trail.value, '50' as Decimal) > 0
    ? problem('A trailing percentage lies between 0.1 and 50.')
    : [];
}

function offsetProblems(draft: OrderDraft, instrument: Pick<Instrument, 'symbol' | 'rules'>): DraftProblem[] {
  const { offset = null, side } = draft;
  const problem = (message: string) => [{ field: 'offset' as const, message, suggestions: [] }];
  if (!orderTypes[draft.orderType].offset)
    return offset === null ? [] : problem('This order type takes no offset.');
  if (offset === null) return problem('An offset is needed; zero follows the best price itself.');
  if (sign(offset) < 0) return problem('The offset must not be below zero.');
  return sign(offset) === 0 ? [] : tickProblem('offset', 'offset', offset, side, instrument);
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/** An empty list says nothing, so it forbids nothing: IBKR decides. */
const listed = (allowed: ReadonlyArray<string>, words: ReadonlyArray<string>) =>
  allowed.length === 0 || allowed.some((entry) => words.some((word) => plain(entry) === plain(word)));

// "IOC/MARKET,LIMIT", "GTC/o,a": what follows the slash are flags we do not read. ORDER_ENTRY §3.1.
const tifName = (entry: string) => entry.split('/')[0] ?? entry;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
