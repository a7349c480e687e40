import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { Allocation, Ledger, PortfolioSummary } from '../../../shared/domain/portfolio';
import type { Result } from '../../../shared/result';
import type { Combos } from '../../../shared/domain/combo';
import type { Margin } from '../../../shared/domain/margin';
import type { Gateway } from '../../gateway/gateway';
import type { Clock } from '../../support/clock';
import { read } from '../read';
import { recordOf } from '../wire-record';
import { createPositions, type Positions } from './positions';
import { toAllocation } from './to-allocation';
import { toCombos } from './to-combos';
import { toLedger } from './to-ledger';
import { toMargin } from './to-margin';
import { toSummary } from './to-summary';

type Answer<T> = Promise<Result<T, AppError>>;

export interface Portfolio {
  readonly summary: (accountId: AccountId) => Answer<PortfolioSummary>;
  readonly positions: Positions;
  readonly margin: (accountId: AccountId) => Answer<Margin>;
  readonly ledger: (accountId: AccountId) => Answer<Ledger>;
  /** What is held as combinations. */
  readonly combos: (accountId: AccountId) => Answer<Combos>;
  readonly allocation: (accountId: AccountId) => Answer<Allocation>;
}

export function createPortfolio(gateway: Gateway, clock: Clock): Portfolio {
  const { portfolio } = gateway;

  const ledger = (accountId: AccountId): Answer<Ledger> =>
    read(portfolio.getLedger({ accountId }), (data) => toLedger(accountId, recordOf(data), clock.now()));

  return {
    positions: createPositions(gateway, clock),
    ledger,
    summary: (accountId) =>
      read(portfolio.portfolioSummary({ accountId }), (data) =>
        toSummary(accountId, recordOf(data), clock.now()),
      ),
    margin: (accountId) =>
      read(portfolio.portfolioSummary({ accountId }), (data) =>
        toMargin(accountId, recordOf(data), clock.now()),
      ),
    combos: (accountId) =>
      read(portfolio.combinationPositions({ accountId }), (data) => toCombos(accountId, data, clock.now())),
    allocation: (accountId) =>
      read(portfolio.portfolioAccountAllocation({ accountId }), (data) =>
        toAllocation(accountId, recordOf(data), clock.now()),
      ),
  };
}
