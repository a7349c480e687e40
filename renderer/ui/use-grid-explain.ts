import { type MouseEvent, useState } from 'react';
import type { Explanation } from './explain';
import type { GridLine } from './grid-lines';
import type { GridColumn } from './grid-model';
import type { MenuItem, MenuPlace } from './menu';

interface Shown {
  readonly explanation: Explanation;
  readonly at: MenuPlace;
}

/** Explains a cell of a grid: by key, by Alt and a press, by the row's menu. */
export function useGridExplain<Row>(
  lines: ReadonlyArray<GridLine<Row>>,
  columns: ReadonlyArray<GridColumn<Row>>,
): {
  readonly shown: Shown | null;
  readonly close: () => void;
  readonly open: (row: number, column: number, from: HTMLElement) => void;
  readonly openAt: (row: number, event: MouseEvent) => void;
  readonly itemAt: (row: number, event: MouseEvent) => ReadonlyArray<MenuItem>;
} {
  const [shown, setShown] = useState<Shown | null>(null);
  const explanationOf = (row: number, column: number): Explanation | null => {
    const line = lines[row];
    return line?.kind === 'row' ? (columns[column]?.explain?.(line.row) ?? null) : null;
  };
  const show = (row: number, column: number, at: MenuPlace): void => {
    const explanation = explanationOf(row, column);
    if (explanation !== null) setShown({ explanation, at });
  };
  const placeOf = (event: MouseEvent): MenuPlace => ({ x: event.clientX, y: event.clientY + 8 });
  return {
    shown,
    close: () => setShown(null),
    open: (row, column, from) => {
      const { left, bottom } = from.getBoundingClientRect();
      show(row, column, { x: left, y: bottom + 4 });
    },
    openAt: (row, event) => show(row, columnAt(event), placeOf(event)),
    itemAt: (row, event) => {
      const column = columnAt(event);
      if (columns[column]?.explain === undefined) return [];
      const at = placeOf(event);
      return [
        {
          name: 'Explain this number',
          newGroup: true,
          obstacle: explanationOf(row, column) === null ? 'There is no figure here.' : null,
          onPick: () => show(row, column, at),
        },
      ];
    },
  };
}

const columnAt = (event: MouseEvent): number =>
  Number(
    (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(':')[1] ?? -1,
  );
