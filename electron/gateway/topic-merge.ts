import { isRecord } from './interpret';
import type { TopicName } from './topics';

export type WireRow = Readonly<Record<string, unknown>>;

/** What a subscription knows: single values under '', rows under their id. */
export interface TopicMemory {
  readonly rows: Map<string, WireRow>;
}

/** What changed (whole rows, merged) and what is known now. */
export interface MergedFrame {
  readonly changed: ReadonlyArray<WireRow>;
  readonly all: ReadonlyArray<WireRow>;
}

export const createMemory = (): TopicMemory => ({ rows: new Map() });

/** Rows kept per subscription: a day of executions and orders, bounded. */
const maxRows = 20_000;

/**
 * Takes one frame into the memory of its topic. Quotes, orders and P&L come as deltas: only what changed.
 * Executions are sent again and again: only new or completed ones count — WEBSOCKET §3. `null`: nothing new.
 */
export function mergeFrame(topic: TopicName, memory: TopicMemory, frame: WireRow): MergedFrame | null {
  const incoming = rowsOf(topic, frame);
  const changed: WireRow[] = [];
  for (const { id, row } of incoming) {
    const before = memory.rows.get(id);
    if (topic === 'smd' && isOlder(row, before)) continue;
    const after = topic === 'smh' || topic === 'sbd' ? row : { ...before, ...row };
    if (topic === 'str' && before !== undefined && sameRow(before, after)) continue;
    // Deleting first keeps the newest at the end, so that the bound drops the oldest.
    memory.rows.delete(id);
    memory.rows.set(id, after);
    changed.push(after);
  }
  for (const oldest of memory.rows.keys()) {
    if (memory.rows.size <= maxRows) break;
    memory.rows.delete(oldest);
  }
  return changed.length === 0 ? null : { changed, all: [...memory.rows.values()] };
}

function rowsOf(
  topic: TopicName,
  frame: WireRow,
): ReadonlyArray<{ readonly id: string; readonly row: WireRow }> {
  const args = frame['args'];
  switch (topic) {
    case 'smd':
    case 'smh':
    case 'sbd':
      return [{ id: '', row: frame }];
    case 'spl':
      return isRecord(args)
        ? Object.entries(args).flatMap(([key, row]) =>
            isRecord(row) ? [{ id: key, row: { ...row, key } }] : [],
          )
        : [];
    case 'sor':
      return identified(args, 'orderId');
    case 'str':
      return identified(args, 'execution_id');
    case 'ssd':
    case 'sld':
      return identified(frame['result'], 'key');
  }
}

const identified = (
  list: unknown,
  idName: string,
): ReadonlyArray<{ readonly id: string; readonly row: WireRow }> =>
  (Array.isArray(list) ? list : []).flatMap((row: unknown) => {
    const id = isRecord(row) ? row[idName] : null;
    return isRecord(row) && (typeof id === 'string' || typeof id === 'number')
      ? [{ id: String(id), row }]
      : [];
  });

/** Frames can overtake each other; time on a quote never goes back — FAULTS G5. */
function isOlder(row: WireRow, before: WireRow | undefined): boolean {
  const [now, then] = [row['_updated'], before?.['_updated']];
  return typeof now === 'number' && typeof then === 'number' && now < then;
}

const sameRow = (left: WireRow, right: WireRow): boolean =>
  Object.keys(right).every(
    (key) => left[key] === right[key] || JSON.stringify(left[key]) === JSON.stringify(right[key]),
  );
