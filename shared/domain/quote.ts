import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { conidSchema } from './ids';
import { epochMsSchema } from './time';

/** Field 6509's first letter in words. Source: GATEWAY_FACTS §8. */
export const availabilitySchema = z.enum([
  'live',
  'delayed',
  'frozen',
  'frozen-delayed',
  'not-subscribed',
  'unsigned',
  'unknown',
]);
export type Availability = z.infer<typeof availabilitySchema>;

const price = decimalSchema.nullable();

/** The latest known picture of one contract: deltas already merged; what was never sent is `null`. */
export const quoteSchema = z.object({
  conid: conidSchema,
  symbol: z.string().nullable(),
  last: price,
  /** `close`: last is the previous close. `halted`: trading is stopped. */
  lastMark: z.enum(['close', 'halted']).nullable(),
  bid: price,
  ask: price,
  bidSize: price,
  askSize: price,
  change: price,
  /** In percent: `1.25` means 1.25 %. */
  changePercent: price,
  open: price,
  high: price,
  low: price,
  previousClose: price,
  volume: price,
  availability: availabilitySchema,
  /** Whether the stream carries it now: `no-line` where the user's lines are used up, `refused` where IBKR said no. */
  feed: z.enum(['line', 'no-line', 'refused']),
  /** All further figures known, by the id of `market-field.ts`: decimals where the field is a number, else text. */
  more: z.record(z.string(), z.string()),
  /** When we received the latest change. */
  asOfMs: epochMsSchema,
});
export type Quote = z.infer<typeof quoteSchema>;

/** How many contracts may stream at once, how many do, and how many wait for a line. */
export const marketLinesSchema = z.object({
  limit: z.number().int(),
  used: z.number().int(),
  waiting: z.number().int(),
});
export type MarketLines = z.infer<typeof marketLinesSchema>;
