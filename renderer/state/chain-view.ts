import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const storageKey = 'portico.chain-view';

/** Figures of either side of an option chain, nearest to the strike first: ids of `market-field.ts`. */
export const chainFigures = [
  ...(['bid', 'ask', 'last', 'changePercent', 'volume', 'optionOpenInterest', 'impliedVolatility'] as const),
  ...(['delta', 'gamma', 'theta', 'vega', 'bidSize', 'askSize'] as const),
] as const;
export type ChainFigure = (typeof chainFigures)[number];

export const chainFigureSets: ReadonlyArray<{
  readonly name: string;
  readonly figures: ReadonlyArray<ChainFigure>;
}> = [
  {
    name: 'Overview',
    figures: ['bid', 'ask', 'last', 'impliedVolatility', 'delta', 'optionOpenInterest', 'volume'],
  },
  { name: 'Prices', figures: ['bid', 'ask', 'bidSize', 'askSize', 'last', 'changePercent', 'volume'] },
  { name: 'Greeks', figures: ['bid', 'ask', 'impliedVolatility', 'delta', 'gamma', 'theta', 'vega'] },
];

export const chainRanges = [
  'strikes-10',
  'strikes-20',
  'strikes-40',
  'percent-10',
  'percent-25',
  'all',
] as const;
type Range = (typeof chainRanges)[number];

interface ChainView {
  readonly figures: ReadonlyArray<ChainFigure>;
  readonly range: Range;
}

const first: ChainView = { figures: chainFigureSets[0]?.figures ?? chainFigures, range: 'strikes-20' };
const viewStore = createStore<ChainView>(load);

/** What the option chain shows, as this user left it. */
export const useChainView = (): ChainView => useStore(viewStore);

export function showChainView(part: Partial<ChainView>): void {
  viewStore.setState(part);
  try {
    localStorage.setItem(storageKey, JSON.stringify(viewStore.getState()));
  } catch {
    // Storage may be off: the choice then lasts as long as the window.
  }
}

function load(): ChainView {
  try {
    const stored = (JSON.parse(localStorage.getItem(storageKey) ?? 'null') ?? {}) as Record<string, unknown>;
    const { figures, range } = stored;
    const known = Array.isArray(figures) ? chainFigures.filter((id) => figures.includes(id)) : [];
    return {
      figures: known.length === 0 ? first.figures : inOrder(known, figures as ReadonlyArray<unknown>),
      range: chainRanges.find((one) => one === range) ?? first.range,
    };
  } catch {
    return first;
  }
}

const inOrder = (known: ReadonlyArray<ChainFigure>, order: ReadonlyArray<unknown>): ChainFigure[] =>
  [...known].sort((a, b) => order.indexOf(a) - order.indexOf(b));
