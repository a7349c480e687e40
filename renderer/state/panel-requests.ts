import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Shown {
  readonly number: number;
  readonly panelId: string | null;
}

const shownStore = createStore<Shown>(() => ({ number: 0, panelId: null }));

/** Opens the panel with this id of the registry (`renderer/app/panels.tsx`), or focuses it; `null` goes back to the desk. */
export const showPanel = (panelId: string | null): void =>
  shownStore.setState(({ number }) => ({ number: number + 1, panelId }));

/** The latest request; its number tells two equal ones apart. */
export const usePanelRequest = (): Shown => useStore(shownStore);
