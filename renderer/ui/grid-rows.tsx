import type { HTMLAttributes, MouseEvent, ReactNode } from 'react';
import type { GridLine } from './grid-lines';
import type { GridColumn } from './grid-model';

interface RowPart<Row> {
  readonly columns: ReadonlyArray<GridColumn<Row>>;
  readonly index: number;
  readonly tabStop: (row: number, column: number) => 0 | -1;
}

const cellClass = (align: 'start' | 'end' | undefined): string | undefined =>
  align === 'end' ? 'cell-end' : undefined;

/** One row of figures. */
export function GridRow<Row>({
  columns,
  index,
  tabStop,
  row,
  heading,
  headingTabStop,
  drag,
  selected,
  onClick,
  onFocus,
  onContextMenu,
}: RowPart<Row> & {
  readonly row: Row;
  /** Drawn across all columns instead of the cells. */
  readonly heading: ReactNode;
  readonly headingTabStop: 0 | -1;
  readonly drag: HTMLAttributes<HTMLTableRowElement>;
  readonly selected: boolean | undefined;
  readonly onClick: (event: MouseEvent) => void;
  readonly onFocus: () => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}) {
  return (
    <tr
      {...drag}
      aria-rowindex={index + 2}
      aria-selected={selected}
      onClick={onClick}
      onFocus={onFocus}
      onContextMenu={onContextMenu}
    >
      {heading !== null && (
        <td
          role="gridcell"
          colSpan={columns.length}
          className="grid-heading"
          data-cell={`${index}:0`}
          tabIndex={headingTabStop}
        >
          {heading}
        </td>
      )}
      {heading === null &&
        columns.map((column, at) => (
          <td
            key={column.id}
            role="gridcell"
            data-cell={`${index}:${at}`}
            tabIndex={tabStop(index, at)}
            className={cellClass(column.align)}
            title={column.hint?.(row)}
          >
            {column.cell(row)}
          </td>
        ))}
    </tr>
  );
}

/** The head of a group: its name, how many rows, and their figures together. */
export function GridGroupRow<Row>({
  columns,
  index,
  tabStop,
  group,
  onToggle,
}: RowPart<Row> & {
  readonly group: Extract<GridLine<Row>, { kind: 'group' }>;
  readonly onToggle: () => void;
}) {
  return (
    <tr className="grid-group" aria-rowindex={index + 2} aria-expanded={group.open} onClick={onToggle}>
      {columns.map((column, at) => (
        <td
          key={column.id}
          role="gridcell"
          data-cell={`${index}:${at}`}
          tabIndex={tabStop(index, at)}
          className={cellClass(column.align)}
        >
          {at === 0 ? (
            <>
              <span aria-hidden="true" className="grid-twist">
                {group.open ? '▾' : '▸'}
              </span>
              {group.name} <span className="beside">{group.rows.length}</span>
            </>
          ) : (
            column.total?.(group.rows)
          )}
        </td>
      ))}
    </tr>
  );
}

/** The pinned last line: all rows together, whatever is scrolled. Its name has the columns that nothing adds up. */
export function GridFoot<Row>({
  columns,
  index,
  tabStop,
  rows,
  name,
}: RowPart<Row> & { readonly rows: ReadonlyArray<Row>; readonly name: string }) {
  const firstTotal = columns.findIndex(({ total }) => total !== undefined);
  const span = Math.max(1, firstTotal);
  return (
    <tfoot>
      <tr aria-rowindex={index + 2}>
        {columns.map((column, at) =>
          at > 0 && at < span ? null : (
            <td
              key={column.id}
              role="gridcell"
              colSpan={at === 0 ? span : undefined}
              data-cell={`${index}:${at}`}
              tabIndex={tabStop(index, at)}
              className={at === 0 ? undefined : cellClass(column.align)}
              title={at === 0 ? name : undefined}
            >
              {at === 0 ? name : column.total?.(rows)}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}
