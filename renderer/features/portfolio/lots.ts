import { abs, add, compare, type Decimal, sign, subtract } from '../../../shared/domain/decimal';
import type { EpochMs } from '../../../shared/domain/time';

/** What was traded: positive bought, negative sold. */
export interface LotTrade {
  readonly timeMs: EpochMs;
  readonly quantity: Decimal | null;
  readonly price: Decimal | null;
}

/** A part of a holding that was opened at one moment. */
export interface Lot {
  readonly openedMs: EpochMs;
  readonly quantity: Decimal;
  readonly price: Decimal | null;
}

/**
 * The lots of a holding out of the trades recorded here, first in, first out. `null` unless the trades explain the whole
 * holding from a moment when nothing was held: IBKR names no lots, and a guessed one would be taxed. The account's own
 * method may match other lots.
 */
export function lotsOf(trades: ReadonlyArray<LotTrade>, held: Decimal): ReadonlyArray<Lot> | null {
  const ordered = [...trades].sort((a, b) => a.timeMs - b.timeMs);
  let before = held;
  let from = ordered.length;
  while (sign(before) !== 0) {
    const quantity = ordered[--from]?.quantity ?? null;
    if (quantity === null) return null;
    before = subtract(before, quantity);
  }
  return ordered.slice(from).reduce(withTrade, []);
}

function withTrade(lots: ReadonlyArray<Lot>, { timeMs, quantity, price }: LotTrade): ReadonlyArray<Lot> {
  const [oldest, ...rest] = lots;
  if (quantity === null || sign(quantity) === 0) return lots;
  if (oldest === undefined || sign(oldest.quantity) === sign(quantity))
    return [...lots, { openedMs: timeMs, quantity, price }];
  const left = add(oldest.quantity, quantity);
  if (compare(abs(quantity), abs(oldest.quantity)) < 0) return [{ ...oldest, quantity: left }, ...rest];
  return withTrade(rest, { timeMs, quantity: left, price });
}
