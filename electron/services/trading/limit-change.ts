import { compare } from '../../../shared/domain/decimal';
import type { TradingLimits } from '../../../shared/domain/trading';

/** Each limit at the stricter of the two: holds at once, whatever else was asked for. */
export const tighterOf = (current: TradingLimits, next: TradingLimits): TradingLimits => ({
  priceSoftPercent: Math.min(current.priceSoftPercent, next.priceSoftPercent),
  priceHardPercent: Math.min(current.priceHardPercent, next.priceHardPercent),
  valueSoft: compare(next.valueSoft, current.valueSoft) < 0 ? next.valueSoft : current.valueSoft,
  valueSoftPercentOfWorth: Math.min(current.valueSoftPercentOfWorth, next.valueSoftPercentOfWorth),
  valueHardPercentOfWorth: Math.min(current.valueHardPercentOfWorth, next.valueHardPercentOfWorth),
  ordersPerMinute: Math.min(current.ordersPerMinute, next.ordersPerMinute),
  ordersPerDay: Math.min(current.ordersPerDay, next.ordersPerDay),
});

/** Something of what was asked for is looser than what holds. */
export const looserParts = (current: TradingLimits, next: TradingLimits): boolean =>
  JSON.stringify(tighterOf(current, next)) !== JSON.stringify(tighterOf(next, next));
