export interface AnswerRow {
  readonly at: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A list of records found in an answer, as a table: names of columns and text by cell. */
export interface AnswerRows {
  readonly columns: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<AnswerRow>;
}

const columnLimit = 24;

/**
 * The answer itself when it is a list of records, the longest such list in it otherwise, an object of records by key
 * last; `null` where there is none.
 */
export function rowsOf(data: unknown): AnswerRows | null {
  const list = isRecords(data) ? data : (longestList(data) ?? byKey(data));
  if (list === null || list.length === 0) return null;
  const columns = [...new Set(list.slice(0, 200).flatMap((row) => Object.keys(row)))].slice(0, columnLimit);
  return {
    columns,
    rows: list.map((row, at) => ({
      at,
      cells: Object.fromEntries(columns.map((column) => [column, cellText(row[column])])),
    })),
  };
}

type Rec = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Rec =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRecords = (value: unknown): value is ReadonlyArray<Rec> =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord);

function longestList(data: unknown): ReadonlyArray<Rec> | null {
  if (!isRecord(data)) return null;
  const lists = Object.values(data).flatMap((value) =>
    isRecords(value) ? [value] : isRecord(value) ? Object.values(value).filter(isRecords) : [],
  );
  return lists.reduce<ReadonlyArray<Rec> | null>(
    (best, list) => (best === null || list.length > best.length ? list : best),
    null,
  );
}

function byKey(data: unknown): ReadonlyArray<Rec> | null {
  if (!isRecord(data)) return null;
  const entries = Object.entries(data);
  return entries.length > 0 && entries.every(([, value]) => isRecord(value))
    ? entries.map(([key, value]) => ({ '': key, ...(value as Rec) }))
    : null;
}

const cellText = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
