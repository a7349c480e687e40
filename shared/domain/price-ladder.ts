import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { conidSchema } from './ids';
import { epochMsSchema } from './time';

/** The book of one contract by price, from high to low. Source: topic `sbd`, WEBSOCKET §3, read 2026-11. */
export const priceLadderSchema = z.object({
  conid: conidSchema,
  rows: z.array(
    z.object({
      price: decimalSchema,
      bidSize: decimalSchema.nullable(),
      askSize: decimalSchema.nullable(),
      /** IBKR's own mark of the last price. */
      isLast: z.boolean(),
    }),
  ),
  /** IBKR's word where it does not give the ladder: it needs a subscription to market depth. */
  refusal: z.string().nullable(),
  asOfMs: epochMsSchema,
});
export type PriceLadder = z.infer<typeof priceLadderSchema>;
