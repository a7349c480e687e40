import type { accountsContract } from '../../../shared/ipc/accounts-contract';
import type { Handlers } from '../../../shared/ipc/define';
import type { performanceContract } from '../../../shared/ipc/performance-contract';
import type { portfolioContract } from '../../../shared/ipc/portfolio-contract';
import type { transactionsContract } from '../../../shared/ipc/transactions-contract';
import type { Accounts } from '../../services/accounts/accounts';
import type { PerformanceService } from '../../services/performance/performance';
import type { Portfolio } from '../../services/portfolio/portfolio';
import type { Transactions } from '../../services/transactions/transactions';
import type { Watch } from './answers';

export interface AccountServices {
  readonly accounts: Accounts;
  readonly portfolio: Portfolio;
  readonly performance: PerformanceService;
  readonly transactions: Transactions;
  readonly watchPnl: Watch<typeof portfolioContract, 'portfolio.pnl.watch'>;
}

type Contract = typeof accountsContract &
  typeof portfolioContract &
  typeof performanceContract &
  typeof transactionsContract;

/** What an account holds, owes and did. */
export const accountHandlers = ({
  accounts,
  portfolio,
  performance,
  transactions,
  watchPnl,
}: AccountServices): Handlers<Contract> => ({
  'accounts.list': accounts.list,
  'accounts.page': ({ page }) => accounts.page(page),
  'accounts.owners': ({ accountId }) => accounts.owners(accountId),
  'accounts.models': accounts.models,
  'accounts.allocationTargets': accounts.allocationTargets,

  'portfolio.summary': ({ accountId }) => portfolio.summary(accountId),
  'portfolio.positions': portfolio.positions.read,
  'portfolio.refresh': ({ accountId }) => portfolio.positions.refresh(accountId),
  'portfolio.margin': ({ accountId }) => portfolio.margin(accountId),
  'portfolio.ledger': ({ accountId }) => portfolio.ledger(accountId),
  'portfolio.allocation': ({ accountId }) => portfolio.allocation(accountId),
  'portfolio.combos': ({ accountId }) => portfolio.combos(accountId),
  'portfolio.pnl.watch': watchPnl,

  'performance.read': ({ accountIds }) => performance.read(accountIds),

  'transactions.ledger': ({ accountId, filter, limit }) => transactions.ledger(accountId, filter, limit),
  'transactions.history': (request) => transactions.history(request),
  'transactions.check': ({ accountId }) => transactions.check(accountId),
  'transactions.checks': ({ accountId }) => transactions.checks(accountId),
  'transactions.export': ({ accountId, filter, format }) =>
    transactions.exportLedger(accountId, filter, format),
});
