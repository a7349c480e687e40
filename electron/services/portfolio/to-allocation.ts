import { toDecimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { Allocation, AllocationSlice } from '../../../shared/domain/portfolio';
import { isRecord, type WireRecord } from '../wire-record';

/** `{assetClass|sector|group: {long: {name: amount}, short: {…}}}`; a side not named holds nothing. */
export const toAllocation = (accountId: AccountId, wire: WireRecord, asOfMs: number): Allocation => ({
  accountId,
  byAssetClass: slices(wire['assetClass']),
  bySector: slices(wire['sector']),
  byGroup: slices(wire['group']),
  asOfMs,
});

function slices(group: unknown): AllocationSlice[] {
  if (!isRecord(group)) return [];
  const long = isRecord(group['long']) ? group['long'] : {};
  const short = isRecord(group['short']) ? group['short'] : {};
  const names = [...new Set([...Object.keys(long), ...Object.keys(short)])];
  return names.map((name) => ({ name, long: toDecimal(long[name]), short: toDecimal(short[name]) }));
}
