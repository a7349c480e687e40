import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../../shared/domain/account';
import type { AccountId } from '../../../shared/domain/ids';
import { accountsQueries } from '../../ipc/accounts-queries';
import { useReady } from '../../live/session-feed';
import { SelectInput } from '../../ui/select-input';

/** What the portfolio looks at: the desk's account, every account together, or a model of the account. */
export type Scope = 'account' | 'all' | `model:${string}`;

/** An advisor's master account owns nothing: it takes part in no sum. */
const isMaster = ({ isAdvisorMaster }: Account): boolean => isAdvisorMaster;

export function scopeOf(
  scope: Scope,
  accountId: AccountId,
  accounts: ReadonlyArray<Account>,
): { readonly accountIds: ReadonlyArray<AccountId>; readonly model: string | null } {
  if (scope === 'all')
    return {
      accountIds: accounts.filter((account) => !isMaster(account)).map((account) => account.accountId),
      model: null,
    };
  return {
    accountIds: [accountId],
    model: scope.startsWith('model:') ? scope.slice('model:'.length) : null,
  };
}

/** Shown where there is something to choose: several accounts, or models. Orders always name the desk's account. */
export function ScopeChoice({
  accountId,
  accounts,
  scope,
  onScope,
}: {
  readonly accountId: AccountId;
  readonly accounts: ReadonlyArray<Account>;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
}) {
  const ready = useReady();
  const several = accounts.filter((account) => !isMaster(account)).length;
  const advisor = accounts.some(isMaster);
  const { data: models = [] } = useQuery({ ...accountsQueries.models(), enabled: ready && advisor });
  if (several < 2 && models.length === 0) return null;
  const own = accounts.find((account) => account.accountId === accountId)?.title ?? accountId;
  return (
    <SelectInput<Scope>
      label="Portfolio of"
      labelHidden
      value={scope}
      options={[
        { value: 'account', text: own },
        ...(several > 1 ? [{ value: 'all' as const, text: `All ${several} accounts` }] : []),
        ...models.map((name) => ({ value: `model:${name}` as const, text: `Model ${name} of ${own}` })),
      ]}
      onValue={onScope}
    />
  );
}
