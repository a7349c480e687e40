import type { Account, AccountOwners, AccountPage } from '../../../shared/domain/account';
import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { AllocationTargets } from '../../../shared/domain/order-allocation';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { read } from '../read';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf, textOf } from '../wire-record';
import { createSelectedAccount, type SelectedAccount } from './selected-account';
import { toAccountPage } from './to-account-page';
import { toAllocationTargets } from './to-allocation-targets';
import { toAccounts } from './to-accounts';
import { toOwners } from './to-owners';

export interface Accounts {
  readonly list: () => Promise<Result<Account[], AppError>>;
  /** What an advisor can allocate to; empty for a login with one account. */
  readonly allocationTargets: () => Promise<Result<AllocationTargets, AppError>>;
  /** As last listed in this session; `null` when it was not. */
  readonly known: (accountId: AccountId) => Account | null;
  /** Told of every list, in the order they were read. */
  readonly onListed: (listener: (accounts: ReadonlyArray<Account>) => void) => () => void;
  readonly page: (page: number) => Promise<Result<AccountPage, AppError>>;
  readonly owners: (accountId: AccountId) => Promise<Result<AccountOwners, AppError>>;
  /** The account selected at IBKR, and how to select another. */
  readonly selected: Pick<SelectedAccount, 'current' | 'strange' | 'onChange' | 'select'>;
  readonly models: () => Promise<Result<string[], AppError>>;
}

/**
 * The login's accounts. The outer session alone can list them; whether orders may be placed is only known once
 * the brokerage session answers, and until then no account is tradable. A new session starts with none known.
 */
export function createAccounts(gateway: Gateway): Accounts {
  let listed: ReadonlyArray<Account> = [];
  const selected = createSelectedAccount(gateway);
  const listeners = new Set<(accounts: ReadonlyArray<Account>) => void>();
  gateway.sessionMachine.onChange(({ status }) => {
    if (status !== 'ready') listed = [];
  });

  return {
    selected,
    known: (accountId) => listed.find((account) => account.accountId === accountId) ?? null,
    onListed: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    page: (page) =>
      read(gateway.portfolio.largePortfolioSubaccounts({ page }), (data) =>
        toAccountPage(data, page, listed),
      ),
    owners: (accountId) =>
      read(gateway.accounts.signaturesAndOwners({ accountId }), (data) =>
        toOwners(accountId, recordOf(data)),
      ),
    models: () =>
      read(gateway.accounts.faModelList({}), (data) =>
        recordsOf(recordOf(data)['models']).flatMap(
          (model) => textOf(model['model']) ?? textOf(model['name']) ?? [],
        ),
      ),
    async allocationTargets() {
      if (listed.length < 2) return ok({ groups: [], accounts: [] });
      const [groups, accounts] = await Promise.all([
        read(gateway.accounts.allocationGroups({}), recordOf),
        read(gateway.accounts.allocationAccounts({}), recordOf),
      ]);
      if (!groups.ok) return groups;
      return accounts.ok ? ok(toAllocationTargets(groups.value, accounts.value)) : accounts;
    },
    async list() {
      const [portfolio, brokerage] = await Promise.all([
        gateway.portfolio.portfolioAccounts(),
        gateway.accounts.receiveBrokerageAccounts(),
      ]);
      if (!portfolio.ok && !brokerage.ok) return err(toAppError(portfolio.error));
      const accounts = toAccounts(
        portfolio.ok ? recordsOf(portfolio.value.data) : [],
        recordOf(brokerage.ok ? brokerage.value.data : null),
      );
      listed = accounts;
      if (brokerage.ok) selected.learn(recordOf(brokerage.value.data)['selectedAccount']);
      for (const listener of listeners) listener(accounts);
      return ok(accounts);
    },
  };
}
