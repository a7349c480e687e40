import { toDecimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import type { AccountPnl } from '../../../shared/domain/portfolio';
import type { Gateway } from '../../gateway/gateway';

/**
 * The day's profit and loss of one account, as the websocket's `spl` tells it. Its keys are
 * `<account>.<model>`; the account's own figures are those of the model Core. Source: WEBSOCKET §3, read 2026-11.
 */
export const watchPnl = (
  { socket }: Pick<Gateway, 'socket'>,
  accountId: AccountId,
  emit: (pnl: AccountPnl) => void,
): (() => void) =>
  socket.subscribe({ topic: 'spl' }, (update) => {
    if (update.kind !== 'data') return;
    const row = update.changed.find((candidate) => candidate['key'] === `${accountId}.Core`);
    if (row === undefined) return;
    emit({
      accountId,
      dayPnl: toDecimal(row['dpl']),
      unrealizedPnl: toDecimal(row['upl']),
      netLiquidation: toDecimal(row['nl']),
      excessLiquidity: toDecimal(row['uel'] ?? row['el']),
      marketValue: toDecimal(row['mv']),
      asOfMs: update.receivedMs,
    });
  });
