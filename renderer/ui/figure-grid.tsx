import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useMemo, useState } from 'react';
import { ExplainPopover, type Explanation } from './explain';
import { useGridKeys } from './grid-keys';
import type { MenuPlace } from './menu';
import './figure-grid.css';

/** One column of figures. The first column names the row. */
export interface FigureColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly hint?: string;
  readonly align?: 'start' | 'end';
  /** Left out in panels narrower than this. */
  readonly hideBelow?: number;
  readonly cell: (row: Row) => ReactNode;
  /** Where the figure comes from; made when it is asked for. */
  readonly explain?: (row: Row) => Explanation | null;
}

/**
 * A small table whose every figure explains itself: one tab stop, arrows walk the cells, Enter or a press explains.
 * For long lists take `DataGrid`.
 */
export function FigureGrid<Row>({
  label,
  rows,
  columns,
  rowId,
  isTotal,
}: {
  readonly label: string;
  readonly rows: ReadonlyArray<Row>;
  readonly columns: ReadonlyArray<FigureColumn<Row>>;
  readonly rowId: (row: Row) => string;
  readonly isTotal?: (row: Row) => boolean;
}) {
  const { ref, width } = useElementSize();
  const shown = useMemo(
    () => columns.filter(({ hideBelow = 0 }) => width === 0 || width >= hideBelow),
    [columns, width],
  );
  const [opened, setOpened] = useState<{ explanation: Explanation; at: MenuPlace } | null>(null);
  const keys = useGridKeys(rows.length, shown.length, () => undefined);
  const explain = (row: Row, column: FigureColumn<Row>, cell: Element): void => {
    const explanation = column.explain?.(row) ?? null;
    if (explanation === null) return;
    const { left, bottom } = cell.getBoundingClientRect();
    setOpened({ explanation, at: { x: left, y: bottom + 4 } });
  };

  return (
    <div ref={ref} className="figure-grid">
      <table
        role="grid"
        aria-label={label}
        className="plain-table"
        onKeyDown={(event) => keys.onKeyDown(event, () => undefined)}
        onFocus={keys.onFocus}
      >
        <thead>
          <tr>
            {shown.map(({ id, header, hint, align = 'end' }, at) => (
              <th
                key={id}
                scope="col"
                title={hint}
                data-cell={`-1:${at}`}
                tabIndex={keys.tabStop(-1, at)}
                className={align === 'end' ? 'cell-end' : undefined}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowId(row)} className={isTotal?.(row) === true ? 'total-row' : undefined}>
              {shown.map((column, at) => {
                const explains = column.explain !== undefined;
                const common = {
                  'data-cell': `${index}:${at}`,
                  tabIndex: keys.tabStop(index, at),
                  title: explains ? 'Press Enter to explain this number' : undefined,
                  className: `${(column.align ?? 'end') === 'end' ? 'cell-end' : ''} ${explains ? 'explains' : ''}`,
                };
                return at === 0 ? (
                  <th key={column.id} scope="row" {...common}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    role="gridcell"
                    {...common}
                    onClick={(event) => explain(row, column, event.currentTarget)}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') explain(row, column, event.currentTarget);
                    }}
                  >
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {opened !== null && <ExplainPopover {...opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
