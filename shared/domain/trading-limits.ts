import { z } from 'zod';
import { decimal } from './decimal';
import { decimalSchema } from './decimal-schema';

const percent = z.number().positive().max(1000);
const times = z.number().min(1).max(1_000_000);
const positive = decimalSchema.refine(
  (value) => /[1-9]/.test(value) && !value.startsWith('-'),
  'must be above zero',
);

const fields = {
  /** Distance from the market on the side that costs. */
  priceSoftPercent: percent,
  priceHardPercent: percent,
  /** In base currency. */
  valueSoft: positive,
  /** The own cap in base currency; `null`: none. */
  valueHard: positive.nullable(),
  /** Of the net liquidation value. */
  valueSoftPercentOfWorth: percent,
  valueHardPercentOfWorth: percent,
  /** What options move at their strike, of the net liquidation value. */
  exposureSoftPercentOfWorth: percent,
  exposureHardPercentOfWorth: percent,
  /** Shares or contracts of one order; `null`: none. */
  quantityHard: positive.nullable(),
  /** Against the median of the own orders in the same contract. */
  sizeSoftTimesMedian: times,
  sizeHardTimesMedian: times,
  /** Of the contract's average daily volume. */
  sizeSoftPercentOfVolume: percent,
  sizeHardPercentOfVolume: percent,
  /** The same contract and side again within this is asked about. */
  duplicateSeconds: z.number().int().min(2).max(3600),
  ordersPerMinute: z.number().int().min(1).max(60),
  ordersPerDay: z.number().int().min(1).max(5000),
  /** Of one account on one day, in base currency; `null`: none. */
  dailyLoss: positive.nullable(),
};

/** One profile's limits. Soft ones are ticked off, hard ones cannot be clicked through. Source: ORDER_ENTRY §7. */
export const tradingLimitsSchema = z.strictObject(fields).superRefine((limits, context) => {
  const pairs = [
    ['priceSoftPercent', 'priceHardPercent'],
    ['valueSoftPercentOfWorth', 'valueHardPercentOfWorth'],
    ['exposureSoftPercentOfWorth', 'exposureHardPercentOfWorth'],
    ['sizeSoftTimesMedian', 'sizeHardTimesMedian'],
    ['sizeSoftPercentOfVolume', 'sizeHardPercentOfVolume'],
  ] as const;
  for (const [soft, hard] of pairs)
    if (limits[soft] > limits[hard])
      context.addIssue({ code: 'custom', message: 'The warning must come before the stop.', path: [soft] });
});
export type TradingLimits = z.infer<typeof tradingLimitsSchema>;

/** What an earlier version stored may lack limits that came later: those are then the defaults. */
export const storedLimitsSchema = z.object(fields).partial();

/** Defaults of ORDER_ENTRY §7 and ORDER_SAFETY §9. */
export const defaultLimits: TradingLimits = {
  priceSoftPercent: 3,
  priceHardPercent: 20,
  valueSoft: decimal('100000'),
  valueHard: null,
  valueSoftPercentOfWorth: 10,
  valueHardPercentOfWorth: 50,
  exposureSoftPercentOfWorth: 25,
  exposureHardPercentOfWorth: 200,
  quantityHard: null,
  sizeSoftTimesMedian: 5,
  sizeHardTimesMedian: 50,
  sizeSoftPercentOfVolume: 1,
  sizeHardPercentOfVolume: 10,
  duplicateSeconds: 60,
  ordersPerMinute: 10,
  ordersPerDay: 200,
  dailyLoss: null,
};
