import type { GroupedOrder, OrderDraft, OrderType } from './order-draft';

/** Types that may stand in a one-cancels-all group. */
export const groupTypes = [
  'LMT',
  'STP',
  'STOP_LIMIT',
  'MIT',
  'LIT',
] as const satisfies ReadonlyArray<OrderType>;

export const mayBeGrouped = (type: OrderType): type is GroupedOrder['orderType'] =>
  (groupTypes as ReadonlyArray<OrderType>).includes(type);

/** The other orders of the group, as drafts of their own. */
export const groupDrafts = ({ group, accountId }: OrderDraft): ReadonlyArray<OrderDraft> =>
  (group ?? []).map((order) => ({ ...order, accountId }));

/** What makes these orders no group, in words; `null` when they are one. */
export function groupProblem(draft: OrderDraft): string | null {
  const { group = null, takeProfit = null, stopLoss = null, algo = null, allocation = null, tif } = draft;
  if (group === null) return null;
  if (!mayBeGrouped(draft.orderType)) return 'A group takes limit, stop and if-touched orders only.';
  if (tif !== 'DAY' && tif !== 'GTC') return 'An order of a group is good for the day or until cancelled.';
  if (takeProfit !== null || stopLoss !== null) return 'Exits cannot be attached to an order of a group.';
  if (algo !== null) return 'An algorithm cannot work an order of a group.';
  return allocation === null ? null : 'A group of orders cannot be allocated to several accounts.';
}
