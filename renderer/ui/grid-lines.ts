import type { GridColumn } from './grid-model';

/** One line of the table: a row, or the head of a group with what is in it. */
export type GridLine<Row> =
  | { readonly kind: 'row'; readonly id: string; readonly row: Row }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly name: string;
      readonly rows: ReadonlyArray<Row>;
      readonly open: boolean;
    };

export interface Ordered<Row> {
  readonly id: string;
  readonly original: Row;
}

/** Groups keep the order in which the sort brings their first row: the group of the greatest stands first. */
export function linesOf<Row>(
  ordered: ReadonlyArray<Ordered<Row>>,
  groupOf: ((row: Row) => string) | null,
  closed: ReadonlySet<string>,
): ReadonlyArray<GridLine<Row>> {
  if (groupOf === null) return ordered.map(({ id, original }) => ({ kind: 'row', id, row: original }));
  const groups = new Map<string, Array<Ordered<Row>>>();
  for (const entry of ordered) {
    const name = groupOf(entry.original);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  return [...groups].flatMap(([name, entries]): ReadonlyArray<GridLine<Row>> => {
    const open = !closed.has(name);
    const rows = entries.map(({ original }) => original);
    return [
      { kind: 'group', id: `group ${name}`, name, rows, open },
      ...(open ? entries.map(({ id, original }) => ({ kind: 'row' as const, id, row: original })) : []),
    ];
  });
}

/**
 * The order under a resting pointer stays as it was, so that no press hits another row; rows that are new come last.
 * `null`: nothing to keep.
 */
export function inOrderOf<Row>(
  ordered: ReadonlyArray<Ordered<Row>>,
  before: ReadonlyArray<string> | null,
): ReadonlyArray<Ordered<Row>> {
  if (before === null) return ordered;
  const byId = new Map(ordered.map((entry) => [entry.id, entry]));
  const kept = before.flatMap((id) => {
    const entry = byId.get(id);
    byId.delete(id);
    return entry === undefined ? [] : [entry];
  });
  return [...kept, ...byId.values()];
}

/** Lines as tab-separated text with a head; group heads by their name. Columns without text are left out. */
export function tsvOf<Row>(
  lines: ReadonlyArray<GridLine<Row>>,
  columns: ReadonlyArray<GridColumn<Row>>,
): string {
  const told = columns.flatMap(({ header, text }) => (text === undefined ? [] : [{ header, text }]));
  const clean = (text: string): string => text.replaceAll(/[\t\n\r]/g, ' ');
  return [
    told.map(({ header }) => header),
    ...lines.map((line) =>
      line.kind === 'group'
        ? [`${line.name} (${line.rows.length})`]
        : told.map(({ text }) => clean(text(line.row))),
    ),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');
}
