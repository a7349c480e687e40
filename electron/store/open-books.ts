import { z } from 'zod';
import { bookCheckSchema, type BookCheck } from '../../shared/domain/book-check';
import type { AccountId, Conid } from '../../shared/domain/ids';
import {
  brokerTransactionSchema,
  type BrokerTransaction,
  type RecordedSpan,
} from '../../shared/domain/ledger-entry';
import { openSideFile } from './open-file';

/** A broker transaction with the instrument it was asked for. */
export interface KeptTransaction extends BrokerTransaction {
  readonly conid: Conid;
  readonly number: number;
}

/** What the next check starts from: everything the broker held, and the executions known by then. */
const bookStateSchema = z.object({
  positions: z.record(z.string(), z.string()),
  cash: z.record(z.string(), z.string()),
  executionIds: z.array(z.string()),
});
export type BookState = z.infer<typeof bookStateSchema>;

/** What we keep for good beside the executions: what was recorded when, IBKR's transactions by day, and every check. */
export interface Books {
  /** Replaces what was kept of these days: IBKR adds up a day's trades and changes its line until the day is over. */
  readonly keepTransactions: (
    accountId: AccountId,
    conid: Conid,
    days: { readonly fromMs: number; readonly toMs: number },
    rows: ReadonlyArray<BrokerTransaction>,
  ) => void;
  readonly transactionsOf: (accountId: AccountId) => ReadonlyArray<KeptTransaction>;
  /** All executions of this time are kept now. */
  readonly recorded: (accountId: AccountId, span: RecordedSpan) => void;
  readonly spansOf: (accountId: AccountId) => ReadonlyArray<RecordedSpan>;
  readonly keepCheck: (check: BookCheck, state: BookState) => void;
  /** Newest first. */
  readonly checksOf: (
    accountId: AccountId,
  ) => ReadonlyArray<{ readonly check: BookCheck; readonly state: BookState }>;
  readonly close: () => void;
}

/** Opens `books.sqlite`. A damaged file is set aside beside it and recording starts anew. */
export function openBooks(path: string): Books {
  const sql = openSideFile(path, schema, false);
  const spansOf: Books['spansOf'] = (accountId) =>
    sql
      .all('SELECT from_ms, to_ms FROM spans WHERE account_id = ? ORDER BY from_ms', accountId)
      .map((row) => ({ fromMs: Number(row.from_ms), toMs: Number(row.to_ms) }));
  return {
    keepTransactions: (accountId, conid, { fromMs, toMs }, rows) =>
      sql.transaction(() => {
        sql.run(
          'DELETE FROM transactions WHERE account_id = ? AND conid = ? AND day_ms BETWEEN ? AND ?',
          ...[accountId, conid, fromMs, toMs],
        );
        for (const [number, row] of rows.entries())
          if (row.dayMs !== null)
            sql.run(
              'INSERT OR REPLACE INTO transactions (account_id, conid, day_ms, number, row) VALUES (?, ?, ?, ?, ?)',
              ...[accountId, conid, row.dayMs, number, JSON.stringify(row)],
            );
      }),
    transactionsOf: (accountId) =>
      sql
        .all(
          'SELECT conid, number, row FROM transactions WHERE account_id = ? ORDER BY day_ms, number',
          accountId,
        )
        .flatMap((row) => {
          const parsed = brokerTransactionSchema.safeParse(JSON.parse(String(row.row)));
          // Stored as the conid it was asked with.
          return parsed.success
            ? [{ ...parsed.data, conid: Number(row.conid) as Conid, number: Number(row.number) }]
            : [];
        }),
    recorded: (accountId, span) =>
      sql.transaction(() => {
        const touching = spansOf(accountId).filter(
          (known) => known.fromMs <= span.toMs && known.toMs >= span.fromMs,
        );
        const all = [...touching, span];
        sql.run(
          'DELETE FROM spans WHERE account_id = ? AND from_ms <= ? AND to_ms >= ?',
          ...[accountId, span.toMs, span.fromMs],
        );
        sql.run(
          'INSERT INTO spans (account_id, from_ms, to_ms) VALUES (?, ?, ?)',
          accountId,
          Math.min(...all.map(({ fromMs }) => fromMs)),
          Math.max(...all.map(({ toMs }) => toMs)),
        );
      }),
    spansOf,
    keepCheck: (check, state) =>
      sql.run(
        'INSERT OR REPLACE INTO checks (account_id, at_ms, result, state) VALUES (?, ?, ?, ?)',
        ...[check.accountId, check.atMs, JSON.stringify(check), JSON.stringify(state)],
      ),
    checksOf: (accountId) =>
      sql
        .all('SELECT result, state FROM checks WHERE account_id = ? ORDER BY at_ms DESC LIMIT 60', accountId)
        .flatMap((row) => {
          const check = bookCheckSchema.safeParse(JSON.parse(String(row.result)));
          const state = bookStateSchema.safeParse(JSON.parse(String(row.state)));
          return check.success && state.success ? [{ check: check.data, state: state.data }] : [];
        }),
    close: sql.close,
  };
}

const schema = `
  CREATE TABLE IF NOT EXISTS transactions (
    account_id TEXT NOT NULL, conid INTEGER NOT NULL, day_ms INTEGER NOT NULL, number INTEGER NOT NULL,
    row TEXT NOT NULL, PRIMARY KEY (account_id, conid, day_ms, number)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS spans (
    account_id TEXT NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, PRIMARY KEY (account_id, from_ms)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS checks (
    account_id TEXT NOT NULL, at_ms INTEGER NOT NULL, result TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (account_id, at_ms)
  ) STRICT;
`;
