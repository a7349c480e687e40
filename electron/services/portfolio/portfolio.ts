import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type {
  Allocation,
  Ledger,
  Performance,
  PortfolioSummary,
  PositionList,
} from '../../../shared/domain/portfolio';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Clock } from '../../support/clock';
import { read } from '../read';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf, type WireRecord } from '../wire-record';
import { toAllocation } from './to-allocation';
import { toLedger } from './to-ledger';
import { toPerformance } from './to-performance';
import { toPositions } from './to-positions';
import { toSummary } from './to-summary';

type Answer<T> = Promise<Result<T, AppError>>;

export interface Portfolio {
  readonly summary: (accountId: AccountId) => Answer<PortfolioSummary>;
  readonly positions: (accountId: AccountId) => Answer<PositionList>;
  readonly ledger: (accountId: AccountId) => Answer<Ledger>;
  readonly allocation: (accountId: AccountId) => Answer<Allocation>;
  readonly performance: (accountId: AccountId) => Answer<Performance>;
}

// IBKR gives positions in pages of 100; a runaway answer must not become a runaway loop.
const pageSize = 100;
const maxPages = 200;

export function createPortfolio(gateway: Gateway, clock: Clock): Portfolio {
  const { portfolio } = gateway;

  const ledger = (accountId: AccountId): Answer<Ledger> =>
    read(portfolio.getLedger({ accountId }), (data) => toLedger(accountId, recordOf(data), clock.now()));

  return {
    ledger,
    summary: (accountId) =>
      read(portfolio.portfolioSummary({ accountId }), (data) =>
        toSummary(accountId, recordOf(data), clock.now()),
      ),
    allocation: (accountId) =>
      read(portfolio.portfolioAccountAllocation({ accountId }), (data) =>
        toAllocation(accountId, recordOf(data), clock.now()),
      ),
    performance: (accountId) =>
      read(portfolio.accountPerformance({ accountIds: [accountId], period: '1Y' }), (data) =>
        toPerformance(accountId, recordOf(data), clock.now()),
      ),

    async positions(accountId) {
      const rates = await ledger(accountId);
      const rows: WireRecord[] = [];
      for (let page = 0; page < maxPages; page += 1) {
        const answer = await portfolio.positions({ accountId, page });
        if (!answer.ok) return err(toAppError(answer.error));
        const pageRows = recordsOf(answer.value.data);
        rows.push(...pageRows);
        if (pageRows.length < pageSize) break;
      }
      return ok(toPositions(accountId, rows, rates.ok ? rates.value.rows : [], clock.now()));
    },
  };
}
