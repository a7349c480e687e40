import type { Conid } from '../../../shared/domain/ids';
import type { Intent } from '../../../shared/domain/order';
import type { SessionState } from '../../../shared/domain/session';
import { isInFlight } from './intent-words';

/** Why no order can be reviewed now; `null` when one can. Main holds the same and more, and has the last word. */
export function obstacleTo(
  conid: Conid,
  symbol: string,
  session: SessionState | null,
  intents: ReadonlyArray<Intent>,
): string | null {
  if (session === null) return 'The connection to IBKR is not proven yet.';
  if (!session.tradingAllowed) return session.message;
  if (intents.some(isInFlight)) return 'The order before this one is not settled yet.';
  if (intents.some((intent) => intent.state === 'unknown' && intent.conid === conid)) {
    return `An order for ${symbol} has an unknown outcome. It must be settled first.`;
  }
  return null;
}
