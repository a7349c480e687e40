import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema } from './ids';
import { epochMsSchema } from './time';

const amount = decimalSchema.nullable();

/** One day of a period. `timeMs` is the day's UTC midnight: a date, whatever zone it is read in. */
export const performancePointSchema = z.object({
  timeMs: epochMsSchema,
  /** Net asset value at the end of the day, in `currency`. */
  nav: amount,
  /** Time-weighted return since the period's start, a fraction: 0.0125 is 1.25 %. */
  cumulativeReturn: amount,
});
export type PerformancePoint = z.infer<typeof performancePointSchema>;

export const performancePeriodSchema = z.object({
  /** IBKR's word: 1D, 7D, MTD, 1M, YTD, 1Y. */
  id: z.string(),
  /** The last day before the period; its value is what the period began with. */
  startMs: epochMsSchema.nullable(),
  startNav: amount,
  points: z.array(performancePointSchema),
});
export type PerformancePeriod = z.infer<typeof performancePeriodSchema>;

/**
 * What one or several accounts were worth and earned, by the day. Several are consolidated: values added, returns
 * weighted by value. Source: POST /pa/allperiods and /pa/performance, each at most once per 15 minutes.
 */
export const performanceSchema = z.object({
  accountIds: z.array(accountIdSchema),
  currency: z.string().nullable(),
  periods: z.array(performancePeriodSchema),
  /** IBKR's own word of when its figures were made, zone not stated; `null` where it does not say. */
  brokerStamp: z.string().nullable(),
  asOfMs: epochMsSchema,
  /** Asked again at the earliest then; `null` when it may be asked now. */
  nextMs: epochMsSchema.nullable(),
  /** What IBKR's answer lacks or contradicts, in sentences. */
  remarks: z.array(z.string()),
});
export type Performance = z.infer<typeof performanceSchema>;
