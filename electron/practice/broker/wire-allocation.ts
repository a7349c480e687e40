import { isFuture } from '../market/instrument';
import { toNumber, zero, type Big } from '../money';
import type { World } from '../world';
import type { Account } from './account';

type Sides = { readonly long: Record<string, number>; readonly short: Record<string, number> };

/** `/portfolio/…/allocation`: base-currency value by asset class, sector and group, long and short apart. */
export function allocationOf(world: World, accounts: readonly Account[]): Record<string, Sides> {
  const classes = new Map<string, Big>();
  const sectors = new Map<string, Big>();
  const groups = new Map<string, Big>();
  const add = (map: Map<string, Big>, key: string, amount: Big) =>
    map.set(key, (map.get(key) ?? zero).plus(amount));
  for (const account of accounts) {
    const value = world.valuation.account(account);
    for (const entry of value.positions) {
      if (isFuture(entry.instrument) || entry.value.eq(0)) continue;
      const base = entry.value.times(world.valuation.rate(entry.instrument.currency));
      const side = base.lt(0) ? '-' : '+';
      add(classes, side + entry.instrument.secType, base);
      add(sectors, side + (entry.instrument.industry || 'Others'), base);
      add(groups, side + (entry.instrument.category || 'Others'), base);
    }
    add(classes, value.cash.lt(0) ? '-CASH' : '+CASH', value.cash);
  }
  return { assetClass: sides(classes), sector: sides(sectors), group: sides(groups) };
}

function sides(map: ReadonlyMap<string, Big>): Sides {
  const pick = (sign: string) =>
    Object.fromEntries(
      [...map]
        .filter(([key]) => key.startsWith(sign))
        .map(([key, amount]) => [key.slice(1), toNumber(amount, 2)]),
    );
  return { long: pick('+'), short: pick('-') };
}
