import type { RowData, useTable } from '@tanstack/react-table';
import type { GridColumn, gridFeatures } from './grid-model';

type Table<Row extends RowData> = ReturnType<typeof useTable<typeof gridFeatures, Row>>;

/** The header row: a press sorts up, then down, then not at all. */
export function GridHead<Row extends RowData>({
  columns,
  table,
  tabStop,
}: {
  readonly columns: ReadonlyArray<GridColumn<Row>>;
  readonly table: Table<Row>;
  readonly tabStop: (row: number, column: number) => 0 | -1;
}) {
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
            >
              {column.sortBy === undefined ? (
                name
              ) : (
                <button
                  type="button"
                  className="grid-sort"
                  tabIndex={tabStop(-1, at)}
                  onClick={() => sortable?.toggleSorting()}
                >
                  {name}
                  <span aria-hidden="true" className="grid-sort-mark">
                    {sorted === 'asc' ? '↑' : sorted === 'desc' ? '↓' : ''}
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
