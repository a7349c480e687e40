import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The guard's dialogs: each asks a person; none is opened and answered by code. */
export type GuardDialog = 'arm' | 'kill' | 'limits' | 'questions';

interface Asked {
  readonly dialog: GuardDialog | null;
}

const guardStore = createStore<Asked>(() => ({ dialog: null }));

/** Opens one of the guard's dialogs from anywhere; `null` closes it. */
export const showGuardDialog = (dialog: GuardDialog | null): void => guardStore.setState({ dialog });

export const useGuardDialog = (): GuardDialog | null => useStore(guardStore, ({ dialog }) => dialog);
