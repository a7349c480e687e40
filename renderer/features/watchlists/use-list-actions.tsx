import { type ReactNode, useState } from 'react';
import type { Watchlist, WatchlistRow } from '../../../shared/domain/watchlist';
import { failureOf } from '../../ipc/client';
import { openText, saveText } from '../../ipc/files';
import type { MenuItem } from '../../ui/menu';
import { ColumnsDialog } from './columns-dialog';
import { DeleteDialog } from './delete-dialog';
import { PasteDialog } from './paste-dialog';
import { TextDialog } from './text-dialog';
import { watchlistCsv } from './watchlist-csv';
import { useChangeWatchlist, useCreateWatchlist, useDeleteWatchlist } from './watchlist-mutations';
import { moved, rowName, withBlank, withFound, without, withText } from './watchlist-rows';
import type { RowEdits } from './watchlist-table';

type Asked =
  | { readonly kind: 'new' | 'rename' | 'duplicate' | 'delete' | 'columns' }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'section'; readonly at: number; readonly text: string | null };

export interface ListActions {
  readonly items: ReadonlyArray<MenuItem>;
  readonly edits: RowEdits | null;
  readonly change: (list: Watchlist, rows: ReadonlyArray<WatchlistRow>, words?: string) => void;
  readonly askNew: () => void;
  readonly failure: Error | null;
  readonly dialog: ReactNode;
}

/** Everything that can be done to lists: as menu lines, as edits of rows, and the dialog that is open for it. */
export function useListActions(list: Watchlist | undefined): ListActions {
  const [asked, ask] = useState<Asked | null>(null);
  const [fileFailure, setFileFailure] = useState<Error | null>(null);
  const save = useChangeWatchlist();
  const create = useCreateWatchlist();
  const remove = useDeleteWatchlist();
  const close = (): void => {
    ask(null);
    create.reset();
    remove.reset();
  };
  const change: ListActions['change'] = (changed, rows, words) =>
    save.change({ list: changed, rows, ...(words === undefined ? {} : { words }) });

  const importFile = async (): Promise<void> => {
    const opened = await openText(['csv', 'txt', 'tsv']);
    setFileFailure(opened.ok ? null : new Error(opened.error.message));
    if (opened.ok && opened.value.file !== null) ask({ kind: 'paste', text: opened.value.file.text });
  };
  const exportFile = async (): Promise<void> => {
    if (list === undefined) return;
    const saved = await saveText(`${list.name.replace(/[^\p{L}\d -]/gu, '')}.csv`, watchlistCsv(list.rows));
    setFileFailure(saved.ok ? null : new Error(saved.error.message));
  };
  const obstacle = list === undefined ? 'No list is open.' : list.obstacle;
  const closed = list === undefined ? 'No list is open.' : null;

  return {
    change,
    askNew: () => ask({ kind: 'new' }),
    failure: save.failure ?? fileFailure,
    edits: list === undefined || list.obstacle !== null ? null : editsOf(list, change, ask),
    items: [
      { name: 'New watchlist…', onPick: () => ask({ kind: 'new' }) },
      { name: 'Rename…', onPick: () => ask({ kind: 'rename' }), obstacle },
      { name: 'Duplicate…', onPick: () => ask({ kind: 'duplicate' }), obstacle: closed },
      { name: 'Paste symbols…', newGroup: true, onPick: () => ask({ kind: 'paste', text: '' }), obstacle },
      { name: 'Import a file…', onPick: () => void importFile(), obstacle },
      { name: 'Export as CSV…', onPick: () => void exportFile(), obstacle: closed },
      {
        name: 'Section at the end…',
        onPick: () => ask({ kind: 'section', at: list?.rows.length ?? 0, text: null }),
        obstacle,
      },
      { name: 'Columns…', newGroup: true, onPick: () => ask({ kind: 'columns' }) },
      { name: 'Delete the list…', newGroup: true, onPick: () => ask({ kind: 'delete' }), obstacle },
    ],
    dialog: asked !== null && (
      <AskedDialog {...{ asked, list, change, create, remove, rename: save.change, close }} />
    ),
  };
}

