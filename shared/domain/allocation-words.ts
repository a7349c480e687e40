import type { OrderAllocation } from './order-allocation';

/**
 * An advisor's own account, from which orders are allocated: F… and I…, with a D before it on paper. The order stands
 * there, so it is looked for there too.
 */
export const isMasterAccount = (accountId: string): boolean => /^D?[FI]\d/.test(accountId);

/** How IBKR splits an order over a group. Source: OpenAPI 2.28 `allocationMethod` (read 2026-11). */
const allocationMethods = {
  A: 'by available equity',
  E: 'in equal parts',
  N: 'by net liquidation value',
  C: 'by cash amounts of the group',
  P: 'by percentages of the group',
  R: 'by ratios of the group',
  S: 'by share counts of the group',
} as const;

/** "allocated to group Income (in equal parts)", "allocated 60 to DU1, 40 to DU2". */
export function allocationWords(allocation: OrderAllocation): string {
  if (allocation.kind === 'group')
    return `allocated to group “${allocation.name}” (${methodWords(allocation.method)})`;
  const parts = allocation.shares.map(({ accountId, quantity }) => `${quantity} to ${accountId}`);
  return `allocated ${parts.join(', ')}`;
}

export const methodWords = (method: string): string =>
  Object.hasOwn(allocationMethods, method)
    ? allocationMethods[method as keyof typeof allocationMethods]
    : `method ${method}`;
