import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conid } from '../../shared/domain/ids';
import type { WatchlistRow } from '../../shared/domain/watchlist';
import { call } from '../ipc/client';
import { workspaceNow } from '../state/workspace-store';

export interface Added {
  readonly name: string;
  readonly count: number;
}

/** Adds contracts to the watchlist the desk shows, at its end, each once. Reads it first: others write it too. */
export function useAddToWatchlist() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'watchlists' },
    retry: false,
    mutationFn: async (conids: ReadonlyArray<Conid>): Promise<Added> => {
      const lists = await call('watchlists.list', {});
      const chosen = workspaceNow().watchlistId;
      const watchlistId = (lists.find((list) => list.watchlistId === chosen) ?? lists[0])?.watchlistId;
      if (watchlistId === undefined) {
        const made = await call('watchlists.create', { name: 'Watchlist', rows: entriesOf([], conids) });
        return { name: made.name, count: conids.length };
      }
      const { name, rows, version } = await call('watchlists.get', { watchlistId });
      const present = new Set(rows.flatMap((row) => (row.kind === 'instrument' ? [row.conid] : [])));
      const fresh = conids.filter((conid) => !present.has(conid));
      if (fresh.length > 0)
        await call('watchlists.save', { watchlistId, name, rows: entriesOf(rows, fresh), version });
      return { name, count: fresh.length };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['watchlists'] }),
  });
}

const entriesOf = (rows: ReadonlyArray<WatchlistRow>, conids: ReadonlyArray<Conid>) => [
  ...rows.map((row) =>
    row.kind === 'blank'
      ? { kind: 'blank' as const, text: row.text }
      : { kind: 'instrument' as const, conid: row.conid },
  ),
  ...conids.map((conid) => ({ kind: 'instrument' as const, conid })),
];
