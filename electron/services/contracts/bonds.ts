import type { AppError } from '../../../shared/app-error';
import type { Bond, BondFilter, BondIssuer } from '../../../shared/domain/bond';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { read } from '../read';
import { toAppError } from '../to-app-error';
import { recordsOf } from '../wire-record';
import { toBondFilters, toBonds, toIssuers } from './to-bonds';

export interface Bonds {
  /** Who owes, by ticker or name; empty where IBKR knows none. */
  readonly issuers: (text: string) => Promise<Result<BondIssuer[], AppError>>;
  readonly filters: (issuerId: string) => Promise<Result<BondFilter[], AppError>>;
  readonly ofIssuer: (issuerId: string) => Promise<Result<Bond[], AppError>>;
}

/** Bonds are found through who owes them: a ticker has none of its own. */
export const createBonds = ({ contracts }: Pick<Gateway, 'contracts'>): Bonds => ({
  async issuers(text) {
    const answer = await contracts.searchContractBySymbol({ symbol: text, secType: 'BOND' });
    if (answer.ok) return ok(toIssuers(recordsOf(answer.value.data)));
    return ['no-data', 'not-found', 'refused'].includes(answer.error.code)
      ? ok([])
      : err(toAppError(answer.error));
  },
  filters: (issuerId) => read(contracts.searchBondFilterInformation({ issuerId }), toBondFilters),
  ofIssuer: (issuerId) => read(contracts.bondsByIssuer({ issuerId }), toBonds),
});
