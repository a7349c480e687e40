import type { RowData, useTable } from '@tanstack/react-table';
import type { GridColumn, gridFeatures } from './grid-model';

type Table<Row extends RowData> = ReturnType<typeof useTable<typeof gridFeatures, Row>>;

/** Only a column may be dropped on a column. */
const columnType = 'application/x-portico-column';

/** The header row: a press sorts up, then down, then not at all; with Shift it sorts within the columns before. */
export function GridHead<Row extends RowData>({
  columns,
  table,
  tabStop,
  onMove,
}: {
  readonly columns: ReadonlyArray<GridColumn<Row>>;
  readonly table: Table<Row>;
  readonly tabStop: (row: number, column: number) => 0 | -1;
  /** A column was dropped before another one. */
  readonly onMove?: ((id: string, before: string) => void) | undefined;
}) {
  const severalSorted = table.state.sorting.length > 1;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column, at) => {
          const sortable = table.getColumn(column.id);
          const sorted = sortable?.getIsSorted() ?? false;
          const name =
            column.headerHidden === true ? (
              <span className="hidden-text">{column.header}</span>
            ) : (
              column.header
            );
          return (
            <th
              key={column.id}
              scope="col"
              role="columnheader"
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
              data-cell={`-1:${at}`}
              tabIndex={column.sortBy === undefined ? tabStop(-1, at) : undefined}
              className={column.align === 'end' ? 'cell-end' : undefined}
              draggable={onMove !== undefined}
              onDragStart={(event) => event.dataTransfer.setData(columnType, column.id)}
              onDragOver={(event) => {
                if (onMove !== undefined && event.dataTransfer.types.includes(columnType))
                  event.preventDefault();
              }}
              onDrop={(event) => {
                const id = event.dataTransfer.getData(columnType);
                if (id !== '' && id !== column.id) onMove?.(id, column.id);
              }}
            >
              {column.sortBy === undefined ? (
                name
              ) : (
                <button
                  type="button"
                  className="grid-sort"
                  tabIndex={tabStop(-1, at)}
                  title="Press to sort, with Shift as a further column"
                  onClick={(event) => sortable?.toggleSorting(undefined, event.shiftKey)}
                >
                  {name}
                  <span aria-hidden="true" className="grid-sort-mark">
                    {sorted === 'asc' ? '↑' : sorted === 'desc' ? '↓' : ''}
                    {sorted !== false && severalSorted && (sortable?.getSortIndex() ?? 0) + 1}
                  </span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
