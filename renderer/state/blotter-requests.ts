import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Order } from '../../shared/domain/order';

/** What a key or another panel asks the blotter for. It shows or opens a dialog; it never cancels by itself. */
export type BlotterRequest =
  | { readonly kind: 'cancel-selected' | 'cancel-all' }
  | { readonly kind: 'show' | 'cancel'; readonly order: Order };

interface Numbered {
  readonly number: number;
  readonly request: BlotterRequest | null;
}

const requestStore = createStore<Numbered>(() => ({ number: 0, request: null }));

export const askBlotter = (request: BlotterRequest): void =>
  requestStore.setState(({ number }) => ({ number: number + 1, request }));

/** The latest request; its number tells two equal ones apart. */
export const useBlotterRequest = (): Numbered => useStore(requestStore);
