import { SymbolSearch } from '../features/contracts/symbol-search';
import { ChartPanel } from '../features/history-chart/chart-panel';

/** The chart with the search of another feature lent to it. */
export const SearchableChart = () => (
  <ChartPanel
    searchBox={(onPick) => (
      <SymbolSearch label="Compare with" placeholder="Compare with a symbol" onPick={onPick} />
    )}
  />
);
