import { compare, type Decimal } from '../../../shared/domain/decimal';
import type { TradingLimits } from '../../../shared/domain/trading-limits';

/** Each limit at the stricter of the two: holds at once, whatever else was asked for. */
export const tighterOf = (current: TradingLimits, next: TradingLimits): TradingLimits => ({
  priceSoftPercent: Math.min(current.priceSoftPercent, next.priceSoftPercent),
  priceHardPercent: Math.min(current.priceHardPercent, next.priceHardPercent),
  valueSoft: compare(next.valueSoft, current.valueSoft) < 0 ? next.valueSoft : current.valueSoft,
  valueHard: lesser(current.valueHard, next.valueHard),
  valueSoftPercentOfWorth: Math.min(current.valueSoftPercentOfWorth, next.valueSoftPercentOfWorth),
  valueHardPercentOfWorth: Math.min(current.valueHardPercentOfWorth, next.valueHardPercentOfWorth),
  exposureSoftPercentOfWorth: Math.min(current.exposureSoftPercentOfWorth, next.exposureSoftPercentOfWorth),
  exposureHardPercentOfWorth: Math.min(current.exposureHardPercentOfWorth, next.exposureHardPercentOfWorth),
  quantityHard: lesser(current.quantityHard, next.quantityHard),
  sizeSoftTimesMedian: Math.min(current.sizeSoftTimesMedian, next.sizeSoftTimesMedian),
  sizeHardTimesMedian: Math.min(current.sizeHardTimesMedian, next.sizeHardTimesMedian),
  sizeSoftPercentOfVolume: Math.min(current.sizeSoftPercentOfVolume, next.sizeSoftPercentOfVolume),
  sizeHardPercentOfVolume: Math.min(current.sizeHardPercentOfVolume, next.sizeHardPercentOfVolume),
  // The longer time asks more often.
  duplicateSeconds: Math.max(current.duplicateSeconds, next.duplicateSeconds),
  ordersPerMinute: Math.min(current.ordersPerMinute, next.ordersPerMinute),
  ordersPerDay: Math.min(current.ordersPerDay, next.ordersPerDay),
  dailyLoss: lesser(current.dailyLoss, next.dailyLoss),
});

/** Something of what was asked for is looser than what holds. */
export const looserParts = (current: TradingLimits, next: TradingLimits): boolean =>
  JSON.stringify(tighterOf(current, next)) !== JSON.stringify(tighterOf(next, next));

/** `null` is no limit, and so the looser of any two. */
const lesser = (a: Decimal | null, b: Decimal | null): Decimal | null =>
  a === null || (b !== null && compare(b, a) < 0) ? b : a;
