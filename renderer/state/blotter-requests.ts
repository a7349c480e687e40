import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What a key asks the blotter for. It opens a dialog; it never cancels by itself. */
export type BlotterRequest = 'cancel-selected' | 'cancel-all';

interface Numbered {
  readonly number: number;
  readonly request: BlotterRequest | null;
}

const requestStore = createStore<Numbered>(() => ({ number: 0, request: null }));

export const askBlotter = (request: BlotterRequest): void =>
  requestStore.setState(({ number }) => ({ number: number + 1, request }));

/** The latest request; its number tells two equal ones apart. */
export const useBlotterRequest = (): Numbered => useStore(requestStore);
