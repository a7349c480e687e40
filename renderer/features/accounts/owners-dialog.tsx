import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../../shared/domain/account';
import { accountsQueries } from '../../ipc/accounts-queries';
import { viewOf } from '../../ipc/query-view';
import { useReady } from '../../live/session-feed';
import { DataView } from '../../ui/data-view';
import { Dialog } from '../../ui/dialog';

/** Who owns the account and who may sign for it; asked for when it is opened, forgotten when it is closed. */
export function OwnersDialog({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}) {
  const ready = useReady();
  const owners = useQuery({ ...accountsQueries.owners(account.accountId), enabled: ready });
  return (
    <Dialog name={`Owners of ${account.accountId}`} onClose={onClose}>
      <header className="dialog-head">
        <h2>Owners of {account.title}</h2>
      </header>
      <div className="dialog-body">
        <DataView {...viewOf(owners, ready, false)} rows={3} label="Loading the owners">
          {({ owners: people, signatures }) => (
            <dl className="owner-list">
              {people.map(({ name, role }) => (
                <div key={`${name} ${role ?? ''}`}>
                  <dt>{role === null ? 'Role not said' : role.charAt(0) + role.slice(1).toLowerCase()}</dt>
                  <dd>{name}</dd>
                </div>
              ))}
              <div>
                <dt>Signatures</dt>
                <dd>{signatures.length === 0 ? 'None named by IBKR' : signatures.join(', ')}</dd>
              </div>
            </dl>
          )}
        </DataView>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button button-primary" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
