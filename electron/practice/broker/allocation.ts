import { Big, big, sum, zero } from '../money';
import type { Account } from './account';
import type { Valuation } from './valuation';

/** A equity available, E equal parts, N net liquidation; C cash, P per cent, R ratios, S shares as the advisor says. */
export const allocationMethods = ['A', 'E', 'N', 'C', 'P', 'R', 'S'] as const;
export type AllocationMethod = (typeof allocationMethods)[number];

/** An advisor's group: its name stands in place of an account id in an order. */
export interface AllocationGroup {
  readonly name: string;
  readonly method: AllocationMethod;
  readonly members: ReadonlyArray<{ readonly account: string; readonly amount: Big | null }>;
}

/** How one order is spread over accounts, fixed when it is placed. */
export interface Allocation {
  readonly name: string;
  readonly parts: ReadonlyArray<{ readonly account: string; readonly weight: Big }>;
}

/** Weights of a group as its method has them now; null when nobody would get anything. */
export function allocationOfGroup(
  group: AllocationGroup,
  account: (id: string) => Account | undefined,
  valuation: Valuation,
): Allocation | null {
  const parts = group.members.map((member) => {
    const owner = account(member.account);
    const value = owner === undefined ? undefined : valuation.account(owner);
    const weight =
      value === undefined
        ? zero
        : group.method === 'E'
          ? big(1)
          : group.method === 'N'
            ? value.netLiquidation
            : group.method === 'A'
              ? value.availableFunds
              : (member.amount ?? zero);
    return { account: member.account, weight: weight.gt(0) ? weight : zero };
  });
  return sum(parts.map((part) => part.weight)).gt(0) ? { name: group.name, parts } : null;
}

/**
 * Spreads a quantity in whole lots: everybody gets their share rounded down, and the lots left over go to
 * the largest remainders, the earlier account first. The parts add up to the whole.
 */
export function spread(allocation: Allocation, quantity: Big, lot: Big): Map<string, Big> {
  const total = sum(allocation.parts.map((part) => part.weight));
  const exact = allocation.parts.map(({ account, weight }) => {
    const lots = quantity.times(weight).div(total).div(lot);
    const whole = lots.round(0, Big.roundDown);
    return { account, whole, rest: lots.minus(whole) };
  });
  const given = new Map(exact.map(({ account, whole }) => [account, whole.times(lot)]));
  let left = quantity.minus(sum(given.values()));
  for (const { account } of [...exact].sort((a, b) => b.rest.cmp(a.rest))) {
    if (left.lte(0)) break;
    const more = left.lt(lot) ? left : lot;
    given.set(account, (given.get(account) ?? zero).plus(more));
    left = left.minus(more);
  }
  return given;
}
