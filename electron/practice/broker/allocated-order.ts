import type { World } from '../world';
import { allocationOfGroup, type Allocation } from './allocation';
import type { OrderTicket } from './order';
import { isRecord, numberOf, textOf } from './order-request';

/**
 * Says over which accounts an advisor's order is spread: a group named in place of the account, or an
 * `allocation_profile` in `jsonPayload` (OpenAPI 2.28). The order stands in the master account. Other orders
 * come back as they are; a mistake is a sentence.
 */
export function allocate(world: World, ticket: OrderTicket, request: unknown): OrderTicket | string {
  const master = world.accounts[0]?.id ?? '';
  const group = world.advisor.groups.get(ticket.account);
  if (group !== undefined) {
    const allocation = allocationOfGroup(group, world.account, world.valuation);
    if (allocation === null) return `Allocation group ${group.name} has nobody to allocate to.`;
    return { ...ticket, account: master, allocation };
  }
  const payload = isRecord(request) && isRecord(request.jsonPayload) ? request.jsonPayload : {};
  if (!isRecord(payload.allocation_profile)) return ticket;
  if (!world.advisor.isAdvisor) return 'Allocation is for financial advisors only.';
  const allocation = profile(world, ticket, payload.allocation_profile);
  return typeof allocation === 'string' ? allocation : { ...ticket, account: master, allocation };
}

function profile(world: World, ticket: OrderTicket, wanted: Record<string, unknown>): Allocation | string {
  const rows: unknown[] = Array.isArray(wanted.allocations) ? wanted.allocations : [];
  const parts = rows.flatMap((row) => {
    const amount = isRecord(row) ? numberOf(row.amount) : null;
    return isRecord(row) && amount !== null && amount.gt(0)
      ? [{ account: textOf(row.account) || textOf(row.name), weight: amount }]
      : [];
  });
  if (parts.length === 0 || parts.length < rows.length) return 'Invalid allocation profile.';
  const stranger = parts.find((part) => world.account(part.account) === undefined);
  if (stranger !== undefined) return `Allocation to unknown account ${stranger.account}.`;
  const total = parts.reduce((sum, part) => sum.plus(part.weight), ticket.quantity.times(0));
  if (wanted.alloc_type === 'SHARE' && !total.eq(ticket.quantity))
    return `The allocated shares (${total.toFixed()}) do not add up to the order quantity (${ticket.quantity.toFixed()}).`;
  return { name: 'Profile', parts };
}
