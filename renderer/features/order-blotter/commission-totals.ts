import { add, type Decimal } from '../../../shared/domain/decimal';
import type { Execution, OrderBook } from '../../../shared/domain/order';

/** The currency of a fill: IBKR names it for orders only; `null` where neither its order nor its contract is listed. */
export function fillCurrency(
  orders: OrderBook['orders'],
): (execution: Pick<Execution, 'orderId' | 'conid'>) => string | null {
  const currencies = new Map<string, string>();
  for (const { orderId, conid, currency } of orders) {
    if (currency === null) continue;
    currencies.set(`order ${orderId}`, currency);
    currencies.set(`contract ${conid}`, currency);
  }
  return ({ orderId, conid }) =>
    currencies.get(`order ${orderId ?? ''}`) ?? currencies.get(`contract ${conid ?? ''}`) ?? null;
}

/** Commissions by currency, taken from each fill's order; what has no known currency or amount is counted apart. */
export function commissionTotals({ executions, orders }: Pick<OrderBook, 'executions' | 'orders'>): {
  readonly totals: ReadonlyArray<{ readonly currency: string; readonly amount: Decimal }>;
  readonly unknown: number;
} {
  const currencyOf = fillCurrency(orders);
  const totals = new Map<string, Decimal>();
  let unknown = 0;
  for (const execution of executions) {
    const { commission } = execution;
    const currency = currencyOf(execution);
    if (commission === null || currency === null) unknown += 1;
    else totals.set(currency, add(totals.get(currency) ?? ('0' as Decimal), commission));
  }
  return {
    totals: [...totals]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([currency, amount]) => ({ currency, amount })),
    unknown,
  };
}
