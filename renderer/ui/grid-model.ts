import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { compare, type Decimal, isDecimal } from '../../shared/domain/decimal';
import type { Explanation } from './explain';

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
  /** The figure of several rows together, for group heads and the pinned foot. */
  readonly total?: (rows: ReadonlyArray<Row>) => ReactNode;
  /** As copied. Columns without it are no data: they are left out of copies. */
  readonly text?: (row: Row) => string;
  /** What the cell's figure is; `null` where there is nothing to explain. Asked for when somebody wants to know. */
  readonly explain?: (row: Row) => Explanation | null;
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

const words = new Intl.Collator('en', { numeric: true });

/** Decimals exactly, numbers as numbers, the rest as words. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  const difference = Number(left) - Number(right);
  // Ten thousand rows take a hundred thousand comparisons: exact arithmetic only where a double cannot tell.
  if (Math.abs(difference) > Math.abs(Number(left)) * 1e-9) return difference;
  if (isDecimal(left) && isDecimal(right)) return compare(left, right);
  return words.compare(left, right);
}
