import type { Clock } from '../../support/clock';
import type { Log } from '../../support/log';
import type { IntentLedger } from './intent-ledger';
import type { OrderBookState } from './order-book';
import type { HoldReads, OrderAccounts, OrderPermit, OrderSession, OrderUpdates, OrderWire } from './ports';
import type { PreviewStore } from './preview-store';

/** What every step of the order path works with. */
export interface OrderContext {
  readonly wire: OrderWire;
  readonly session: OrderSession;
  readonly accounts: OrderAccounts;
  readonly updates: OrderUpdates;
  readonly holdReads: HoldReads;
  readonly permit: OrderPermit;
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: IntentLedger;
  readonly book: OrderBookState;
  readonly previews: PreviewStore;
  /** Looks at IBKR's lists soon, because something is not known. */
  readonly checkSoon: () => void;
}
