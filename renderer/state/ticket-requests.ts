import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Decimal } from '../../shared/domain/decimal';
import type { Conid } from '../../shared/domain/ids';
import type { Order } from '../../shared/domain/order';
import type { OrderType, Side, Tif } from '../../shared/domain/order-draft';

/** What another panel asks the ticket to show. A request fills fields; it never sends anything. */
export type TicketRequest =
  | {
      readonly kind: 'new';
      readonly conid: Conid;
      readonly symbol: string;
      readonly side: Side;
      readonly quantity?: Decimal;
      readonly orderType?: OrderType;
      readonly limitPrice?: Decimal;
      readonly stopPrice?: Decimal;
      /** The price was pointed at; without it, it is only what the market would take. */
      readonly pointed?: boolean;
      readonly tif?: Tif;
    }
  | {
      readonly kind: 'modify';
      readonly order: Order;
      /** Prices wanted instead of the order's own (a line moved on the chart). */
      readonly limitPrice?: Decimal;
      readonly stopPrice?: Decimal;
    };

interface Numbered {
  readonly number: number;
  readonly request: TicketRequest | null;
}

const requestStore = createStore<Numbered>(() => ({ number: 0, request: null }));

export const askTicket = (request: TicketRequest | null): void =>
  requestStore.setState(({ number }) => ({ number: number + 1, request }));

/** The latest request; its number tells two equal ones apart. */
export const useTicketRequest = (): Numbered => useStore(requestStore);
