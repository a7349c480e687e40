import type { Decimal } from '../../../shared/domain/decimal';
import type { OrderType, Side, Tif } from '../../../shared/domain/order-draft';
import { typedDecimal } from '../../format/typed-decimal';

/** How much: a number, or a share of what is held (1 is all of it). */
export type Amount =
  { readonly kind: 'number'; readonly value: Decimal } | { readonly kind: 'share'; readonly share: Decimal };

/** What a typed sentence asks a ticket to be filled with. Several amounts or prices: it could be read in several ways. */
export interface OrderSentence {
  readonly side: Side | 'CLOSE';
  readonly amounts: ReadonlyArray<Amount | null>;
  readonly symbol: string;
  readonly orderType: OrderType | null;
  readonly prices: ReadonlyArray<Decimal | null>;
  readonly tif: Tif | null;
}

export type ReadSentence =
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear'; readonly why: string }
  | { readonly kind: 'order'; readonly order: OrderSentence };

const sides: Readonly<Record<string, OrderSentence['side']>> = {
  buy: 'BUY',
  b: 'BUY',
  sell: 'SELL',
  s: 'SELL',
  close: 'CLOSE',
};
const shares: Readonly<Record<string, string>> = {
  half: '0.5',
  all: '1',
  third: '0.333333',
  quarter: '0.25',
};
const types: Readonly<Record<string, OrderType>> = {
  ...{ lmt: 'LMT', limit: 'LMT', mkt: 'MKT', market: 'MKT', stp: 'STP', stop: 'STP' },
  ...{ moc: 'MOC', mid: 'MIDPRICE', midprice: 'MIDPRICE' },
};
const tifs: Readonly<Record<string, Tif>> = { day: 'DAY', gtc: 'GTC', ioc: 'IOC', opg: 'OPG' };
const priced: ReadonlySet<OrderType | null> = new Set<OrderType | null>([null, 'LMT', 'STP']);

/** Reads `buy 100 aapl lmt 190 day`, `sell half tsla`, `close msft`. Deterministic; what is not understood is said. */
export function readOrderSentence(typed: string): ReadSentence {
  const words = typed.trim().toLowerCase().replace(/@\s*/g, '').split(/\s+/);
  const side = sides[words[0] ?? ''];
  if (side === undefined || words.length < 2) return { kind: 'none' };
  const rest = words.slice(1);
  let amounts: ReadonlyArray<Amount | null> = [null];
  const amount = amountsOf(rest[0] ?? '');
  // "buy 100" alone is no order yet; "buy 600519" could be a symbol of digits: the amount comes first, always.
  if (amount.length > 0 && rest.length > 1) {
    amounts = amount;
    rest.shift();
  }
  const symbol = rest.shift();
  if (symbol === undefined || !/^[a-z0-9][a-z0-9.\-/]{0,19}$/.test(symbol) || isNumber(symbol))
    return unclear('Say the symbol after the quantity: “buy 100 aapl lmt 190 day”.');
  let orderType: OrderType | null = null;
  let tif: Tif | null = null;
  let prices: ReadonlyArray<Decimal | null> = [null];
  for (const word of rest) {
    const type = types[word];
    const life = tifs[word];
    if (type !== undefined && orderType === null) orderType = type;
    else if (life !== undefined && tif === null) tif = life;
    else if (prices[0] === null && isNumber(word)) prices = numbersOf(word);
    else return unclear(`“${word}” is not understood here. Nothing was filled in.`);
  }
  if (prices[0] !== null && !priced.has(orderType))
    return unclear('An order of this type takes no price in a sentence; fill it into the ticket.');
  if (side === 'CLOSE' && amounts[0] !== null)
    return unclear('“close” closes all of it; say “sell half …” for a part.');
  const known = orderType ?? (prices[0] === null ? null : 'LMT');
  return {
    kind: 'order',
    order: { side, amounts, symbol: symbol.toUpperCase(), orderType: known, prices, tif },
  };
}

function amountsOf(word: string): ReadonlyArray<Amount> {
  const share = shares[word] ?? percentOf(word);
  if (share !== null) return [{ kind: 'share', share: share as Decimal }];
  return isNumber(word) ? numbersOf(word).map((value) => ({ kind: 'number', value })) : [];
}

function percentOf(word: string): string | null {
  const percent = /^(\d{1,2}|100)%$/.exec(word)?.[1];
  return percent === undefined || Number(percent) === 0 ? null : String(Number(percent) / 100);
}

const isNumber = (word: string): boolean => /^[\d.,’']*\d[\d.,’']*$/.test(word) && numbersOf(word).length > 0;

/** Every number a word can mean; more than one has to be asked about. Orders have no negative numbers. */
function numbersOf(word: string): ReadonlyArray<Decimal> {
  const read = typedDecimal(word);
  return read.kind === 'value' ? [read.value] : read.kind === 'ask' ? read.choices : [];
}

const unclear = (why: string): ReadSentence => ({ kind: 'unclear', why });
