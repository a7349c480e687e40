import {
  abs,
  add,
  compare,
  decimal,
  isDecimal,
  multiply,
  negate,
  subtract,
  type Decimal,
} from '../../../shared/domain/decimal';
import type { BookDifference } from '../../../shared/domain/book-check';
import { conidSchema } from '../../../shared/domain/ids';
import type { Execution } from '../../../shared/domain/order';
import type { BookState } from '../../store/open-books';
import type { InstrumentFacts } from './instruments';
import { cashOf, signedQuantity } from './ledger-entries';

export interface Comparison {
  readonly differences: BookDifference[];
  readonly unchecked: string[];
}

const zero = decimal('0');
// IBKR's ledger is in single precision: 971,869.625 arrives as 971,869.6 (recorded, read 2026-11).
const cent = decimal('0.01');
const precision = decimal('0.0000002');

/**
 * What was held at the check before, with everything recorded since, against what the broker holds now. Cash that no
 * recorded trade or movement explains (a dividend, a deposit, interest) shows as a difference: that is the point.
 */
export function compareBooks(
  before: BookState,
  now: BookState,
  since: ReadonlyArray<Execution>,
  movements: ReadonlyArray<{ readonly currency: string | null; readonly amount: Decimal | null }>,
  factsOf: (conid: number | null) => InstrumentFacts,
): Comparison {
  const unchecked = new Set<string>();
  const openCurrencies = new Map<string, string>();
  const quantities = new Map(entries(before.positions));
  const cash = new Map(entries(before.cash));
  const addTo = (book: Map<string, Decimal>, key: string, amount: Decimal) =>
    book.set(key, add(book.get(key) ?? zero, amount));

  for (const execution of since) {
    const facts = factsOf(execution.conid);
    const quantity = signedQuantity(execution);
    if (execution.conid === null || quantity === null) {
      unchecked.add(`${execution.symbol}: an execution without contract or side (${execution.executionId}).`);
      continue;
    }
    // A currency trade moves two cash balances and leaves no position.
    if (facts.assetClass === 'CASH') {
      bookForex(execution, quantity, facts, (currency, amount) => addTo(cash, currency, amount));
      continue;
    }
    addTo(quantities, String(execution.conid), quantity);
    const moved = cashOf(execution, facts);
    if (facts.currency === null)
      unchecked.add(`${execution.symbol}: its currency is not known, so no cash could be compared.`);
    else if (moved === null) openCurrencies.set(facts.currency, execution.symbol);
    else addTo(cash, facts.currency, moved);
  }
  for (const { currency, amount } of movements)
    if (currency !== null && amount !== null) addTo(cash, currency, amount);
  for (const [currency, symbol] of openCurrencies)
    unchecked.add(
      `${currency} cash: ${symbol} was traded, whose cash moves only as it is settled or whose commission is not known yet.`,
    );

  const unknownCash = [...unchecked].some((sentence) => sentence.includes('no cash could be compared'));
  return {
    differences: [
      ...differing(quantities, new Map(entries(now.positions)), () => zero).map(({ key, ...figures }) => ({
        kind: 'position' as const,
        conid: conidSchema.parse(Number(key)),
        name: factsOf(Number(key)).symbol ?? `conid ${key}`,
        ...figures,
      })),
      ...(unknownCash
        ? []
        : differing(cash, new Map(entries(now.cash)), (amount) => add(cent, multiply(abs(amount), precision)))
      )
        .filter(({ key }) => !openCurrencies.has(key))
        .map(({ key, ...figures }) => ({ kind: 'cash' as const, conid: null, name: key, ...figures })),
    ],
    unchecked: [...unchecked],
  };
}

function bookForex(
  { symbol, price, commission }: Execution,
  quantity: Decimal,
  { currency }: InstrumentFacts,
  book: (currency: string, amount: Decimal) => void,
): void {
  if (currency === null || price === null) return;
  book(symbol.slice(0, 3), quantity);
  book(currency, negate(multiply(quantity, price)));
  // IBKR charges currency trades in the base currency, which is dollars wherever this was seen.
  if (commission !== null) book('USD', negate(commission));
}

function differing(
  ours: ReadonlyMap<string, Decimal>,
  broker: ReadonlyMap<string, Decimal>,
  tolerance: (amount: Decimal) => Decimal,
) {
  return [...new Set([...ours.keys(), ...broker.keys()])].flatMap((key) => {
    const [own, theirs] = [ours.get(key) ?? zero, broker.get(key) ?? zero];
    const difference = subtract(theirs, own);
    return compare(abs(difference), tolerance(theirs)) > 0
      ? [{ key, ours: own, broker: theirs, difference }]
      : [];
  });
}

const entries = (book: Readonly<Record<string, string>>): Array<readonly [string, Decimal]> =>
  Object.entries(book).flatMap(([key, value]) => (isDecimal(value) ? [[key, value] as const] : []));
