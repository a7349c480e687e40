import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Conid } from '../../../shared/domain/ids';
import type { Watchlist } from '../../../shared/domain/watchlist';
import { documentsQueries, useRemoveDocument, useSaveDocument } from '../../ipc/documents-queries';
import { useQuoteStream } from '../../live/quote-store';
import { tradeItems, useHeldOf } from '../../live/trade-actions';
import { askAlert } from '../../state/alert-requests';
import { useInstrument, useShowInstrument } from '../../state/linked-instrument';
import { showPanel } from '../../state/panel-requests';
import { DataGrid } from '../../ui/data-grid';
import { EmptyState } from '../../ui/empty-state';
import type { MenuItem } from '../../ui/menu';
import { NoteDialog } from './note-dialog';
import { useLiveOrder } from './use-live-order';
import { useStreamedRows } from './use-streamed-rows';
import { watchlistColumns } from './watchlist-columns';
import { placed, type PlacedRow, rowName } from './watchlist-rows';

/** What can be done to the list from one of its rows. */
export interface RowEdits {
  readonly remove: (at: number) => void;
  readonly move: (from: number, to: number) => void;
  readonly insertSection: (at: number) => void;
  readonly renameSection: (at: number) => void;
}

export function WatchlistTable({
  list,
  columnIds,
  edits,
}: {
  readonly list: Watchlist;
  readonly columnIds: ReadonlyArray<string>;
  /** `null` where the list cannot be changed. */
  readonly edits: RowEdits | null;
}) {
  const active = useInstrument();
  const show = useShowInstrument();
  const [sortedBy, setSortedBy] = useState<string | null>(null);
  const [noteOn, setNoteOn] = useState<{ conid: Conid; symbol: string } | null>(null);
  const contracts = useMemo(
    () => list.rows.flatMap((row) => (row.kind === 'instrument' ? [row.conid] : [])),
    [list.rows],
  );
  const { streamed, limit, onVisible } = useStreamedRows(contracts);
  useQuoteStream(streamed, columnIds);
  const columns = useMemo(() => watchlistColumns(columnIds), [columnIds]);
  const all = useMemo(() => placed(list.rows), [list.rows]);
  // Headings belong to the order of the list; another order has none.
  const shown = useMemo(
    () => (sortedBy === null ? all : all.filter(({ row }) => row.kind === 'instrument')),
    [all, sortedBy],
  );
  const { rows, held, area } = useLiveOrder(shown, sortedBy !== null && sortedBy !== 'symbol');
  const itemsOf = useRowItems(edits, list.rows.length, setNoteOn);
  const menu = useMemo(() => ({ nameOf: ({ row }: PlacedRow) => rowName(row), itemsOf }), [itemsOf]);

  const onKey = (event: KeyboardEvent, { at }: PlacedRow, focusRow: (index: number) => void): void => {
    if (edits === null || sortedBy !== null) return;
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step !== undefined && at + step >= 0 && at + step < all.length) {
      event.preventDefault();
      edits.move(at, at + step);
      focusRow(at + step);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      edits.remove(at);
      focusRow(Math.min(at, all.length - 2));
    }
  };
  return (
    <div ref={area} className="watchlist-grid">
      <DataGrid
        label="Watchlist quotes"
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        selectedId={active === null ? null : String(active.conid)}
        onOpen={({ row }) => row.kind === 'instrument' && show(row.conid, rowName(row))}
        menu={menu}
        {...(limit === null ? {} : { onVisible })}
        rowFeatures={{
          heading: ({ row }) => (row.kind === 'blank' ? <Heading text={row.text} /> : null),
          onKey,
          onSorted: setSortedBy,
          ...(edits === null ? {} : { onMove: edits.move }),
        }}
        empty={
          <EmptyState title="This list is empty.">
            <p>Add a symbol below, or paste many with “List”, “Paste symbols…”.</p>
          </EmptyState>
        }
      />
      {limit !== null && (
        <p className="watchlist-budget">
          {contracts.length} symbols, {limit} market-data lines: only the rows on the screen are subscribed.
        </p>
      )}
      {held && <p className="watchlist-held">Order kept while you are here.</p>}
      {noteOn !== null && <NoteDialog {...noteOn} onClose={() => setNoteOn(null)} />}
    </div>
  );
}

const Heading = ({ text }: { readonly text: string }) =>
  text === '' ? <span className="hidden-text">Blank row</span> : <span>{text}</span>;

const flagColours = ['red', 'amber', 'green', 'blue'] as const;

function useRowItems(
  edits: RowEdits | null,
  count: number,
  noteOn: (subject: { conid: Conid; symbol: string }) => void,
): (placedRow: PlacedRow) => ReadonlyArray<MenuItem> {
  const heldOf = useHeldOf();
  const show = useShowInstrument();
  const { data: flags } = useQuery(documentsQueries.list('flag'));
  const saveFlag = useSaveDocument('flag');
  const removeFlag = useRemoveDocument('flag');
  return ({ row, at }) => {
    const change = editItems(edits, row.kind === 'blank', at, count);
    if (row.kind === 'blank') return change;
    const subject = { conid: row.conid, symbol: rowName(row) };
    const open = (panelId: string) => (): void => {
      show(subject.conid, subject.symbol);
      showPanel(panelId);
    };
    const flagged = flags?.find(({ id }) => id === String(row.conid))?.value.colour;
    // Each press goes one colour on: no menu inside a menu.
    const next = flagged === undefined ? flagColours[0] : flagColours[flagColours.indexOf(flagged) + 1];
    return [
      { name: 'Quote', onPick: open('quote') },
      { name: 'Chart', onPick: open('chart') },
      { name: 'Contract', onPick: open('contract') },
      ...tradeItems(subject, heldOf(row.conid)).map((item, index) =>
        index === 0 ? { ...item, newGroup: true } : item,
      ),
      {
        name: 'Alert…',
        newGroup: true,
        onPick: () => askAlert({ kind: 'new', ...subject, price: null }),
      },
      { name: 'Note…', onPick: () => noteOn(subject) },
      {
        name: next === undefined ? 'Remove the flag' : `Flag ${next}`,
        onPick: () =>
          next === undefined
            ? removeFlag.mutate(String(row.conid))
            : saveFlag.mutate({ id: String(row.conid), value: { colour: next } }),
      },
      ...change,
    ];
  };
}

function editItems(
  edits: RowEdits | null,
  isBlank: boolean,
  at: number,
  count: number,
): ReadonlyArray<MenuItem> {
  if (edits === null) return [];
  return [
    {
      name: 'Move up',
      newGroup: true,
      onPick: () => edits.move(at, at - 1),
      obstacle: at === 0 ? 'It is the first.' : null,
    },
    {
      name: 'Move down',
      onPick: () => edits.move(at, at + 1),
      obstacle: at === count - 1 ? 'It is the last.' : null,
    },
    { name: 'Section above…', onPick: () => edits.insertSection(at) },
    ...(isBlank ? [{ name: 'Rename the section…', onPick: () => edits.renameSection(at) }] : []),
    { name: 'Remove from the list', newGroup: true, onPick: () => edits.remove(at) },
  ];
}
