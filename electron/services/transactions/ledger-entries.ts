import { abs, multiply, negate, subtract, type Decimal } from '../../../shared/domain/decimal';
import { accountIdSchema, type AccountId } from '../../../shared/domain/ids';
import type { LedgerEntry, LedgerFilter, RecordedSpan } from '../../../shared/domain/ledger-entry';
import type { Execution } from '../../../shared/domain/order';
import type { KeptTransaction } from '../../store/open-books';
import type { InstrumentFacts } from './instruments';
import { kindOf } from './to-transactions';
import { ownEntry } from '../../../shared/own-entry';

type FactsOf = (conid: number | null) => InstrumentFacts;
const dayMs = 86_400_000;

/** Bought is positive, sold negative; an expiry (`X`) has no side of its own. */
export function signedQuantity({ side, quantity }: Execution): Decimal | null {
  if (quantity === null) return null;
  return side === 'BUY' ? abs(quantity) : side === 'SELL' ? negate(abs(quantity)) : null;
}

/** What an execution did to the cash of its contract's currency. A future moves cash only as it is settled. */
export function cashOf(execution: Execution, { assetClass, currency }: InstrumentFacts): Decimal | null {
  const { side, netAmount, commission } = execution;
  if (currency === null || assetClass === null || ['FUT', 'CASH', 'CFD'].includes(assetClass)) return null;
  if (netAmount === null || commission === null || (side !== 'BUY' && side !== 'SELL')) return null;
  const value = abs(netAmount);
  return subtract(side === 'BUY' ? negate(value) : value, commission);
}

/** Executions, and what IBKR tells by the day: its trades only where we were not recording. Newest first. */
export function ledgerEntries(
  accountId: AccountId,
  executions: ReadonlyArray<Execution>,
  transactions: ReadonlyArray<KeptTransaction>,
  spans: ReadonlyArray<RecordedSpan>,
  factsOf: FactsOf,
): LedgerEntry[] {
  const covered = (dayStartMs: number): boolean =>
    spans.some(({ fromMs, toMs }) => fromMs < dayStartMs + dayMs && toMs > dayStartMs) ||
    executions.some(({ timeMs }) => timeMs >= dayStartMs && timeMs < dayStartMs + dayMs);
  const byDay = transactions.flatMap((row): LedgerEntry[] => {
    const kind = kindOf(row.type);
    if (row.dayMs === null || (kind === 'trade' && covered(row.dayMs))) return [];
    const facts = factsOf(row.conid);
    return [
      {
        ...{
          id: `day:${row.conid}:${row.dayMs}:${row.number}`,
          accountId,
          kind,
          precision: 'day',
          timeMs: row.dayMs,
        },
        ...{ conid: row.conid, symbol: facts.symbol ?? `conid ${row.conid}`, assetClass: facts.assetClass },
        text: [row.type, row.text].filter((part) => part !== '').join(' · '),
        quantity: kind === 'trade' ? row.quantity : null,
        price: kind === 'trade' ? row.price : null,
        value: row.amount === null ? null : abs(row.amount),
        ...{ commission: null, cash: row.amount, currency: row.currency, exchange: null, orderRef: null },
      },
    ];
  });
  return [...executions.map((execution) => entryOf(execution, factsOf(execution.conid))), ...byDay].sort(
    (a, b) => b.timeMs - a.timeMs || b.id.localeCompare(a.id),
  );
}

function entryOf(execution: Execution, facts: InstrumentFacts): LedgerEntry {
  const { executionId, timeMs, conid, price, netAmount, commission, exchange, orderRef, side } = execution;
  const words: Readonly<Record<string, string>> = { BUY: 'Bought', SELL: 'Sold', X: 'Expired' };
  return {
    ...{
      id: executionId,
      accountId: accountIdSchema.parse(execution.accountId),
      kind: 'trade',
      precision: 'second',
    },
    ...{
      timeMs,
      conid,
      price,
      commission,
      exchange,
      orderRef,
      currency: facts.currency,
      assetClass: facts.assetClass,
    },
    symbol: execution.symbol === '' ? (facts.symbol ?? '') : execution.symbol,
    text: [ownEntry(words, side) ?? side, facts.name ?? ''].filter((part) => part !== '').join(' · '),
    quantity: signedQuantity(execution),
    value: netAmount === null ? valueOf(execution, facts) : abs(netAmount),
    cash: cashOf(execution, facts),
  };
}

// Only a stock's value is its price times its quantity; others have multipliers.
const valueOf = ({ price, quantity }: Execution, { assetClass }: InstrumentFacts): Decimal | null =>
  assetClass === 'STK' && price !== null && quantity !== null ? abs(multiply(price, quantity)) : null;

/** Everything looked for must be there: words anywhere, the kind, the days. */
export function matches(entry: LedgerEntry, { text, kind, fromMs, toMs }: LedgerFilter): boolean {
  if (kind !== 'all' && entry.kind !== kind) return false;
  if ((fromMs !== null && entry.timeMs < fromMs) || (toMs !== null && entry.timeMs > toMs)) return false;
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const haystack = [
    entry.symbol,
    entry.text,
    entry.kind,
    entry.currency,
    entry.exchange,
    entry.assetClass,
    entry.orderRef,
    entry.id,
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => haystack.includes(word));
}
