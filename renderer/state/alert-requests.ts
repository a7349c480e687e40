import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Alert } from '../../shared/domain/alert';
import type { Decimal } from '../../shared/domain/decimal';
import type { Conid } from '../../shared/domain/ids';

/** What a panel asks the alert dialog to show. It fills the dialog; nothing is written at IBKR before a press there. */
export type AlertRequest =
  | { readonly kind: 'new'; readonly conid: Conid; readonly symbol: string; readonly price: Decimal | null }
  | {
      readonly kind: 'change';
      readonly alert: Alert;
      /** A level wanted instead of the alert's own (a line moved on the chart). */
      readonly price: Decimal | null;
    }
  | { readonly kind: 'delete'; readonly alert: Alert };

const requestStore = createStore<{ request: AlertRequest | null }>(() => ({ request: null }));

export const askAlert = (request: AlertRequest | null): void => requestStore.setState({ request });

export const useAlertRequest = (): AlertRequest | null => useStore(requestStore, ({ request }) => request);
