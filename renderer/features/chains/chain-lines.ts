import type { ChainContract, ChainStrikes } from '../../../shared/domain/chain';
import { compare, type Decimal, divide, multiply, subtract } from '../../../shared/domain/decimal';

/** One line of the table: a strike with its two sides, or where the underlying's price stands among them. */
export type ChainLine =
  | {
      readonly kind: 'strike';
      readonly id: string;
      readonly strike: Decimal;
      readonly call: ChainContract | null;
      readonly put: ChainContract | null;
      /** Asked for and answered; before that an empty side only means "not known yet". */
      readonly known: boolean;
    }
  | { readonly kind: 'spot'; readonly id: 'spot' };
export type StrikeLine = Extract<ChainLine, { kind: 'strike' }>;

/** How much of a chain is shown: so many strikes either way, within so many percent of the price, or all. */
export type ChainRange = `strikes-${number}` | `percent-${number}` | 'all';

/** Both sides' strikes in one ascending list. */
export const strikesOf = ({ calls, puts }: Pick<ChainStrikes, 'calls' | 'puts'>): Decimal[] =>
  [...new Set([...calls, ...puts])].sort(compare);

/** The first strike at or above the price; the middle one while no price is known. */
export function middleOf(strikes: ReadonlyArray<Decimal>, spot: Decimal | null): number {
  if (spot === null) return Math.floor(strikes.length / 2);
  const at = strikes.findIndex((strike) => compare(strike, spot) >= 0);
  return at < 0 ? strikes.length : at;
}

export function strikesWithin(
  strikes: ReadonlyArray<Decimal>,
  spot: Decimal | null,
  range: ChainRange,
): ReadonlyArray<Decimal> {
  const [kind, count] = [range.split('-')[0], Number(range.split('-')[1])];
  if (kind === 'strikes') {
    const middle = middleOf(strikes, spot);
    return strikes.slice(Math.max(0, middle - count), middle + count);
  }
  if (kind === 'all' || spot === null) return strikes;
  const share = divide(String(count) as Decimal, '100' as Decimal) ?? ('0' as Decimal);
  const room = multiply(spot, share);
  return strikes.filter((strike) => {
    const distance = subtract(strike, spot);
    return compare(distance, room) <= 0 && compare(distance, `-${room}` as Decimal) >= 0;
  });
}

/**
 * The table of one expiry. A strike that was looked up and has nothing on that day is left out; one with several
 * contracts on a side (warrants of several issuers) takes as many lines.
 */
export function chainLines(
  strikes: ReadonlyArray<Decimal>,
  contracts: ReadonlyMap<Decimal, ReadonlyArray<ChainContract>>,
  wanted: { readonly expiry: string | null; readonly tradingClass: string | null },
  spot: Decimal | null,
): ChainLine[] {
  const lines = strikes.flatMap((strike): StrikeLine[] => {
    const found = contracts.get(strike);
    if (found === undefined)
      return [{ kind: 'strike', id: strike, strike, call: null, put: null, known: false }];
    const day = found.filter(
      ({ expiry, tradingClass }) =>
        expiry === wanted.expiry && (wanted.tradingClass === null || tradingClass === wanted.tradingClass),
    );
    const calls = day.filter(({ right }) => right === 'C');
    const puts = day.filter(({ right }) => right === 'P');
    return Array.from({ length: Math.max(calls.length, puts.length) }, (_, at) => ({
      kind: 'strike' as const,
      id: at === 0 ? strike : `${strike} ${at}`,
      strike,
      call: calls[at] ?? null,
      put: puts[at] ?? null,
      known: true,
    }));
  });
  if (spot === null || lines.length === 0) return lines;
  const above = lines.findIndex(({ strike }) => compare(strike, spot) >= 0);
  const at = above < 0 ? lines.length : above;
  return [...lines.slice(0, at), { kind: 'spot', id: 'spot' }, ...lines.slice(at)];
}

/** Worth exercising at this price; unknown without one. */
export const isInTheMoney = (right: 'C' | 'P', strike: Decimal, spot: Decimal | null): boolean =>
  spot !== null && compare(strike, spot) === (right === 'C' ? -1 : 1);

/** Trading classes of an expiry: more than one where an index has morning- and evening-settled options. */
export const classesOf = (
  contracts: Iterable<ReadonlyArray<ChainContract>>,
  expiry: string | null,
): string[] => [
  ...new Set(
    [...contracts].flatMap((found) =>
      found.flatMap(({ expiry: day, tradingClass }) => (day === expiry ? (tradingClass ?? []) : [])),
    ),
  ),
];
