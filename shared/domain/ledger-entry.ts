import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { entryKinds } from './entry-kind';
import { accountIdSchema, conidSchema } from './ids';
import { epochMsSchema } from './time';

const amount = decimalSchema.nullable();

/**
 * One line of our own ledger. A trade is an execution kept from the moment it was heard of; what IBKR only tells by
 * the day (dividends, transfers, trades before recording began) has the precision `day`, its time the day's UTC midnight.
 */
export const ledgerEntrySchema = z.object({
  id: z.string(),
  accountId: accountIdSchema,
  kind: z.enum(entryKinds),
  precision: z.enum(['second', 'day']),
  timeMs: epochMsSchema,
  conid: conidSchema.nullable(),
  symbol: z.string(),
  /** What it is: the instrument's name, or IBKR's words for a movement. */
  text: z.string(),
  assetClass: z.string().nullable(),
  /** Positive bought, negative sold; `null` where nothing was traded. */
  quantity: amount,
  price: amount,
  /** What was traded for, without sign or commission, in `currency`. */
  value: amount,
  commission: amount,
  /** What it did to the cash of `currency`; unknown for futures and currencies, whose cash moves otherwise. */
  cash: amount,
  currency: z.string().nullable(),
  exchange: z.string().nullable(),
  orderRef: z.string().nullable(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** From when to when all executions of an account are known to be kept; between two spans some may be missing. */
export const recordedSpanSchema = z.object({ fromMs: epochMsSchema, toMs: epochMsSchema });
export type RecordedSpan = z.infer<typeof recordedSpanSchema>;

export const ledgerPageSchema = z.object({
  /** Newest first, at most as many as asked for. */
  entries: z.array(ledgerEntrySchema),
  /** How many match. */
  total: z.number().int(),
  /** Oldest first. */
  recorded: z.array(recordedSpanSchema),
});
export type LedgerPage = z.infer<typeof ledgerPageSchema>;

/** What is looked for; all of it at once. */
export const ledgerFilterSchema = z.strictObject({
  text: z.string().max(60),
  kind: z.enum([...entryKinds, 'all']),
  fromMs: epochMsSchema.nullable(),
  toMs: epochMsSchema.nullable(),
});
export type LedgerFilter = z.infer<typeof ledgerFilterSchema>;

/** One line of IBKR's transaction history: a day, not a moment; IBKR adds up the trades of a day. */
export const brokerTransactionSchema = z.object({
  dayMs: epochMsSchema.nullable(),
  type: z.string(),
  text: z.string(),
  quantity: amount,
  price: amount,
  amount,
  currency: z.string().nullable(),
  /** To the currency of the question. */
  rate: amount,
});
export type BrokerTransaction = z.infer<typeof brokerTransactionSchema>;

/** Transactions in one instrument. Source: POST /pa/transactions, at most once per 15 minutes whatever is asked. */
export const transactionHistorySchema = z.object({
  accountId: accountIdSchema,
  conid: conidSchema,
  days: z.number().int(),
  currency: z.string(),
  rows: z.array(brokerTransactionSchema),
  /** Of the range, in `currency`. */
  realizedPnl: amount,
  fromMs: epochMsSchema.nullable(),
  toMs: epochMsSchema.nullable(),
  asOfMs: epochMsSchema,
  /** Asked again at the earliest then. */
  nextMs: epochMsSchema.nullable(),
  remarks: z.array(z.string()),
});
export type TransactionHistory = z.infer<typeof transactionHistorySchema>;
