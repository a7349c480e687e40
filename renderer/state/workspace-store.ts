import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AccountId, Conid } from '../../shared/domain/ids';
import { type AmountsIn, emptyWorkspace, readWorkspace, type Workspace } from './workspace';
import { onOwnChange, readOwn, writeOwn } from './own-storage';

const storageKey = 'portico.workspace';

const workspaceStore = createStore<Workspace>(() => load());
workspaceStore.subscribe(save);
// The desk's other windows follow: one account, one symbol per link group, wherever it was chosen.
onOwnChange(storageKey, () => workspaceStore.setState(load()));

export const useWorkspace = <T>(select: (workspace: Workspace) => T): T => useStore(workspaceStore, select);
export const workspaceNow = (): Workspace => workspaceStore.getState();

/** Another account, another set of numbers: everything keyed by account follows. */
export const showAccount = (accountId: AccountId): void => workspaceStore.setState({ accountId });
export const showInstrument = (conid: Conid, symbol: string): void =>
  workspaceStore.setState({ conid, symbol: symbol.slice(0, 40) });
export const showWatchlist = (watchlistId: string): void => workspaceStore.setState({ watchlistId });
/** Base or local currency: one choice for every portfolio view. */
export const showAmountsIn = (amountsIn: AmountsIn): void => workspaceStore.setState({ amountsIn });
export const switchDiscreet = (): void =>
  workspaceStore.setState(({ discreet }) => ({ discreet: !discreet }));
export const hideColumns = (hiddenOrderColumns: ReadonlyArray<string>): void =>
  workspaceStore.setState({ hiddenOrderColumns });

function load(): Workspace {
  try {
    return readWorkspace(readOwn(storageKey));
  } catch {
    // Storage may be off: choices then last as long as the window.
    return emptyWorkspace;
  }
}

function save(workspace: Workspace): void {
  try {
    writeOwn(storageKey, JSON.stringify({ version: 1, ...workspace }));
  } catch {
    // As above.
  }
}
