import { toDecimal } from '../../../shared/domain/decimal';
import { accountIdSchema } from '../../../shared/domain/ids';
import type { AllocationTargets } from '../../../shared/domain/order-allocation';
import { recordsOf, textOf, type WireRecord } from '../wire-record';

/** Groups and accounts an advisor's order can go to. Source: OpenAPI 2.28, `allocation/group` and `allocation/accounts`. */
export const toAllocationTargets = (groups: WireRecord, accounts: WireRecord): AllocationTargets => ({
  groups: recordsOf(groups['data']).flatMap((row) => {
    const name = textOf(row['name']);
    const size = Number(row['size']);
    return name === null
      ? []
      : [
          {
            name,
            method: textOf(row['allocation_method']) ?? '?',
            size: Number.isSafeInteger(size) && size >= 0 ? size : null,
          },
        ];
  }),
  accounts: recordsOf(accounts['accounts']).flatMap((row) => {
    const accountId = accountIdSchema.safeParse(row['name']);
    if (!accountId.success) return [];
    const figure = (key: string) =>
      toDecimal(recordsOf(row['data']).find((entry) => entry['key'] === key)?.['value']);
    return [
      {
        accountId: accountId.data,
        netLiquidation: figure('NetLiquidation'),
        availableEquity: figure('AvailableEquity'),
      },
    ];
  }),
});
