import { useElementSize } from '@mantine/hooks';
import { type RowData, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { copyText } from './copy-text';
import { ExplainPopover } from './explain';
import { GridHead } from './grid-head';
import { useGridKeys } from './grid-keys';
import { inOrderOf, linesOf, tsvOf } from './grid-lines';
import { type GridMenu, useGridMenu } from './grid-menu';
import { type GridColumn, gridFeatures, tableColumns } from './grid-model';
import { useGridPicks } from './grid-picks';
import { GridFoot, GridGroupRow, GridRow } from './grid-rows';
import { useRowDrag } from './row-drag';
import { useGridExplain } from './use-grid-explain';
import './data-grid.css';

/** As the density says (tokens.css); a change of density draws the panels anew. */
const rowHeightNow = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) || 26;
// Below this every row is in the document, so that the browser's own find and the screen reader see all of them.
const virtualFrom = 120;
// Where somebody streams what is seen, “seen” has to be less than everything much earlier.
const virtualFromStreamed = 40;

/** Rows with more to them than cells. Indexes are those of the rows as given. */
export interface GridRows<Row> {
  /** Drawn across all columns instead of cells; `null` for an ordinary row. */
  readonly heading?: (row: Row) => ReactNode;
  /** By hand, while nothing is sorted. */
  readonly onMove?: (from: number, to: number) => void;
  /** A key on a row, before the grid's own; one that is handled prevents the default. */
  readonly onKey?: (event: KeyboardEvent, row: Row, focusRow: (index: number) => void) => void;
  /** Which column sorts the rows, `null` for none. */
  readonly onSorted?: (columnId: string | null) => void;
}

/**
 * A table as an ARIA grid: one tab stop, arrows walk the cells, Enter opens the row, headers sort (with Shift as a
 * further column), Space picks, Ctrl+C copies, `i` explains a figure. Rows may be grouped, and closed by a pinned total.
 */
