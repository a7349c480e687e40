import { useElementSize } from '@mantine/hooks';
import { type RowData, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { GridHead } from './grid-head';
import { useGridKeys } from './grid-keys';
import { type GridMenu, useGridMenu } from './grid-menu';
import { type GridColumn, gridFeatures, tableColumns } from './grid-model';
import { useRowDrag } from './row-drag';
import './data-grid.css';

/** As the density says (tokens.css); a change of density draws the panels anew. */
const rowHeightNow = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) || 26;
// Below this every row is in the document, so that the browser's own find and the screen reader see all of them.
const virtualFrom = 120;

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

/** A table as an ARIA grid: one tab stop, arrows walk the cells, Enter opens the row, headers sort. */
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
}) {
  const { columns, onContextMenu, element: menuElement } = useGridMenu(given, menu);
  const { ref: measureRef, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const [rowHeight] = useState(rowHeightNow);
  const shown = useMemo(
    () => columns.filter(({ hideBelow = 0 }) => width === 0 || width >= hideBelow),
    [columns, width],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features: gridFeatures,
    data,
    columns: useMemo(() => tableColumns(shown), [shown]),
    getRowId: rowId,
    enableSortingRemoval: true,
  });
  const ordered = table.getRowModel().rows;
  const virtual = ordered.length > virtualFrom;
  const virtualizer = useVirtualizer({
    count: virtual ? ordered.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  const items = virtualizer.getVirtualItems();
  const first = virtual ? (items[0]?.index ?? 0) : 0;
  const last = virtual ? (items.at(-1)?.index ?? 40) : ordered.length - 1;
  const keys = useGridKeys(ordered.length, shown.length, (index) => {
    if (virtual) virtualizer.scrollToIndex(index);
  });
  const sortedBy = shown.find(({ id }) => table.getColumn(id)?.getIsSorted() !== false)?.id ?? null;
  const { onSorted, onMove, onKey, heading } = rowFeatures;
  useEffect(() => onSorted?.(sortedBy), [onSorted, sortedBy]);
  const drag = useRowDrag(sortedBy === null ? (onMove ?? null) : null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = ordered[keys.rowOf(event.target) ?? -1];
    if (row !== undefined) onKey?.(event, row.original, (index) => keys.focusRow(event.currentTarget, index));
    if (!event.defaultPrevented) keys.onKeyDown(event, open);
  };
  const open = (index: number): void => {
    const row = ordered[index];
    if (row !== undefined) onOpen?.(row.original);
  };

  return (
    <div ref={measureRef} className="grid-frame">
      <div ref={scroller} className="grid-scroll">
        <table
          role="grid"
          aria-label={label}
          aria-rowcount={ordered.length + 1}
          aria-colcount={shown.length}
          className={onOpen === undefined ? 'grid' : 'grid grid-opens'}
          onKeyDown={onKeyDown}
          onFocus={keys.onFocus}
        >
          <colgroup>
            {shown.map(({ id, width: columnWidth }) => (
              <col key={id} style={{ width: columnWidth }} />
            ))}
          </colgroup>
          <GridHead columns={shown} table={table} tabStop={keys.tabStop} />
          <tbody>
            {first > 0 && <tr aria-hidden="true" style={{ height: first * rowHeight }} />}
            {ordered.slice(first, last + 1).map((row, offset) => {
              const index = first + offset;
              const across = heading?.(row.original) ?? null;
              return (
                <tr
                  key={row.id}
                  {...drag(index)}
                  aria-rowindex={index + 2}
                  aria-selected={selectedId === undefined ? undefined : row.id === selectedId}
                  onClick={() => open(index)}
                  onFocus={() => onFocusRow?.(row.original)}
                  onContextMenu={(event) => onContextMenu(row.original, event)}
                >
                  {across !== null && (
                    <td
                      role="gridcell"
                      colSpan={shown.length}
                      className="grid-heading"
                      data-cell={`${index}:0`}
                      tabIndex={keys.rowTabStop(index)}
                    >
                      {across}
                    </td>
                  )}
                  {across === null &&
                    shown.map((column, at) => (
                      <td
                        key={column.id}
                        role="gridcell"
                        data-cell={`${index}:${at}`}
                        tabIndex={keys.tabStop(index, at)}
                        className={column.align === 'end' ? 'cell-end' : undefined}
                        title={column.hint?.(row.original)}
                      >
                        {column.cell(row.original)}
                      </td>
                    ))}
                </tr>
              );
            })}
            {last < ordered.length - 1 && (
              <tr aria-hidden="true" style={{ height: (ordered.length - 1 - last) * rowHeight }} />
            )}
          </tbody>
        </table>
        {ordered.length === 0 && empty}
      </div>
      {menuElement}
    </div>
  );
}
