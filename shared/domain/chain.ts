import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { conidSchema } from './ids';
import { epochMsSchema } from './time';

/** What a chain may be of: options, options on futures, warrants. IBKR's words. */
export const chainKinds = ['OPT', 'FOP', 'WAR'] as const;
export const chainKindSchema = z.enum(chainKinds);
export type ChainKind = z.infer<typeof chainKindSchema>;

/** A month as IBKR writes it: `DEC26`. */
export const chainMonthSchema = z.string().regex(/^[A-Z]{3}\d{2}$/);
const exchangeSchema = z.string().regex(/^[A-Z0-9._-]{1,20}$/i);
const expirySchema = z.string().regex(/^\d{8}$/);

/** One chain of an underlying. `expiries` (YYYYMMDD) only where the search says them: else contracts bring them. */
const chainSchema = z.object({
  kind: chainKindSchema,
  months: z.array(chainMonthSchema),
  exchanges: z.array(exchangeSchema),
  expiries: z.array(expirySchema),
});
export type Chain = z.infer<typeof chainSchema>;

/** What a contract's chains hang on: itself, or what the contract is written on. */
export const chainUnderlyingSchema = z.object({
  conid: conidSchema,
  symbol: z.string(),
  name: z.string(),
  assetClass: z.string().nullable(),
  currency: z.string().nullable(),
  chains: z.array(chainSchema),
});
export type ChainUnderlying = z.infer<typeof chainUnderlyingSchema>;

/** Which part of a chain is meant. */
export const chainPartSchema = z.strictObject({
  underlying: conidSchema,
  kind: chainKindSchema,
  month: chainMonthSchema,
  exchange: exchangeSchema,
});
export type ChainPart = z.infer<typeof chainPartSchema>;

/** Strikes of one month, ascending; a strike may be missing on one side. */
export const chainStrikesSchema = z.object({
  calls: z.array(decimalSchema),
  puts: z.array(decimalSchema),
  asOfMs: epochMsSchema,
});
export type ChainStrikes = z.infer<typeof chainStrikesSchema>;

export const chainContractSchema = z.object({
  conid: conidSchema,
  right: z.enum(['C', 'P']),
  strike: decimalSchema,
  expiry: expirySchema,
  tradingClass: z.string().nullable(),
  multiplier: decimalSchema.nullable(),
  exchange: z.string().nullable(),
  /** IBKR's own words for it: "JAN 05 '24 195 Put". */
  words: z.string().nullable(),
});
export type ChainContract = z.infer<typeof chainContractSchema>;

/** Contracts as they are found, strike by strike. Strikes in `failed` were asked for in vain and say why. */
export const chainContractsSchema = z.object({
  contracts: z.array(chainContractSchema),
  done: z.array(decimalSchema),
  failed: z.array(z.object({ strike: decimalSchema, message: z.string() })),
});
export type ChainContracts = z.infer<typeof chainContractsSchema>;

const futureSchema = z.object({
  conid: conidSchema,
  symbol: z.string(),
  /** The exchange's short name: `ESZ6`. */
  localName: z.string().nullable(),
  expiry: expirySchema,
  /** The earlier of IBKR's two dates: nothing may be traded after it. */
  lastDay: expirySchema,
  multiplier: decimalSchema.nullable(),
  exchange: z.string().nullable(),
  currency: z.string().nullable(),
});
export type Future = z.infer<typeof futureSchema>;

/** Futures of one root that have not expired, nearest first. */
export const futuresSchema = z.object({
  futures: z.array(futureSchema),
  /** Where there are none on this contract: what IBKR's futures of the same symbol are on. */
  elsewhere: conidSchema.nullable(),
});
export type Futures = z.infer<typeof futuresSchema>;
