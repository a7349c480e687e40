import type { Gateway } from '../gateway/gateway';
import type { AccountServices } from '../ipc/handlers/account-handlers';
import type { Accounts } from '../services/accounts/accounts';
import type { Files } from '../services/files';
import type { OrderService } from '../services/orders/order-service';
import { createPerformance } from '../services/performance/performance';
import { watchPnl } from '../services/portfolio/pnl';
import { createPortfolio } from '../services/portfolio/portfolio';
import type { Session } from '../services/session/session';
import { createTransactions } from '../services/transactions/transactions';
import type { Clock } from '../support/clock';
import type { Log } from '../support/log';
import type { Stores } from './stores';

interface Deps {
  readonly gateway: Gateway;
  readonly session: Session;
  readonly accounts: Accounts;
  readonly orders: OrderService;
  readonly files: Files;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly log: Log;
}

/** What an account holds, owes and did. */
export function createAccountArea(deps: Deps) {
  const { gateway, accounts, session, orders, files, clock, log } = deps;
  const { cache, books, store } = deps.stores;
  return {
    accounts,
    portfolio: createPortfolio(gateway, clock),
    performance: createPerformance(gateway, cache, clock),
    transactions: createTransactions({
      ...{ gateway, cache, books, accounts, session, files, clock, log },
      executions: store.executions,
      keepExecutions: orders.keepExecutions,
    }),
    watchPnl: ({ accountId }, emit) => watchPnl(gateway, accountId, emit),
  } satisfies AccountServices;
}
