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
import type { Instrument, OrderRules, TickRule } from './instrument';
import type { OrderDraft, OrderEffect, OrderType, Side } from './order';

/**
 * What makes an order well-formed, said the same way in the ticket and in main; main's answer wins.
 * Nothing here alters what was typed: a wrong price gets suggestions, never a correction.
 */
export interface DraftProblem {
  readonly field: 'quantity' | 'orderType' | 'limitPrice' | 'stopPrice' | 'tif' | 'outsideRth';
  /** Without the suggestions: the ticket draws them as buttons. */
  readonly message: string;
  /** Valid values near the one typed, the one kinder to the user first. */
  readonly suggestions: ReadonlyArray<Decimal>;
}

/** Which prices a type takes. `price` on the wire is the stop for STP — GATEWAY_FACTS §6.1, read 2026-11. */
export const pricesOf: Readonly<Record<OrderType, { readonly limit: boolean; readonly stop: boolean }>> = {
  MKT: { limit: false, stop: false },
  LMT: { limit: true, stop: false },
  STP: { limit: false, stop: true },
  STOP_LIMIT: { limit: true, stop: true },
};

export function draftProblems(
  draft: OrderDraft,
  instrument: Pick<Instrument, 'symbol' | 'rules'>,
): ReadonlyArray<DraftProblem> {
  const { rules, symbol } = instrument;
  const needs = pricesOf[draft.orderType];
  return [
    ...quantityProblems(draft.quantity, rules, symbol),
    ...typeProblems(draft, rules, symbol),
    ...priceProblems('limitPrice', draft.limitPrice, needs.limit, draft.side, instrument),
    ...priceProblems('stopPrice', draft.stopPrice, needs.stop, draft.side, instrument),
    ...stopLimitProblems(draft),
  ];
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
  if (!listed(rules.orderTypes, typeWords[draft.orderType]))
    problems.push(
      problem('orderType', `IBKR does not take ${typeNames[draft.orderType]} orders for ${symbol}.`),
    );
  if (draft.outsideRth && !listed(rules.orderTypesOutside, typeWords[draft.orderType]))
    problems.push(
      problem(
        'outsideRth',
        `${capital(typeNames[draft.orderType])} orders for ${symbol} only run in regular hours.`,
      ),
    );
  if (!listed(rules.tifs.map(tifName), [draft.tif]))
    problems.push(problem('tif', `IBKR does not take "${draft.tif}" for ${symbol}.`));
  return problems;
}

function priceProblems(
  field: 'limitPrice' | 'stopPrice',
  price: Decimal | null,
  needed: boolean,
  side: Side,
  { symbol, rules }: Pick<Instrument, 'symbol' | 'rules'>,
): DraftProblem[] {
  const name = field === 'limitPrice' ? 'limit price' : 'stop price';
  if (!needed)
    return price === null ? [] : [{ field, message: `This order type takes no ${name}.`, suggestions: [] }];
  if (price === null) return [{ field, message: `A ${name} is needed.`, suggestions: [] }];
  if (sign(price) === 0) return [{ field, message: `The ${name} must not be zero.`, suggestions: [] }];
  const suggestions = tickSuggestions(price, rules.tickRules, side);
  if (suggestions.length === 0) return [];
  const tick = tickAt(price, rules.tickRules);
  return [{ field, message: `${symbol} trades in ${tick} steps here.`, suggestions }];
}

function stopLimitProblems({ orderType, side, limitPrice, stopPrice }: OrderDraft): DraftProblem[] {
  if (orderType !== 'STOP_LIMIT' || limitPrice === null || stopPrice === null) return [];
  const order = compare(limitPrice, stopPrice);
  if (side === 'BUY' ? order >= 0 : order <= 0) return [];
  const message =
    side === 'BUY'
      ? 'A buy stop-limit needs its limit at or above its stop, or it cannot fill once triggered.'
      : 'A sell stop-limit needs its limit at or below its stop, or it cannot fill once triggered.';
  return [{ field: 'limitPrice', message, suggestions: [] }];
}

/** IBKR spells types differently by endpoint; compared without case and separators. */
const typeWords: Readonly<Record<OrderType, ReadonlyArray<string>>> = {
  MKT: ['mkt', 'market'],
  LMT: ['lmt', 'limit'],
  STP: ['stp', 'stop'],
  STOP_LIMIT: ['stoplimit', 'stplmt'],
};
const typeNames: Readonly<Record<OrderType, string>> = {
  MKT: 'market',
  LMT: 'limit',
  STP: 'stop',
  STOP_LIMIT: 'stop-limit',
};

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/** An empty list says nothing, so it forbids nothing: IBKR decides. */
const listed = (allowed: ReadonlyArray<string>, words: ReadonlyArray<string>) =>
  allowed.length === 0 || allowed.some((entry) => words.some((word) => plain(entry) === plain(word)));

// "IOC/MARKET,LIMIT", "GTC/o,a": what follows the slash are flags we do not read. ORDER_ENTRY §3.1.
const tifName = (entry: string) => entry.split('/')[0] ?? entry;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
