import { defaultLimits, type OrderLimits, type OrderPermit } from '../../electron/services/orders/ports';

/** A permit that always allows: for tests of what comes after it. */
export const armed = (limits: Partial<OrderLimits> = {}): OrderPermit => ({
  refusal: () => null,
  latch: () => undefined,
  limits: () => ({ ...defaultLimits, ...limits }),
  used: () => undefined,
});
