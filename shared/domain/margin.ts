import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema } from './ids';
import { epochMsSchema } from './time';

const amount = decimalSchema.nullable();

/** One requirement or resource, for the whole account and for each of IBKR's segments. In base currency. */
export const marginRowSchema = z.object({
  /** IBKR's key, such as `initmarginreq`. */
  key: z.string(),
  total: amount,
  securities: amount,
  commodities: amount,
  crypto: amount,
});

/**
 * Margin, accruals and coming settlements of an account. Source: /portfolio/{id}/summary (143 keys; `-s`
 * securities, `-c` commodities, `-p` crypto). What IBKR marks as null, or does not send, is unknown.
 */
export const marginSchema = z.object({
  accountId: accountIdSchema,
  baseCurrency: z.string().nullable(),
  rows: z.array(marginRowSchema),
  /** Share of net liquidation that is excess liquidity, a fraction. */
  cushion: amount,
  /** Gross position value of securities over net liquidation. */
  leverage: amount,
  sma: amount,
  regTMargin: amount,
  accruedInterest: amount,
  accruedDividends: amount,
  /** When the look-ahead figures come into force. */
  lookAheadMs: epochMsSchema.nullable(),
  /** Cash that will be settled, by day; a day is its UTC midnight. */
  settlement: z.array(z.object({ dayMs: epochMsSchema, cash: amount })),
  /** IBKR's own time of the figures. */
  brokerMs: epochMsSchema.nullable(),
  asOfMs: epochMsSchema,
});
export type Margin = z.infer<typeof marginSchema>;
