import type { AppError } from '../../../shared/app-error';
import type { Watchlist, WatchlistEntry, WatchlistHeading } from '../../../shared/domain/watchlist';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Clock } from '../../support/clock';
import { read } from '../read';
import { toAppError } from '../to-app-error';
import { toHeadings, toWatchlist, toWire } from './to-watchlist';

type Answer<T> = Promise<Result<T, AppError>>;
type Rows = ReadonlyArray<WatchlistEntry>;

export interface Watchlists {
  readonly list: () => Answer<WatchlistHeading[]>;
  readonly get: (watchlistId: string) => Answer<Watchlist>;
  readonly create: (list: { readonly name: string; readonly rows: Rows }) => Answer<Watchlist>;
  readonly save: (
    list: WatchlistHeading & { readonly rows: Rows; readonly version: string | null },
  ) => Answer<Watchlist>;
  readonly remove: (watchlistId: string) => Answer<Pick<Watchlist, 'watchlistId'>>;
}

/** The user's lists as stored at IBKR. Writing replaces a whole list: the API has no smaller step. */
export function createWatchlists({ watchlists }: Pick<Gateway, 'watchlists'>, clock: Clock): Watchlists {
  const list = (): Answer<WatchlistHeading[]> => read(watchlists.getAllWatchlists(), toHeadings);
  const get = (watchlistId: string): Answer<Watchlist> =>
    read(watchlists.getWatchlistInformation({ id: watchlistId }), (data) => toWatchlist(watchlistId, data));

  const write = async ({ watchlistId, name }: WatchlistHeading, rows: Rows): Answer<Watchlist> => {
    const saved = await watchlists.createWatchlist({ id: watchlistId, name, rows: rows.map(toWire) });
    // IBKR's answer to a writing never names the rows: they are read.
    return saved.ok ? get(watchlistId) : err(toAppError(saved.error));
  };

  return {
    list,
    get,
    async create({ name, rows }) {
      // An id that is in use would overwrite that list without a word — GOTCHAS 117.
      const known = await list();
      if (!known.ok) return known;
      const taken = new Set(known.value.map(({ watchlistId }) => watchlistId));
      let id = clock.now();
      while (taken.has(String(id))) id += 1;
      return write({ watchlistId: String(id), name }, rows);
    },
    async save({ version, rows, ...heading }) {
      if (version !== null) {
        const present = await get(heading.watchlistId);
        if (!present.ok) return present;
        const { obstacle } = present.value;
        if (obstacle !== null) return err(refusal(obstacle));
        if (present.value.version !== version) return err(changedElsewhere(heading.name));
      }
      return write(heading, rows);
    },
    async remove(watchlistId) {
      const removed = await watchlists.deleteWatchlist({ id: watchlistId });
      return removed.ok ? ok({ watchlistId }) : err(toAppError(removed.error));
    },
  };
}

const refusal = (message: string): AppError => ({
  code: 'refused',
  message,
  meaning: 'The list at IBKR is as it was.',
  action: 'Make a copy of the list here and change the copy.',
});

const changedElsewhere = (name: string): AppError => ({
  code: 'refused',
  message: `“${name}” was changed elsewhere in the meantime.`,
  meaning: 'Your change was not written, so that the other one is not lost.',
  action: 'The list is being read again: repeat the change on it.',
});
