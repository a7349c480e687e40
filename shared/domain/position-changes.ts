import type { PositionChanges, PositionList } from './portfolio';
import type { Position } from './position';

/** The list a window had with what main says has changed since; a row that did not change stays the same object. */
export function withChanges(
  before: PositionList | undefined,
  { rows, moved, removed, since, ...head }: PositionChanges,
): PositionList {
  if (since === null || before?.version !== since) return { ...head, positions: rows };
  const changed = new Map<number, Position>(rows.map((row) => [row.conid, row]));
  const figures = new Map(moved.map((tuple) => [tuple[0], tuple]));
  const gone = new Set(removed);
  const kept = before.positions.flatMap((position) => {
    const { conid } = position;
    if (gone.has(conid)) return [];
    const row = changed.get(conid);
    if (row !== undefined) {
      changed.delete(conid);
      return [row];
    }
    const tuple = figures.get(conid);
    if (tuple === undefined) return [position];
    const [, marketPrice, marketValue, marketValueBase, unrealizedPnl, unrealizedPnlBase] = tuple;
    return [{ ...position, marketPrice, marketValue, marketValueBase, unrealizedPnl, unrealizedPnlBase }];
  });
  return { ...head, positions: [...kept, ...changed.values()] };
}
