import {
  abs,
  add,
  compare,
  multiply,
  divide,
  negate,
  sign,
  subtract,
  sum,
  toMultiple,
  type Decimal,
} from './decimal';
import type { Instrument, OrderRules } from './instrument';
import type { OrderDraft, Side } from './order-draft';
import type { OrderEffect } from './order-preview';
import { isMasterAccount } from './allocation-words';
import { groupProblem } from './order-group';
import { exitProblems } from './exit-rules';
import { stopLimitProblem, tickProblem, type DraftProblem } from './price-rules';
import { orderTypes, takesType, type Need } from './order-types';

export { tickAt, tickSuggestions, type DraftProblem } from './price-rules';

export type RuledInstrument = Pick<Instrument, 'symbol' | 'rules' | 'routes'>;

export function draftProblems(draft: OrderDraft, instrument: RuledInstrument): ReadonlyArray<DraftProblem> {
  const { rules, symbol } = instrument;
  const needs = orderTypes[draft.orderType];
  return [
    ...quantityProblems(draft, rules, symbol),
    ...typeProblems(draft, rules, symbol),
    ...priceProblems('limitPrice', draft.limitPrice, needs.limit, draft.side, instrument),
    ...priceProblems('stopPrice', draft.stopPrice, needs.stop, draft.side, instrument),
    ...stopLimitProblems(draft),
    ...trailProblems(draft, instrument),
    ...offsetProblems(draft, instrument),
    ...exitProblems(draft, instrument),
    ...placeProblems(draft, instrument),
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

/**
 * The least that can be ordered. IBKR's `sizeIncrement` is what its own ticket steps by — 100 for stocks that trade
 * singly — so from one upwards it limits nothing; parts of a unit only where the rules list the type for them.
 */
export function leastQuantity(rules: OrderRules, type: OrderDraft['orderType']): Decimal {
  if (sign(rules.sizeIncrement) > 0 && compare(rules.sizeIncrement, one) < 0) return rules.sizeIncrement;
  const inParts = rules.fractionTypes.length > 0 && takesType(rules.fractionTypes, type);
  return inParts && rules.fractionDigits > 0
    ? (`0.${'0'.repeat(rules.fractionDigits - 1)}1` as Decimal)
    : one;
}

function quantityProblems(draft: OrderDraft, rules: OrderRules, symbol: string): DraftProblem[] {
  const { quantity } = draft;
  if (sign(quantity) <= 0)
    return [{ field: 'quantity', message: 'The quantity must be greater than zero.', suggestions: [] }];
  const step = leastQuantity(rules, draft.orderType);
  const below = toMultiple(quantity, step, 'down');
  const above = toMultiple(quantity, step, 'up');
  if (compare(below, above) === 0) return [];
  const suggestions = [below, above].filter((value) => sign(value) > 0);
  const message =
    compare(step, one) === 0
      ? `IBKR takes ${symbol} in whole units only.`
      : `${symbol} is ordered in steps of ${step}.`;
  return [{ field: 'quantity', message, suggestions }];
}

/** Where it is sent, who works it and who gets it. */
function placeProblems(draft: OrderDraft, { symbol, rules, routes }: RuledInstrument): DraftProblem[] {
  const { route = null, algo = null, allocation = null, orderType } = draft;
  const problems: DraftProblem[] = [];
  const say = (field: DraftProblem['field'], message: string) =>
    problems.push({ field, message, suggestions: [] });
  if (route !== null && !routes.includes(route)) say('route', `${symbol} cannot be sent to ${route}.`);
  if (algo !== null && !(rules.algoTypes.length > 0 && takesType(rules.algoTypes, orderType)))
    say('algo', `IBKR’s algorithms do not work ${orderTypes[orderType].name} orders for ${symbol}.`);
  if (algo !== null && route !== null && route !== routes[0])
    say('route', 'An algorithm chooses the venue itself: leave the route to IBKR.');
  if (algo !== null && exitsOf(draft) > 0) say('algo', 'Exits cannot be attached to an algorithm’s order.');
  const grouped = groupProblem(draft);
  if (grouped !== null) say('orderType', grouped);
  if (allocation !== null && !isMasterAccount(draft.accountId))
    say('allocation', 'An allocated order is placed from the advisor’s own account (F…): choose it first.');
  if (allocation?.kind === 'shares') {
    const total = sum(allocation.shares.map(({ quantity }) => quantity));
    if (allocation.shares.some(({ quantity }) => sign(quantity) <= 0))
      say('allocation', 'Each account of the allocation gets more than nothing.');
    else if (total === null || compare(total, draft.quantity) !== 0)
      say('allocation', `The shares add up to ${total ?? '?'}, the order is for ${draft.quantity}.`);
    if (new Set(allocation.shares.map(({ accountId }) => accountId)).size < allocation.shares.length)
      say('allocation', 'An account is named twice.');
  }
  return problems;
}

const exitsOf = ({ takeProfit = null, stopLoss = null }: OrderDraft) =>
  (takeProfit === null ? 0 : 1) + (stopLoss === null ? 0 : 1);
const one = '1' as Decimal;

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
