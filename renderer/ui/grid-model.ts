import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { compare, type Decimal, isDecimal } from '../../shared/domain/decimal';

export const gridFeatures = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type GridFeatures = typeof gridFeatures;

/** One column. `width` is in pixels at the narrowest; wider panels share the rest in proportion. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** For screen readers where the header is drawn empty. */
  readonly headerHidden?: boolean;
  readonly width: number;
  readonly align?: 'start' | 'end';
  /** Left out in panels narrower than this. */
  readonly hideBelow?: number;
  /** What sorts the column; unknown comes last whichever way. Without it the column does not sort. */
  readonly sortBy?: (row: Row) => Decimal | string | number | null;
  readonly hint?: (row: Row) => string | undefined;
  readonly cell: (row: Row) => ReactNode;
}

export const tableColumns = <Row extends RowData>(
  columns: ReadonlyArray<GridColumn<Row>>,
): Array<ColumnDef<GridFeatures, Row>> =>
  columns.map(({ id, sortBy }) => ({
    id,
    accessorFn: (row: Row) => sortBy?.(row) ?? undefined,
    enableSorting: sortBy !== undefined,
    sortUndefined: 'last' as const,
    sortFn: bySortValue,
  }));

const bySortValue = (
  a: { getValue: (id: string) => unknown },
  b: { getValue: (id: string) => unknown },
  id: string,
): number => compareValues(a.getValue(id), b.getValue(id));

/** Decimals exactly, numbers as numbers, the rest as words. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  if (isDecimal(left) && isDecimal(right)) return compare(left, right);
  return left.localeCompare(right);
}
