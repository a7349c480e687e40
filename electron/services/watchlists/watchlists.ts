import type { AppError } from '../../../shared/app-error';
import { conidSchema, type Conid } from '../../../shared/domain/ids';
import type { Watchlist } from '../../../shared/domain/watchlist';
import { err, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { read } from '../read';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

type Heading = Pick<Watchlist, 'watchlistId' | 'name'>;

export interface Watchlists {
  readonly list: () => Promise<Result<Heading[], AppError>>;
  readonly get: (watchlistId: string) => Promise<Result<Watchlist, AppError>>;
  readonly save: (heading: Heading, conids: ReadonlyArray<Conid>) => Promise<Result<Watchlist, AppError>>;
}

/** The user's lists as stored at IBKR. Writing replaces a whole list: the API has no smaller step. */
export function createWatchlists(gateway: Gateway): Watchlists {
  const { watchlists } = gateway;
  const get = (watchlistId: string): Promise<Result<Watchlist, AppError>> =>
    read(watchlists.getWatchlistInformation({ id: watchlistId }), (data) =>
      toWatchlist(watchlistId, recordOf(data)),
    );

  return {
    get,
    list: () =>
      read(watchlists.getAllWatchlists(), (data) =>
        recordsOf(recordOf(recordOf(data)['data'])['user_lists']).flatMap((row) => {
          const [watchlistId, name] = [textOf(row['id']), textOf(row['name'])];
          return watchlistId === null || name === null ? [] : [{ watchlistId, name }];
        }),
      ),
    async save({ watchlistId, name }, conids) {
      const saved = await watchlists.createWatchlist({
        id: watchlistId,
        name,
        rows: conids.map((conid) => ({ C: conid })),
      });
      return saved.ok ? get(watchlistId) : err(toAppError(saved.error));
    },
  };
}

function toWatchlist(watchlistId: string, wire: WireRecord): Watchlist {
  return {
    watchlistId,
    name: textOf(wire['name']) ?? watchlistId,
    rows: recordsOf(wire['instruments']).flatMap((row) => {
      const conid = conidSchema.safeParse(Number(row['conid'] ?? row['C']));
      return conid.success
        ? [{ conid: conid.data, symbol: textOf(row['ticker']), name: textOf(row['name']) }]
        : [];
    }),
  };
}
