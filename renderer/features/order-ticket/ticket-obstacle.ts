import type { Conid } from '../../../shared/domain/ids';
import type { Intent } from '../../../shared/domain/intent';
import type { SessionState } from '../../../shared/domain/session';
import type { TradingState } from '../../../shared/domain/trading';
import { isInFlight } from './intent-words';

/** Why no order can be reviewed now; `null` when one can. Main holds the same and more, and has the last word. */
export function obstacleTo(
  conid: Conid,
  symbol: string,
  session: SessionState | null,
  intents: ReadonlyArray<Intent>,
  trading: TradingState | null,
): string | null {
  if (session === null) return 'The connection to IBKR is not proven yet.';
  if (!session.tradingAllowed) return session.message;
  if (trading !== null) {
    if (trading.storeTrouble !== null) return trading.storeTrouble;
    if (trading.kill !== null) return 'Trading is stopped by the kill switch.';
    if (!trading.armed) return trading.sentence;
  }
  if (intents.some(isInFlight)) return 'The order before this one is not settled yet.';
  if (intents.some((intent) => intent.state === 'unknown' && intent.conid === conid)) {
    return `An order for ${symbol} has an unknown outcome. It must be settled first.`;
  }
  return null;
}