export function DataGrid<Row extends RowData>({
  label,
  rows,
  columns: given,
  rowId,
  onOpen,
  onFocusRow,
  selectedId,
  menu,
  rowFeatures = {},
  empty,
  groupOf = null,
  foot,
  wide = false,
  onVisible,
  onMoveColumn,
}: {
  readonly label: string;
  readonly rows: ReadonlyArray<Row>;
  readonly columns: ReadonlyArray<GridColumn<Row>>;
  readonly rowId: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly onFocusRow?: (row: Row) => void;
  readonly selectedId?: string | null;
  readonly menu?: GridMenu<Row> | undefined;
  readonly rowFeatures?: GridRows<Row>;
  readonly empty?: ReactNode;
  readonly groupOf?: ((row: Row) => string) | null;
  /** Names the pinned line of totals; without it there is none. */
  readonly foot?: string | undefined;
  /** Columns keep their widths and the table scrolls sideways, its first column staying. */
  readonly wide?: boolean;
  /** The rows on the screen, for whoever streams what is seen. Give a stable function. */
  readonly onVisible?: (rows: ReadonlyArray<Row>) => void;
  readonly onMoveColumn?: ((id: string, before: string) => void) | undefined;
}) {
  const { columns, onContextMenu, element: menuElement } = useGridMenu(given, menu);
  const { ref: measureRef, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const [rowHeight] = useState(rowHeightNow);
  const shown = useMemo(
    () => columns.filter(({ hideBelow = 0 }) => wide || width === 0 || width >= hideBelow),
    [columns, width, wide],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features: gridFeatures,
    data,
    columns: useMemo(() => tableColumns(shown), [shown]),
    getRowId: rowId,
    enableSortingRemoval: true,
  });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [heldOrder, setHeldOrder] = useState<{ ids: ReadonlyArray<string>; sorting: unknown } | null>(null);
  const sorted = table.getRowModel().rows;
  const { sorting } = table.state;
  const held =
    heldOrder !== null && heldOrder.sorting === sorting && sorting.length > 0 ? heldOrder.ids : null;
  const lines = useMemo(
    () => linesOf(inOrderOf(sorted, held), groupOf, closed),
    [sorted, held, groupOf, closed],
  );
  const count = lines.length;
  const virtual = count > (onVisible === undefined ? virtualFrom : virtualFromStreamed);
  const virtualizer = useVirtualizer({
    count: virtual ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  const items = virtualizer.getVirtualItems();
  const first = virtual ? (items[0]?.index ?? 0) : 0;
  const last = virtual ? (items.at(-1)?.index ?? 40) : count - 1;
  const keys = useGridKeys(foot === undefined ? count : count + 1, shown.length, (index) => {
    if (virtual && index < count) virtualizer.scrollToIndex(index);
  });
  const picks = useGridPicks(
    useMemo(() => lines.map(({ kind, id }) => (kind === 'row' ? id : null)), [lines]),
  );
  const explain = useGridExplain(lines, shown);
  useEffect(() => {
    onVisible?.(lines.slice(first, last + 1).flatMap((line) => (line.kind === 'row' ? [line.row] : [])));
  }, [onVisible, lines, first, last]);

  const toggle = (name: string): void => {
    const next = new Set(closed);
    if (!next.delete(name)) next.add(name);
    setClosed(next);
  };
  const open = (index: number): void => {
    const line = lines[index];
    if (line?.kind === 'group') toggle(line.name);
    else if (line !== undefined) onOpen?.(line.row);
  };
  const copy = (index: number): void => {
    const chosen = lines.filter(({ id }, at) =>
      picks.picked.size === 0 ? at === index : picks.picked.has(id),
    );
    copyText(tsvOf(chosen, shown));
  };
  const sortedBy = shown.find(({ id }) => table.getColumn(id)?.getIsSorted() !== false)?.id ?? null;
  const { onSorted, onMove, onKey, heading } = rowFeatures;
  useEffect(() => onSorted?.(sortedBy), [onSorted, sortedBy]);
  const drag = useRowDrag(sortedBy === null ? (onMove ?? null) : null);
  // The row that was moved, or the one after a removed row, gets the focus once the new order is drawn.
  const movedTo = useRef<number | null>(null);
  useEffect(() => {
    const grid = scroller.current;
    if (movedTo.current === null || grid === null) return;
    keys.focusRow(grid, movedTo.current);
    movedTo.current = null;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new order is the reason, not a new function
  }, [lines]);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const [row = -1, column = -1] =
      (event.target as HTMLElement)
        .closest<HTMLElement>('[data-cell]')
        ?.dataset['cell']?.split(':')
        .map(Number) ?? [];
    const line = lines[row];
    if (line?.kind === 'row') onKey?.(event, line.row, (index) => (movedTo.current = index));
    if (event.defaultPrevented) return;
    const control = event.ctrlKey || event.metaKey;
    if (control && !event.shiftKey && event.key === 'c' && String(getSelection()) === '' && row >= 0)
      copy(row);
    else if (event.key === 'i' && !control && !event.altKey)
      explain.open(row, column, event.target as HTMLElement);
    else if (row < 0 || !picks.onKey(row, event)) {
      keys.onKeyDown(event, open);
      return;
    }
    event.preventDefault();
  };

  return (
    <div ref={measureRef} className="grid-frame">
      <div
        ref={scroller}
        className={wide ? 'grid-scroll grid-wide' : 'grid-scroll'}
        onPointerEnter={() => setHeldOrder({ ids: inOrderOf(sorted, held).map(({ id }) => id), sorting })}
        onPointerLeave={() => setHeldOrder(null)}
      >
        <table
          role="grid"
          aria-label={label}
          aria-rowcount={count + (foot === undefined ? 1 : 2)}
          aria-colcount={shown.length}
          aria-multiselectable={selectedId === undefined ? undefined : true}
          className={onOpen === undefined ? 'grid' : 'grid grid-opens'}
          style={wide ? { minWidth: shown.reduce((sum, column) => sum + column.width, 0) } : undefined}
          onKeyDown={onKeyDown}
          onFocus={keys.onFocus}
        >
          <colgroup>
            {shown.map(({ id, width: columnWidth }) => (
              <col key={id} style={{ width: columnWidth }} />
            ))}
          </colgroup>
          <GridHead columns={shown} table={table} tabStop={keys.tabStop} onMove={onMoveColumn} />
          <tbody>
            {first > 0 && <tr aria-hidden="true" style={{ height: first * rowHeight }} />}
            {lines.slice(first, last + 1).map((line, offset) => {
              const index = first + offset;
              const part = { columns: shown, index, tabStop: keys.tabStop };
              if (line.kind === 'group')
                return (
                  <GridGroupRow key={line.id} {...part} group={line} onToggle={() => toggle(line.name)} />
                );
              return (
                <GridRow
                  key={line.id}
                  {...part}
                  row={line.row}
                  heading={heading?.(line.row) ?? null}
                  headingTabStop={keys.rowTabStop(index)}
                  drag={drag(index)}
                  selected={
                    picks.picked.has(line.id) ||
                    (selectedId === undefined ? undefined : line.id === selectedId)
                  }
                  onClick={(event) => {
                    if (event.altKey) explain.openAt(index, event);
                    else if (!picks.onPress(index, event)) open(index);
                  }}
                  onFocus={() => onFocusRow?.(line.row)}
                  onContextMenu={(event) => onContextMenu(line.row, event, explain.itemAt(index, event))}
                />
              );
            })}
            {last < count - 1 && <tr aria-hidden="true" style={{ height: (count - 1 - last) * rowHeight }} />}
          </tbody>
          {foot !== undefined && (
            <GridFoot columns={shown} index={count} tabStop={keys.tabStop} rows={rows} name={foot} />
          )}
        </table>
        {count === 0 && empty}
      </div>
      {menuElement}
      {explain.shown !== null && <ExplainPopover {...explain.shown} onClose={explain.close} />}
    </div>
  );
}
