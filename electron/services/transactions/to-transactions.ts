import { toDecimal, type Decimal } from '../../../shared/domain/decimal';
import type { EntryKind } from '../../../shared/domain/entry-kind';
import type { BrokerTransaction } from '../../../shared/domain/ledger-entry';
import { dayOf, instantOf } from '../wire-day';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

interface TransactionsAnswer {
  readonly rows: BrokerTransaction[];
  readonly realizedPnl: Decimal | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/**
 * POST /pa/transactions, newest day first. `rawDate` is the day where it is sent; `date` otherwise, in Java's words.
 * `desc` may be the account id instead of a name. Source: recorded `pa/transactions-full`, read 2026-11.
 */
export const toTransactions = (wire: WireRecord, accountId: string): TransactionsAnswer => ({
  rows: recordsOf(wire['transactions'])
    .filter((row) => (textOf(row['acctid']) ?? accountId) === accountId)
    .map((row) => toRow(row, accountId))
    .sort((a, b) => (b.dayMs ?? 0) - (a.dayMs ?? 0)),
  realizedPnl: toDecimal(recordOf(wire['rpnl'])['amt']),
  fromMs: instantOf(wire['from']),
  toMs: instantOf(wire['to']),
});

function toRow(row: WireRecord, accountId: string): BrokerTransaction {
  const text = textOf(row['desc']);
  return {
    dayMs: dayOf(row['rawDate']) ?? dayOf(row['date']),
    type: textOf(row['type']) ?? 'Unknown',
    text: text === null || text === accountId ? '' : text.slice(0, 200),
    quantity: toDecimal(row['qty']),
    price: toDecimal(row['pr']),
    amount: toDecimal(row['amt']),
    currency: textOf(row['cur']),
    rate: toDecimal(row['fxRate']),
  };
}

/** IBKR's types are words for people; what is not recognised is `other` and keeps its word. */
export function kindOf(type: string): EntryKind {
  const word = type.toLowerCase();
  if (/\b(buy|sell|bought|sold|trade)/.test(word)) return 'trade';
  if (/dividend|payment in lieu/.test(word)) return 'dividend';
  if (/interest/.test(word)) return 'interest';
  if (/fee|commission|tax|withh/.test(word)) return 'fee';
  return /deposit|withdraw|transfer|acats/.test(word) ? 'transfer' : 'other';
}
