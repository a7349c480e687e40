import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export const groupings = [
  'none',
  'assetClass',
  'sector',
  'industryGroup',
  'currency',
  'underlying',
  'combo',
  'account',
] as const;
export type Grouping = (typeof groupings)[number];

/** One restriction on the positions shown, set by a press in the allocation or by the user's own words. */
export interface PositionFilter {
  readonly field: 'assetClass' | 'sector' | 'industryGroup' | 'currency' | 'symbol';
  readonly value: string;
  /** As the user reads it: "Technology, long". */
  readonly name: string;
  readonly side: 'long' | 'short' | null;
}

/** How the positions are looked at; kept with the desk. `columns` null: as the width of the panel suggests. */
export interface PositionsView {
  readonly columns: ReadonlyArray<string> | null;
  readonly grouping: Grouping;
  readonly showClosed: boolean;
  readonly filter: PositionFilter | null;
}

const storageKey = 'portico.positions-view';
const initial: PositionsView = { columns: null, grouping: 'none', showClosed: false, filter: null };

const viewStore = createStore<PositionsView>(() => load());
viewStore.subscribe(({ columns, grouping, showClosed }) => {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ columns, grouping, showClosed }));
  } catch {
    // Storage may be off: choices then last as long as the window.
  }
});

export const usePositionsView = (): PositionsView => useStore(viewStore);
export const changePositionsView = (change: Partial<PositionsView>): void => viewStore.setState(change);

function load(): PositionsView {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Readonly<Record<string, unknown>>;
    const columns = stored['columns'];
    return {
      ...initial,
      columns:
        Array.isArray(columns) && columns.length <= 60
          ? columns.filter((id): id is string => typeof id === 'string' && id.length <= 40)
          : null,
      grouping: groupings.find((grouping) => grouping === stored['grouping']) ?? 'none',
      showClosed: stored['showClosed'] === true,
    };
  } catch {
    return initial;
  }
}
