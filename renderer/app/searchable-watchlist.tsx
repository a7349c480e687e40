import { SymbolSearch } from '../features/contracts/symbol-search';
import { WatchlistPanel } from '../features/watchlists/watchlist-panel';

/** The watchlist with the search of another feature lent to it. */
export const SearchableWatchlist = () => (
  <WatchlistPanel
    searchBox={(onPick) => (
      <SymbolSearch label="Add to the watchlist" placeholder="Add a symbol" onPick={onPick} />
    )}
  />
);
