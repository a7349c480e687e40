import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema, conidSchema } from './ids';
import { epochMsSchema } from './time';

/** One thing on which our ledger and the broker do not agree. */
export const bookDifferenceSchema = z.object({
  kind: z.enum(['position', 'cash']),
  conid: conidSchema.nullable(),
  /** The symbol, or the currency of the cash. */
  name: z.string(),
  /** What the last check and everything recorded since add up to. */
  ours: decimalSchema,
  broker: decimalSchema,
  /** broker − ours. */
  difference: decimalSchema,
});
export type BookDifference = z.infer<typeof bookDifferenceSchema>;

/**
 * One agreement check of an account: `first` (nothing to compare with yet), `agree`, `differ`, or `moving` (trades
 * came in while it was made).
 */
export const bookCheckSchema = z.object({
  accountId: accountIdSchema,
  atMs: epochMsSchema,
  /** The check before, whose figures were the start; `null` for the first. */
  sinceMs: epochMsSchema.nullable(),
  outcome: z.enum(['first', 'agree', 'differ', 'moving']),
  differences: z.array(bookDifferenceSchema),
  positions: z.number().int(),
  currencies: z.number().int(),
  executions: z.number().int(),
  /** What could not be compared and why, in sentences. */
  unchecked: z.array(z.string()),
});
export type BookCheck = z.infer<typeof bookCheckSchema>;
