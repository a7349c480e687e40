import { z } from 'zod';
import { barSchema } from './bar';
import { barSizes, barSources } from './bar-sizes';
import { conidSchema } from './ids';
import { availabilitySchema } from './quote';
import { epochMsSchema } from './time';

const barSizeSchema = z.enum(barSizes);
const barSourceSchema = z.enum(barSources);

/** One series of bars: what is asked for, cached and drawn under one name. */
export const chartSeriesSchema = z.strictObject({
  conid: conidSchema,
  bar: barSizeSchema,
  /** True includes bars outside regular trading hours. */
  outsideRth: z.boolean(),
  source: barSourceSchema,
});
export type ChartSeries = z.infer<typeof chartSeriesSchema>;

/** Consecutive bars of a series, oldest first, and what is known about the whole. */
export const historyPageSchema = z.object({
  bars: z.array(barSchema),
  availability: availabilitySchema,
  /** How far IBKR says its feed lags, in seconds; `null` where it does not say. */
  delaySeconds: z.number().nullable(),
  /** When the newest bar was last confirmed by the gateway. */
  asOfMs: epochMsSchema,
  /** Another number: the whole series was read anew (a split, an adjustment), earlier bars are void. */
  generation: z.number().int(),
  /** IBKR has nothing older. */
  oldestReached: z.boolean(),
  /** Why it was read anew the last time. */
  rereadBecause: z.enum(['adjusted', 'changed', 'gap']).nullable(),
});
export type HistoryPage = z.infer<typeof historyPageSchema>;

/** Where and when a contract trades, for axes, shading and the live bar. */
export const venueSchema = z.object({
  /** IANA name; `null` where IBKR does not say. */
  timeZone: z.string().nullable(),
  /** Regular sessions around now, oldest first; empty where IBKR does not say. */
  sessions: z.array(z.object({ openMs: epochMsSchema, closeMs: epochMsSchema })),
});
export type Venue = z.infer<typeof venueSchema>;
