import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Watchlist, WatchlistRow } from '../../../shared/domain/watchlist';
import { toEntry } from '../../../shared/domain/watchlist-rows';
import { call } from '../../ipc/client';
import { showWatchlist } from '../../state/workspace-store';
import { watchlistsQueries } from './watchlists-queries';

/** The list as it was before the last change, and that change in words. */
interface Undo {
  readonly before: Watchlist;
  readonly words: string;
  /** The whole list was deleted, not changed. */
  readonly deleted: boolean;
}

const undoStore = createStore<{ undo: Undo | null }>(() => ({ undo: null }));
export const useUndo = (): Undo | null => useStore(undoStore, ({ undo }) => undo);
export const dismissUndo = (): void => undoStore.setState({ undo: null });

interface Change {
  readonly list: Watchlist;
  readonly rows: ReadonlyArray<WatchlistRow>;
  readonly name?: string;
  /** For the line that offers to undo it; without it nothing can be undone. */
  readonly words?: string;
}

const keyOf = (watchlistId: string) => watchlistsQueries.one(watchlistId).queryKey;

/** Changes a list: drawn at once, written in order, taken back where IBKR did not take it. */
export function useChangeWatchlist() {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationKey: ['watchlists', 'change'],
    // One writing after the other: each needs the version that the one before left.
    scope: { id: 'watchlists' },
    retry: false,
    mutationFn: ({ list, rows, name }: Change) =>
      call('watchlists.save', {
        watchlistId: list.watchlistId,
        name: name ?? list.name,
        rows: rows.map(toEntry),
        version: client.getQueryData(keyOf(list.watchlistId))?.version ?? list.version,
      }),
    onSuccess: (saved, { name }) => {
      settle(client, saved);
      if (name !== undefined) void client.invalidateQueries({ queryKey: watchlistsQueries.list().queryKey });
    },
    onError: (_error, { list }) => client.invalidateQueries({ queryKey: keyOf(list.watchlistId) }),
  });
  return {
    failure: mutation.error,
    change: (change: Change): void => {
      const { list, rows, name, words } = change;
      client.setQueryData(keyOf(list.watchlistId), { ...list, rows: [...rows], name: name ?? list.name });
      if (words !== undefined) undoStore.setState({ undo: { before: list, words, deleted: false } });
      mutation.mutate(change);
    },
  };
}

/** What IBKR has now; while another change waits to be written, the rows on the screen are the newer ones. */
function settle(client: QueryClient, saved: Watchlist): void {
  const waiting = client.isMutating({ mutationKey: ['watchlists', 'change'] }) > 1;
  client.setQueryData(keyOf(saved.watchlistId), (shown) =>
    waiting && shown !== undefined ? { ...shown, version: saved.version } : saved,
  );
}

export function useCreateWatchlist() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, rows }: { readonly name: string; readonly rows: ReadonlyArray<WatchlistRow> }) =>
      call('watchlists.create', { name, rows: rows.map(toEntry) }),
    retry: false,
    onSuccess: async (made) => {
      client.setQueryData(keyOf(made.watchlistId), made);
      await client.invalidateQueries({ queryKey: watchlistsQueries.list().queryKey });
      showWatchlist(made.watchlistId);
    },
  });
}

export function useDeleteWatchlist() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (list: Watchlist) => call('watchlists.remove', { watchlistId: list.watchlistId }),
    retry: false,
    onSuccess: async (_removed, list) => {
      undoStore.setState({ undo: { before: list, words: `Deleted “${list.name}”`, deleted: true } });
      await client.invalidateQueries({ queryKey: watchlistsQueries.list().queryKey });
    },
  });
}

/** Writes the list as it was before the last change; a deleted one comes back under its own id. */
export function useUndoLast() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'watchlists' },
    mutationFn: ({ before, deleted }: Undo) =>
      call('watchlists.save', {
        watchlistId: before.watchlistId,
        name: before.name,
        rows: before.rows.map(toEntry),
        version: deleted ? null : (client.getQueryData(keyOf(before.watchlistId))?.version ?? before.version),
      }),
    retry: false,
    onSuccess: async (saved, { deleted }) => {
      dismissUndo();
      client.setQueryData(keyOf(saved.watchlistId), saved);
      if (!deleted) return;
      await client.invalidateQueries({ queryKey: watchlistsQueries.list().queryKey });
      showWatchlist(saved.watchlistId);
    },
  });
}
