import { toDecimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { Allocation, AllocationSlice } from '../../../shared/domain/portfolio';
import { recordOf, type WireRecord } from '../wire-record';

/** `{assetClass|sector|group: {long: {name: amount}, short: {…}}}`; a side not named holds nothing. */
export const toAllocation = (accountId: AccountId, wire: WireRecord, asOfMs: number): Allocation => ({
  accountId,
  byAssetClass: slices(wire['assetClass']),
  bySector: slices(wire['sector']),
  byGroup: slices(wire['group']),
  asOfMs,
});

function slices(group: unknown): AllocationSlice[] {
  const long = recordOf(recordOf(group)['long']);
  const short = recordOf(recordOf(group)['short']);
  const names = [...new Set([...Object.keys(long), ...Object.keys(short)])];
  return names.map((name) => ({ name, long: toDecimal(long[name]), short: toDecimal(short[name]) }));
}
