import { toNumber } from '../money';
import type { World } from '../world';

/** `upnl` of `/iserver/account/pnl/partitioned` and `args` of `spl`: one row per account and model. */
export const partitionedProfit = (world: World): Record<string, Record<string, number>> =>
  Object.fromEntries(
    world.accounts.map((account) => {
      const value = world.valuation.account(account);
      return [
        `${account.id}.Core`,
        {
          rowType: 1,
          dpl: toNumber(value.daily, 2),
          nl: toNumber(value.netLiquidation, 2),
          upl: toNumber(value.unrealized, 2),
          uel: toNumber(value.excessLiquidity, 2),
          el: toNumber(value.excessLiquidity, 2),
          mv: toNumber(value.grossPositionValue, 2),
        },
      ];
    }),
  );
