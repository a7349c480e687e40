import { z } from 'zod';
import { decimalSchema } from '../../../shared/domain/decimal-schema';
import { conidSchema, type AccountId } from '../../../shared/domain/ids';
import { errorCodeOf } from '../../store/database';
import type { Store } from '../../store/open-store';
import type { Log } from '../../support/log';

const agreedSchema = z.object({
  atMs: z.number(),
  /** Fills from here on are counted: IBKR tells of none that is older than its seven days. */
  fillsFromMs: z.number(),
  positions: z.array(z.object({ conid: conidSchema, symbol: z.string(), quantity: decimalSchema })),
  /** What those fills came to then. */
  fills: z.array(z.object({ conid: conidSchema, quantity: decimalSchema.nullable() })),
});
/** The last moment at which positions and fills told the same. */
export type AgreedPositions = z.infer<typeof agreedSchema>;

export const agreedPositions = ({ settings }: Pick<Store, 'settings'>, log: Log) => {
  const key = (accountId: AccountId) => `positions-agreed.${accountId}`;
  return {
    of: (accountId: AccountId): AgreedPositions | null => settings.get(key(accountId), agreedSchema),
    keep: (accountId: AccountId, agreed: AgreedPositions): void => {
      try {
        settings.set(key(accountId), agreed);
      } catch (error) {
        // An older point is as good: it only makes the comparison longer.
        log.warn('orders.positions-not-stored', { code: errorCodeOf(error) });
      }
    },
  };
};
