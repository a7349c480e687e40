import { type FocusEvent, type KeyboardEvent, useState } from 'react';

interface At {
  readonly row: number;
  readonly column: number;
}

/** Arrow keys for an ARIA grid. The header is row −1; a cell that holds a button hands it the focus. */
export function useGridKeys(rows: number, columns: number, reveal: (row: number) => void) {
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const row = Math.min(at.row, rows - 1);

  return {
    tabStop: (cellRow: number, column: number): 0 | -1 => (cellRow === row && column === at.column ? 0 : -1),
    /** For a row drawn as one cell across. */
    rowTabStop: (cellRow: number): 0 | -1 => (cellRow === row ? 0 : -1),
    rowOf: (target: EventTarget): number | null => placeOf(target as HTMLElement)?.row ?? null,
    /** Puts the focus on another row once it has been drawn. */
    focusRow: (grid: HTMLElement, index: number): void => {
      const next = { row: index, column: at.column };
      setAt(next);
      reveal(index);
      requestAnimationFrame(() => focusCell(grid, next));
    },
    onFocus: (event: FocusEvent<HTMLElement>): void => {
      const found = placeOf(event.target);
      if (found !== null && (found.row !== at.row || found.column !== at.column)) setAt(found);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>, open: (row: number) => void): void => {
      const here = placeOf(event.target as HTMLElement);
      if (here === null || event.altKey) return;
      if (event.key === 'Enter' && here.row >= 0 && !(event.target instanceof HTMLButtonElement)) {
        event.preventDefault();
        open(here.row);
        return;
      }
      const next = moved(here, event.key, event.ctrlKey, rows, columns);
      if (next === null) return;
      event.preventDefault();
      setAt(next);
      reveal(next.row);
      walkTo(event.currentTarget, next);
    },
  };
}

/** Where a key leads; `null` for keys that are not ours. */
export function moved(from: At, key: string, ctrl: boolean, rows: number, columns: number): At | null {
  const to = (row: number, column: number): At => ({
    row: Math.max(-1, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(from.row + 1, from.column);
    case 'ArrowUp':
      return to(from.row - 1, from.column);
    case 'ArrowRight':
      return to(from.row, from.column + 1);
    case 'ArrowLeft':
      return to(from.row, from.column - 1);
    case 'PageDown':
      return to(from.row + 10, from.column);
    case 'PageUp':
      return to(Math.max(0, from.row - 10), from.column);
    case 'Home':
      return to(ctrl ? 0 : from.row, 0);
    case 'End':
      return to(ctrl ? rows - 1 : from.row, columns - 1);
    default:
      return null;
  }
}

/**
 * At once where the cell is drawn: the next key, which may be typed within the same frame, must find the row that is
 * meant. A row that has to be scrolled in is focused a frame later, unless a menu or a dialog took the focus meanwhile.
 */
function walkTo(grid: HTMLElement, at: At): void {
  if (focusCell(grid, at)) return;
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || grid.contains(activeElement))
      focusCell(grid, at);
  });
}

function focusCell(grid: HTMLElement, { row, column }: At): boolean {
  const cell =
    grid.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ??
    grid.querySelector<HTMLElement>(`[data-cell="${row}:0"]`);
  (cell?.querySelector<HTMLElement>('button:enabled, input:enabled') ?? cell)?.focus();
  return cell !== null;
}

function placeOf(target: HTMLElement): At | null {
  const [row, column] =
    target.closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(':').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}
