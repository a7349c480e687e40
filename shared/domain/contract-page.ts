import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { orderRulesSchema } from './instrument';
import { epochMsSchema } from './time';

const sideRulesSchema = orderRulesSchema.extend({
  /** IBKR's word where it gives no rules for this side. */
  error: z.string().nullable(),
  algoEligible: z.boolean().nullable(),
  /** Digits of a fraction of a share; `null` where whole units only. */
  fractionDigits: z.number().int().nullable(),
});
export type SideRules = z.infer<typeof sideRulesSchema>;

/** One contract as IBKR describes it, and what may be ordered on either side. */
export const contractDetailsSchema = z.object({
  /** Name and value in words, in the order they are read. */
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  buy: sideRulesSchema.nullable(),
  sell: sideRulesSchema.nullable(),
  algos: z.array(
    z.object({
      algoId: z.string(),
      name: z.string(),
      description: z.string().nullable(),
      parameters: z.array(
        z.object({ name: z.string(), description: z.string().nullable(), required: z.boolean() }),
      ),
    }),
  ),
});
export type ContractDetails = z.infer<typeof contractDetailsSchema>;

const spanSchema = z.object({ openMs: epochMsSchema, closeMs: epochMsSchema });

/** When a contract trades. A day without regular hours is a holiday or trades outside them only. */
export const tradingScheduleSchema = z.object({
  /** IANA name, such as `America/New_York`; IBKR's `US/Eastern` is one too. */
  timeZone: z.string(),
  days: z.array(
    z.object({
      /** YYYYMMDD, a date of the exchange. */
      date: z.string(),
      regular: z.array(spanSchema),
      extended: z.array(spanSchema),
    }),
  ),
});
export type TradingSchedule = z.infer<typeof tradingScheduleSchema>;

export const exchangeRateSchema = z.object({ rate: decimalSchema });
