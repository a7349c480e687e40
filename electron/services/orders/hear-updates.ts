import { evidenceFromOrders, evidenceFromTrades } from './evidence';
import type { OrderContext } from './order-context';
import type { OrderUpdates } from './ports';

/** What the stream says goes into the book, and counts as evidence for decisions. Returns what ends the listening. */
export function hearUpdates(
  { ledger, book, clock, checkSoon }: OrderContext,
  updates: OrderUpdates,
): ReadonlyArray<() => void> {
  const look = () => ({ startedMonoMs: clock.monotonicMs(), complete: false });
  return [
    updates.onOrders((rows) => {
      if (!book.applyRows(rows)) checkSoon();
      const ids = new Set(rows.map((row) => row.orderId));
      // Of all accounts: an order of ours on another one must be said too.
      const heard = book.all().filter((order) => ids.has(order.orderId));
      const entries = ledger.all().flatMap((facts) => evidenceFromOrders(facts, heard, look()));
      if (entries.length > 0) ledger.note(entries);
    }),
    updates.onExecutions((executions) => {
      book.applyExecutions(executions);
      const refs = new Set(executions.map((execution) => execution.orderRef));
      const entries = ledger
        .all()
        .filter((facts) => [facts.cOID, ...facts.groupRefs].some((ref) => ref !== null && refs.has(ref)))
        .flatMap((facts) => evidenceFromTrades(facts, executions, look()));
      if (entries.length > 0) ledger.note(entries);
    }),
    updates.onGap(checkSoon),
  ];
}
