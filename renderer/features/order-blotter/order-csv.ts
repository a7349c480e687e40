import type { Execution, Order } from '../../../shared/domain/order';

const orderFields = [
  ...(['orderId', 'accountId', 'symbol', 'conid', 'side', 'quantity', 'filled', 'orderType'] as const),
  ...(['limitPrice', 'stopPrice', 'averagePrice', 'currency', 'tif', 'outsideRth', 'status'] as const),
  ...(['orderRef', 'parentOrderId'] as const),
];
const executionFields = [
  ...(['executionId', 'orderId', 'accountId', 'symbol', 'conid', 'side', 'quantity', 'price'] as const),
  ...(['netAmount', 'commission', 'exchange', 'orderRef'] as const),
];

/** Orders as shown, with a point in decimals and times in UTC, whatever the screen's manners. */
export const ordersCsv = (orders: ReadonlyArray<Order>): string =>
  table(
    ['updated', ...orderFields],
    orders.map((order) => [utc(order.updatedMs), ...orderFields.map((field) => order[field])]),
  );

export const executionsCsv = (executions: ReadonlyArray<Execution>): string =>
  table(
    ['time', ...executionFields],
    executions.map((row) => [utc(row.timeMs), ...executionFields.map((field) => row[field])]),
  );

type Cell = string | number | boolean | null | undefined;

const utc = (timeMs: number): string => new Date(timeMs).toISOString();

const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<Cell>>): string =>
  [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

// What begins like a formula is a text here, not one to be run by a spreadsheet; numbers keep their minus.
function cell(value: Cell): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
