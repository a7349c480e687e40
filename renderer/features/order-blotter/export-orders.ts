import type { Execution, Order } from '../../../shared/domain/order';
import { saveText } from '../../ipc/files';
import { copyText } from '../../ui/copy-text';
import { executionsCsv, ordersCsv } from './order-csv';

/** What one list holds, as shown. */
export type Exported =
  | { readonly of: 'orders'; readonly rows: ReadonlyArray<Order> }
  | { readonly of: 'executions'; readonly rows: ReadonlyArray<Execution> };
export type ExportWay = 'copy' | 'csv' | 'json';

/** Carries a list out of the window; answers in words what was done with how much. */
export async function exportList(list: Exported, way: ExportWay, nowMs: number): Promise<string> {
  const count = `${list.rows.length} ${list.rows.length === 1 ? 'row' : 'rows'}`;
  const csv = list.of === 'orders' ? ordersCsv(list.rows) : executionsCsv(list.rows);
  if (way === 'copy') return copyText(csv) ? `${count} copied` : 'Not copied';
  // Decimals are text in JSON too: a reader's floating point must not round money.
  const text = way === 'csv' ? csv : `${JSON.stringify(list.rows, null, 2)}\n`;
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const saved = await saveText(`portico-${list.of}-${day}.${way}`, text);
  if (!saved.ok) return saved.error.message;
  return saved.value.savedAs === null ? '' : `${count} saved as ${saved.value.savedAs}`;
}
