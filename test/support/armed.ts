import type { OrderPermit } from '../../electron/services/orders/ports';
import { defaultLimits, type TradingLimits } from '../../shared/domain/trading-limits';

/** A permit that always allows: for tests of what comes after it. */
export const armed = (limits: Partial<TradingLimits> = {}): OrderPermit => ({
  refusal: () => null,
  latch: () => undefined,
  lockDay: () => undefined,
  dayCountSinceMs: () => 0,
  limits: () => ({ ...defaultLimits, ...limits }),
  used: () => undefined,
});
