import type { Account } from '../../../shared/domain/account';
import type { AccountId } from '../../../shared/domain/ids';

/** Which accounts are taken together; one is always left. */
export function AccountChoice({
  accounts,
  chosen,
  onChoose,
}: {
  readonly accounts: ReadonlyArray<Account>;
  readonly chosen: ReadonlyArray<AccountId>;
  readonly onChoose: (chosen: ReadonlyArray<AccountId>) => void;
}) {
  return (
    <fieldset className="account-choice">
      <legend className="hidden-text">Accounts taken together</legend>
      {accounts.map(({ accountId, title }) => {
        const own = chosen.includes(accountId);
        return (
          <label key={accountId} title={title}>
            <input
              type="checkbox"
              checked={own}
              disabled={own && chosen.length === 1}
              onChange={() =>
                onChoose(
                  accounts
                    .map((account) => account.accountId)
                    .filter((id) => (id === accountId ? !own : chosen.includes(id))),
                )
              }
            />
            {accountId}
          </label>
        );
      })}
    </fieldset>
  );
}
