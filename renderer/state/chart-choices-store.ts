import { useContext } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type ChartChoices, defaultChoices, readPanels } from './chart-choices';
import { PanelIdContext } from './linked-instrument';
import { readOwn, writeOwn } from './own-storage';

const storageKey = 'portico.charts';
const choicesStore = createStore<Readonly<Record<string, ChartChoices>>>(() => load());
choicesStore.subscribe(save);

/** The choices of the chart panel the component stands in, and how to change some of them. */
export function useChartChoices(): readonly [ChartChoices, (part: Partial<ChartChoices>) => void] {
  const panelId = useContext(PanelIdContext) ?? 'chart';
  const choices = useStore(choicesStore, (all) => all[panelId] ?? defaultChoices);
  return [
    choices,
    (part) =>
      choicesStore.setState((all) => ({ [panelId]: { ...(all[panelId] ?? defaultChoices), ...part } })),
  ];
}

function load(): Readonly<Record<string, ChartChoices>> {
  try {
    return readPanels(JSON.parse(readOwn(storageKey) ?? '{}'));
  } catch {
    // Storage may be off or hold something else: the defaults then.
    return {};
  }
}

function save(panels: Readonly<Record<string, ChartChoices>>): void {
  try {
    writeOwn(storageKey, JSON.stringify({ version: 1, panels }));
  } catch {
    // As above: choices then last as long as the window.
  }
}
