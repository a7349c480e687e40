import type { LedgerEntry, LedgerPage, RecordedSpan } from '../../../shared/domain/ledger-entry';
import { dateTimeText } from '../../format/time-text';

/** A line of the ledger as drawn: an entry, or a mark across all columns. */
export type LedgerLine =
  | { readonly id: string; readonly entry: LedgerEntry; readonly mark: null }
  | { readonly id: string; readonly entry: null; readonly mark: string };

/** The entries, newest first, with marks where our recording begins and where it was interrupted. */
export function linesOf({ entries, recorded }: LedgerPage): LedgerLine[] {
  const marks = marksOf(recorded);
  const lines: LedgerLine[] = [];
  for (const entry of entries) {
    while (marks[0] !== undefined && entry.timeMs < marks[0].atMs) lines.push(asLine(marks.shift()));
    lines.push({ id: entry.id, entry, mark: null });
  }
  return [...lines, ...marks.map(asLine)];
}

interface Mark {
  readonly atMs: number;
  readonly text: string;
}

/** Newest first: each pause between two spans, and the start of the first. */
function marksOf(recorded: ReadonlyArray<RecordedSpan>): Mark[] {
  const [first] = recorded;
  if (first === undefined) return [];
  const pauses = recorded.slice(1).map((span, index): Mark => {
    const before = recorded[index] ?? span;
    return {
      atMs: span.fromMs,
      text: `Not recorded from ${dateTimeText(before.toMs)} to ${dateTimeText(span.fromMs)}: Portico was not running, and IBKR keeps executions for seven days`,
    };
  });
  return [
    ...pauses.reverse(),
    {
      atMs: first.fromMs,
      text: `Recording starts here, ${dateTimeText(first.fromMs)}: what is older IBKR tells by the day only`,
    },
  ];
}

const asLine = (mark: Mark | undefined): LedgerLine => ({
  id: `mark:${mark?.atMs ?? 0}`,
  entry: null,
  mark: mark?.text ?? '',
});
