import { useQuery } from '@tanstack/react-query';
import { accountsQueries } from '../../ipc/accounts-queries';
import { useReady } from '../../live/session-feed';
import { showAccount, useWorkspace } from '../../state/workspace-store';
import { SelectInput } from '../../ui/select-input';

/** The account every panel shows and every order names. */
export function AccountSwitcher() {
  const ready = useReady();
  const { data: accounts } = useQuery({ ...accountsQueries.list(), enabled: ready });
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const options = (accounts ?? []).map((account) => ({
    value: account.accountId,
    text: [
      ...(account.title === account.accountId ? [] : [account.title]),
      account.accountId,
      ...(account.isAdvisorMaster ? ['advisor'] : account.tradable ? [] : ['view only']),
    ].join(' · '),
  }));
  if (accountId === null) return <span className="muted">No account yet</span>;
  return (
    <SelectInput
      label="Account"
      labelHidden
      value={accountId}
      options={options.length > 0 ? options : [{ value: accountId, text: accountId }]}
      onValue={showAccount}
    />
  );
}
