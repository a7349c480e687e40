import type { Gateway } from '../gateway/gateway';
import type { OrderServices } from '../ipc/handlers/order-handlers';
import type { Accounts } from '../services/accounts/accounts';
import { beginAfresh } from '../services/orders/begin-afresh';
import { createGatewayUpdates } from '../services/orders/gateway-updates';
import { createGatewayWire } from '../services/orders/gateway-wire';
import { createOrderService } from '../services/orders/order-service';
import { watchDayPnl } from '../services/portfolio/day-pnl';
import type { Session } from '../services/session/session';
import { createTrading } from '../services/trading/trading';
import { createTradingGuard } from '../services/trading/trading-guard';
import type { Clock } from '../support/clock';
import type { Log } from '../support/log';
import type { Stores } from './stores';

interface Deps {
  readonly profile: 'practice' | 'paper' | 'live';
  readonly gateway: Gateway;
  readonly session: Session;
  readonly accounts: Accounts;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly log: Log;
  /** Starts the program again as it was started, once the window has its answer. */
  readonly restart: () => void;
}

/** The one path to the wire for orders, and what guards it. */
export function createOrderArea(deps: Deps) {
  const { profile, gateway, session, accounts, clock, log } = deps;
  const { store, journalPath } = deps.stores;
  const guard = createTradingGuard({
    ...{ profile, store, session, clock },
    watchDayPnl: (told) => watchDayPnl(gateway, told),
  });
  accounts.onListed((listed) => guard.accountsSeen(listed.map(({ accountId }) => accountId)));
  const orders = createOrderService({
    wire: createGatewayWire(gateway, clock),
    updates: createGatewayUpdates(gateway),
    holdReads: gateway.holdReads,
    permit: guard,
    ...{ session, accounts, store, clock, log },
  });
  const trading = createTrading(guard, { orders, accounts, session, clock, gateway });
  return {
    orders,
    trading,
    startJournalAfresh: async (typed) => {
      const fresh = beginAfresh(store, journalPath, clock, typed);
      if (fresh.ok) deps.restart();
      return fresh;
    },
  } satisfies OrderServices;
}
