import { add, negate, type Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import type { Execution } from '../../../shared/domain/order';

/** What fills did to each position: bought less sold; `null` for a contract with a fill that does not say how much. */
export type FillSums = ReadonlyMap<Conid, Decimal | null>;

/** Trades in currencies and in combinations as such leave no position under their own contract. */
const withoutPosition = new Set(['CASH', 'BAG', 'COMB']);

export function fillSums(executions: ReadonlyArray<Execution>): FillSums {
  const sums = new Map<Conid, Decimal | null>();
  for (const execution of executions) {
    const { conid, assetClass = null } = execution;
    if (conid === null || (assetClass !== null && withoutPosition.has(assetClass))) continue;
    const before = sums.get(conid);
    const change = signedQuantity(execution);
    sums.set(conid, before === null || change === null ? null : add(before ?? ('0' as Decimal), change));
  }
  return sums;
}

/** IBKR writes B and S in one list, BOT and SLD in another, BUY and SELL in a third. */
export function signedQuantity({ side, quantity }: Execution): Decimal | null {
  const first = side.charAt(0).toUpperCase();
  if (quantity === null || (first !== 'B' && first !== 'S')) return null;
  return first === 'B' ? quantity : negate(quantity);
}
