import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conid } from '../../../shared/domain/ids';
import type { Watchlist } from '../../../shared/domain/watchlist';
import { call } from '../../ipc/client';
import { watchlistsQueries } from './watchlists-queries';

/** Writes the whole list; the gateway's answer is what is shown. */
export function useSaveWatchlist() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (list: { watchlistId: string; name: string; conids: Conid[] }) =>
      call('watchlists.save', list),
    retry: false,
    onSuccess: (saved: Watchlist) => {
      client.setQueryData(watchlistsQueries.one(saved.watchlistId).queryKey, saved);
      void client.invalidateQueries({ queryKey: watchlistsQueries.list().queryKey });
    },
  });
}

export const withConid = (list: Watchlist, conid: Conid): Conid[] => [
  ...new Set([...list.rows.map((row) => row.conid), conid]),
];

export const withoutConid = (list: Watchlist, conid: Conid): Conid[] =>
  list.rows.map((row) => row.conid).filter((other) => other !== conid);