function editsOf(list: Watchlist, change: ListActions['change'], ask: (asked: Asked) => void): RowEdits {
  const { rows } = list;
  const nameAt = (at: number): string => {
    const row = rows[at];
    return row === undefined ? '' : rowName(row);
  };
  return {
    move: (from, to) => change(list, moved(rows, from, to), `Moved ${nameAt(from)}`),
    remove: (at) => change(list, without(rows, at), `Removed ${nameAt(at)}`),
    insertSection: (at) => ask({ kind: 'section', at, text: null }),
    renameSection: (at) => ask({ kind: 'section', at, text: nameAt(at) }),
  };
}

interface DialogProps {
  readonly asked: Asked;
  readonly list: Watchlist | undefined;
  readonly change: ListActions['change'];
  readonly rename: ReturnType<typeof useChangeWatchlist>['change'];
  readonly create: ReturnType<typeof useCreateWatchlist>;
  readonly remove: ReturnType<typeof useDeleteWatchlist>;
  readonly close: () => void;
}

function AskedDialog({ asked, list, change, rename, create, remove, close }: DialogProps) {
  const creating = { busy: create.isPending, failure: failureOf(create.error), onClose: close };
  const make = (name: string, rows: ReadonlyArray<WatchlistRow>): void =>
    create.mutate({ name, rows }, { onSuccess: close });
  if (asked.kind === 'columns') return <ColumnsDialog onClose={close} />;
  if (asked.kind === 'new')
    return (
      <TextDialog
        title="New watchlist"
        label="Name"
        initial=""
        action="Create"
        {...creating}
        onText={(name) => make(name, [])}
      />
    );
  if (list === undefined) return null;
  switch (asked.kind) {
    case 'duplicate':
      return (
        <TextDialog
          title="Duplicate the watchlist"
          label="Name of the copy"
          initial={`${list.name} copy`}
          action="Duplicate"
          {...creating}
          onText={(name) => make(name, list.rows)}
        />
      );
    case 'rename':
      return (
        <TextDialog
          title="Rename the watchlist"
          label="Name"
          initial={list.name}
          action="Rename"
          onClose={close}
          onText={(name) => {
            rename({ list, rows: list.rows, name, words: `Renamed “${list.name}”` });
            close();
          }}
        />
      );
    case 'delete':
      return (
        <DeleteDialog
          list={list}
          busy={remove.isPending}
          failure={failureOf(remove.error)}
          onDelete={() => remove.mutate(list, { onSuccess: close })}
          onClose={close}
        />
      );
    case 'paste':
      return (
        <PasteDialog
          initial={asked.text}
          onClose={close}
          onFound={(certain, chosen) => {
            change(list, withFound(withNew(list.rows, certain), chosen), 'Added symbols');
            close();
          }}
        />
      );
    case 'section':
      return (
        <TextDialog
          title={asked.text === null ? 'New section' : 'Rename the section'}
          label="Heading"
          initial={asked.text === 'Blank row' ? '' : (asked.text ?? '')}
          action="Keep"
          mayBeEmpty
          note="Empty makes a blank row. IBKR documents blank rows only; TWS may not show the heading’s text."
          onClose={close}
          onText={(text) => {
            change(
              list,
              asked.text === null
                ? withBlank(list.rows, asked.at, text)
                : withText(list.rows, asked.at, text),
            );
            close();
          }}
        />
      );
  }
}

/** Rows of a file behind those of the list; contracts that are there already are not added again. */
function withNew(rows: ReadonlyArray<WatchlistRow>, added: ReadonlyArray<WatchlistRow>): WatchlistRow[] {
  const present = new Set(rows.flatMap((row) => (row.kind === 'instrument' ? [row.conid] : [])));
  return [...rows, ...added.filter((row) => row.kind === 'blank' || !present.has(row.conid))];
}
