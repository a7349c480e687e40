import type { OrderType } from './order-draft';

/** Whether a value belongs to a type. */
export type Need = 'required' | 'optional' | 'none';

export interface OrderTypeFacts {
  /** In a sentence: "IBKR does not take market-on-close orders for …". */
  readonly name: string;
  /** How contract rules and order lists spell it, without case and separators. */
  readonly words: ReadonlyArray<string>;
  readonly limit: Need;
  readonly stop: Need;
  readonly trail: boolean;
  readonly offset: boolean;
  /** Becomes a market order: no price protects it. */
  readonly atMarket: boolean;
  /** Only `DAY` makes sense: the closing auction is today's. */
  readonly dayOnly: boolean;
}

const plainType = { trail: false, offset: false, atMarket: false, dayOnly: false } as const;

/** Which prices each type takes and how IBKR names it. Source: ORDER_ENTRY §3, recorded contract rules (read 2026-11). */
export const orderTypes: Readonly<Record<OrderType, OrderTypeFacts>> = {
  LMT: { ...plainType, name: 'limit', words: ['lmt', 'limit'], limit: 'required', stop: 'none' },
  MKT: {
    ...plainType,
    ...{ name: 'market', words: ['mkt', 'market'], limit: 'none', stop: 'none', atMarket: true },
  },
  STP: {
    ...plainType,
    ...{ name: 'stop', words: ['stp', 'stop'], limit: 'none', stop: 'required', atMarket: true },
  },
  STOP_LIMIT: {
    ...plainType,
    ...{ name: 'stop-limit', words: ['stoplimit', 'stplmt'], limit: 'required', stop: 'required' },
  },
  TRAIL: {
    ...plainType,
    ...{ name: 'trailing stop', words: ['trailingstop', 'trail'], trail: true },
    ...{ limit: 'none', stop: 'optional', atMarket: true },
  },
  TRAILLMT: {
    ...plainType,
    ...{ name: 'trailing stop-limit', words: ['trailingstoplimit', 'traillmt', 'traillimit'] },
    ...{ limit: 'required', stop: 'required', trail: true },
  },
  MIDPRICE: {
    ...plainType,
    ...{ name: 'midprice', words: ['midprice'], limit: 'optional', stop: 'none' },
  },
  MOC: {
    ...plainType,
    ...{ name: 'market-on-close', words: ['moc', 'marketonclose'], limit: 'none', stop: 'none' },
    ...{ atMarket: true, dayOnly: true },
  },
  LOC: {
    ...plainType,
    ...{ name: 'limit-on-close', words: ['loc', 'limitonclose'], limit: 'required', stop: 'none' },
    dayOnly: true,
  },
  REL: {
    ...plainType,
    ...{ name: 'relative', words: ['rel', 'relative'], limit: 'optional', stop: 'none', offset: true },
  },
  MIT: {
    ...plainType,
    ...{ name: 'market-if-touched', words: ['mit', 'marketiftouched'], limit: 'none', stop: 'required' },
    atMarket: true,
  },
  LIT: {
    ...plainType,
    ...{ name: 'limit-if-touched', words: ['lit', 'limitiftouched'], limit: 'required', stop: 'required' },
  },
};

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/** The type IBKR means by this word, whichever of its lists it comes from; `null` for one we do not know. */
export function orderTypeOf(word: string): OrderType | null {
  const wanted = plain(word);
  const found = Object.entries(orderTypes).find(([, facts]) => facts.words.includes(wanted));
  // Object.entries forgets the type of the keys.
  return found === undefined ? null : (found[0] as OrderType);
}

/** An empty list says nothing, so it forbids nothing: IBKR decides. */
export const takesType = (allowed: ReadonlyArray<string>, type: OrderType): boolean =>
  allowed.length === 0 || allowed.some((entry) => orderTypes[type].words.includes(plain(entry)));
