import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ConsoleAnswer } from '../../../shared/domain/console';

/** One run of this window's life. Kept in memory only: answers may name people and holdings. */
export interface ConsoleRun {
  readonly number: number;
  readonly answer: ConsoleAnswer;
}

const kept = 50;
const historyStore = createStore<{ readonly runs: ReadonlyArray<ConsoleRun> }>(() => ({ runs: [] }));

export const remember = (answer: ConsoleAnswer): void =>
  historyStore.setState(({ runs }) => ({
    runs: [{ number: (runs[0]?.number ?? 0) + 1, answer }, ...runs].slice(0, kept),
  }));

export const forgetRuns = (): void => historyStore.setState({ runs: [] });

/** Newest first. */
export const useRuns = (): ReadonlyArray<ConsoleRun> => useStore(historyStore).runs;
