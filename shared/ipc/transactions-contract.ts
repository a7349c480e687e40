import { z } from 'zod';
import { bookCheckSchema } from '../domain/book-check';
import { accountIdSchema, conidSchema } from '../domain/ids';
import { ledgerFilterSchema, ledgerPageSchema, transactionHistorySchema } from '../domain/ledger-entry';
import { call } from './define';

const accountId = accountIdSchema;

export const transactionsContract = {
  /** Our own ledger: nothing is asked of IBKR. */
  'transactions.ledger': call(
    z.strictObject({ accountId, filter: ledgerFilterSchema, limit: z.number().int().min(1).max(20_000) }),
    ledgerPageSchema,
  ),
  /** What IBKR knows of one instrument, and what dividends and transfers of it are added to the ledger. */
  'transactions.history': call(
    z.strictObject({
      accountId,
      conid: conidSchema,
      days: z.number().int().min(1).max(3650),
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
    transactionHistorySchema,
  ),
  /** Reads the last seven days of executions and compares our books with the broker's. */
  'transactions.check': call(z.strictObject({ accountId }), bookCheckSchema),
  /** Newest first. */
  'transactions.checks': call(z.strictObject({ accountId }), z.array(bookCheckSchema)),
  /** Writes what matches to a file the user names; `savedAs` is null when the user thought better of it. */
  'transactions.export': call(
    z.strictObject({ accountId, filter: ledgerFilterSchema, format: z.enum(['csv', 'json', 'sqlite']) }),
    z.object({ savedAs: z.string().nullable(), rows: z.number().int() }),
  ),
};
