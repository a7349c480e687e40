import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const storageKey = 'portico.watchlist-view';
const basic: ReadonlyArray<string> = ['last', 'change', 'changePercent'];

/** Which figures the watchlist shows beside the symbol, in order: ids of `market-field.ts`. */
const viewStore = createStore<{ columns: ReadonlyArray<string> }>(() => ({ columns: load() }));

export const useWatchlistColumns = (): ReadonlyArray<string> => useStore(viewStore, ({ columns }) => columns);

export function showWatchlistColumns(columns: ReadonlyArray<string>): void {
  viewStore.setState({ columns });
  try {
    localStorage.setItem(storageKey, JSON.stringify(columns));
  } catch {
    // Storage may be off: the choice then lasts as long as the window.
  }
}

export const columnSets: ReadonlyArray<{ readonly name: string; readonly columns: ReadonlyArray<string> }> = [
  { name: 'Basic', columns: basic },
  {
    name: 'Day trade',
    columns: ['last', 'changePercent', 'bidSize', 'bid', 'ask', 'askSize', 'volume', 'high', 'low'],
  },
  {
    name: 'Long term',
    columns: [
      ...['last', 'changePercent', 'yearLow', 'yearHigh', 'toEma200', 'marketCap', 'priceToEarnings'],
      ...['dividendYield', 'exDividendDate'],
    ],
  },
  {
    name: 'Options',
    columns: [
      ...['last', 'changePercent', 'optionImpliedVolatility', 'historicVolatility', 'putCallRatio'],
      ...['optionVolume', 'delta', 'gamma', 'theta', 'vega', 'optionOpenInterest'],
    ],
  },
  {
    name: 'Short selling',
    columns: ['last', 'changePercent', 'shortability', 'shortableShares', 'shortFee', 'volume'],
  },
];

function load(): ReadonlyArray<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    const sound = Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : [];
    return sound.length === 0 ? basic : sound.slice(0, 40);
  } catch {
    return basic;
  }
}
