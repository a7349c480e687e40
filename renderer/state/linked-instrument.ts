import { createContext, useCallback, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Conid } from '../../shared/domain/ids';
import { type LinkedInstrument, type LinkGroup, type Links, noLinks, readLinks } from './link-groups';
import { showInstrument, useWorkspace } from './workspace-store';
import { onOwnChange, readOwn, writeOwn } from './own-storage';

export type { LinkedInstrument } from './link-groups';

const storageKey = 'portico.links';
const linkStore = createStore<Links>(() => load());
linkStore.subscribe(save);
// The desk's other windows follow: one account, one symbol per link group, wherever it was chosen.
onOwnChange(storageKey, () => linkStore.setState(load()));

/** The id of the panel a component stands in; whoever draws panels provides it. Without it: the desk's group A. */
export const PanelIdContext = createContext<string | null>(null);

/** The instrument this panel shows; `null` before one was chosen. */
export function useInstrument(): LinkedInstrument | null {
  const place = usePlace();
  const conid = useWorkspace((workspace) => workspace.conid);
  const symbol = useWorkspace((workspace) => workspace.symbol);
  const own = useStore(linkStore, ({ shown }) => shown[place]);
  const desk = useMemo(() => (conid === null || symbol === null ? null : { conid, symbol }), [conid, symbol]);
  return place === 'A' ? desk : (own ?? null);
}

/** Shows another instrument in this panel and in all that are linked to it. */
export function useShowInstrument(): (conid: Conid, symbol: string) => void {
  const place = usePlace();
  return useCallback((conid, symbol) => showIn(place, { conid, symbol: symbol.slice(0, 40) }), [place]);
}

/** A panel's group and how to change it. A panel that joins a group shows what the group shows. */
export function usePanelLink(
  panelId: string,
): readonly [LinkGroup | null, (group: LinkGroup | null) => void] {
  const group = useStore(linkStore, ({ groupOf }) => groupOf[panelId] ?? (panelId in groupOf ? null : 'A'));
  const instrument = useStore(linkStore, ({ shown }) => shown[group ?? panelId]);
  const conid = useWorkspace((workspace) => workspace.conid);
  const symbol = useWorkspace((workspace) => workspace.symbol);
  const now = group === 'A' && conid !== null && symbol !== null ? { conid, symbol } : instrument;
  const join = (next: LinkGroup | null): void => {
    linkStore.setState(({ groupOf }) => ({ groupOf: { ...groupOf, [panelId]: next } }));
    const place = next ?? panelId;
    // An empty group, or a panel on its own, goes on with what the panel showed.
    const isEmpty = place !== 'A' && (next === null || linkStore.getState().shown[place] === undefined);
    if (isEmpty && now !== undefined) showIn(place, now);
  };
  return [group, join];
}

/** A panel's group, for a layout that is being written. */
export const linkOf = (panelId: string): LinkGroup | null => {
  const { groupOf } = linkStore.getState();
  return panelId in groupOf ? (groupOf[panelId] ?? null) : 'A';
};

/** The groups a layout that was opened brings along. */
export const linkPanels = (groups: Readonly<Record<string, LinkGroup | null>>): void =>
  linkStore.setState(({ groupOf }) => ({ groupOf: { ...groupOf, ...groups } }));

/** Where this panel's instrument is kept: its group's letter, or its own id. */
function usePlace(): string {
  const panelId = useContext(PanelIdContext);
  return useStore(linkStore, ({ groupOf }) =>
    panelId === null || !(panelId in groupOf) ? 'A' : (groupOf[panelId] ?? panelId),
  );
}

function showIn(place: string, instrument: LinkedInstrument): void {
  if (place === 'A') showInstrument(instrument.conid, instrument.symbol);
  else linkStore.setState(({ shown }) => ({ shown: { ...shown, [place]: instrument } }));
}

function load(): Links {
  try {
    return readLinks(readOwn(storageKey));
  } catch {
    return noLinks;
  }
}

function save(links: Links): void {
  try {
    writeOwn(storageKey, JSON.stringify(links));
  } catch {
    // Storage may be off: links then last as long as the window.
  }
}
