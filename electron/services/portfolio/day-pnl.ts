import { toDecimal, type Decimal } from '../../../shared/domain/decimal';
import { accountIdSchema, type AccountId } from '../../../shared/domain/ids';
import type { Gateway } from '../../gateway/gateway';
import { textOf } from '../wire-record';

/** Each account's profit and loss of the day, as the websocket's `spl` tells it. Source: WEBSOCKET §3, read 2026-11. */
export const watchDayPnl = (
  { socket }: Pick<Gateway, 'socket'>,
  told: (accountId: AccountId, dayPnl: Decimal | null) => void,
): (() => void) =>
  socket.subscribe({ topic: 'spl' }, (update) => {
    if (update.kind !== 'data') return;
    for (const row of update.changed) {
      const [id, model] = (textOf(row['key']) ?? '').split('.');
      const accountId = accountIdSchema.safeParse(id);
      if (accountId.success && model === 'Core') told(accountId.data, toDecimal(row['dpl']));
    }
  });
