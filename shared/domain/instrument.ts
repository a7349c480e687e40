import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { conidSchema } from './ids';

/** One line of a symbol search. Unknown currency or exchange is `null`: two listings of one ticker differ there. */
export const instrumentMatchSchema = z.object({
  conid: conidSchema,
  symbol: z.string(),
  name: z.string(),
  exchange: z.string().nullable(),
  currency: z.string().nullable(),
  /** IBKR's word: STK, OPT, FUT, CASH, IND, BOND, FUND, CRYPTO, CFD … */
  assetClass: z.string(),
  /** What else IBKR lists on it: kind, months such as `DEC26`, exchanges. Empty where it said nothing. */
  derivatives: z.array(
    z.object({ assetClass: z.string(), months: z.array(z.string()), exchanges: z.array(z.string()) }),
  ),
});
export type InstrumentMatch = z.infer<typeof instrumentMatchSchema>;

/** From `lowerEdge` upwards the price moves in steps of `increment`. */
export const tickRuleSchema = z.object({ lowerEdge: decimalSchema, increment: decimalSchema });
export type TickRule = z.infer<typeof tickRuleSchema>;

/** What may be sent for a contract on one side. Source: /iserver/contract/{conid}/info-and-rules. */
export const orderRulesSchema = z.object({
  orderTypes: z.array(z.string()),
  orderTypesOutside: z.array(z.string()),
  tifs: z.array(z.string()),
  tickRules: z.array(tickRuleSchema),
  /** Decimals a price is shown with. */
  priceDigits: z.number().int().min(0).max(10),
  /** What IBKR's own ticket steps by: 100 for stocks that trade singly too. A step for the keys, not a limit. */
  sizeIncrement: decimalSchema,
  defaultSize: decimalSchema.nullable(),
  /** Types that may be ordered in parts of one unit; empty: whole units only. */
  fractionTypes: z.array(z.string()),
  /** Decimals a part may have. */
  fractionDigits: z.number().int().min(0).max(10),
  /** Types that IBKR's algorithms can work; empty: none. */
  algoTypes: z.array(z.string()),
  /** IBKR wants each order of this contract previewed. */
  previewForced: z.boolean(),
});
export type OrderRules = z.infer<typeof orderRulesSchema>;

export const instrumentSchema = instrumentMatchSchema.omit({ derivatives: true }).extend({
  multiplier: decimalSchema.nullable(),
  /** Of an option or a warrant; left out where the contract has none. */
  strike: decimalSchema.nullable().optional(),
  /** Units of price per unit of currency: 100 where quotes are in pence. */
  priceMagnifier: decimalSchema,
  /** Where it may be sent; the first is where IBKR sends it unless told otherwise. */
  routes: z.array(z.string()),
  rules: orderRulesSchema,
});
export type Instrument = z.infer<typeof instrumentSchema>;

/** What may be searched for; `all` is IBKR's own mixture. */
export const searchKindSchema = z.enum([
  ...(['all', 'STK', 'FUT', 'OPT', 'IND', 'CASH', 'BOND', 'FUND', 'CRYPTO', 'CFD', 'WAR', 'FOP'] as const),
]);
export type SearchKind = z.infer<typeof searchKindSchema>;
