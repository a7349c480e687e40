import { useId, useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import { NoAccount } from '../../live/no-account';
import { useWorkspace } from '../../state/workspace-store';
import { Panel } from '../../ui/panel';
import { TabList, TabPanel } from '../../ui/tabs';
import { AgreementTab } from './agreement-tab';
import { InstrumentTab } from './instrument-tab';
import { LedgerTab } from './ledger-tab';
import './transactions.css';

/** What happened in the account: our own ledger, IBKR's history of one instrument, and whether both agree. */
export function TransactionsPanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  // The key throws every trace of one account away before another is shown.
  if (accountId !== null) return <AccountTransactions key={accountId} accountId={accountId} />;
  return (
    <Panel name="Transactions">
      <NoAccount rows={6} />
    </Panel>
  );
}

type Tab = 'ledger' | 'instrument' | 'agreement';

function AccountTransactions({ accountId }: { readonly accountId: AccountId }) {
  const group = useId();
  const [tab, setTab] = useState<Tab>('ledger');
  return (
    <Panel
      name="Transactions"
      title={
        <TabList
          group={group}
          label="Transactions"
          active={tab}
          onActive={setTab}
          tabs={[
            { id: 'ledger', name: 'Ledger' },
            { id: 'instrument', name: 'By instrument' },
            { id: 'agreement', name: 'Agreement' },
          ]}
        />
      }
    >
      <TabPanel group={group} active={tab}>
        {tab === 'ledger' && <LedgerTab accountId={accountId} />}
        {tab === 'instrument' && <InstrumentTab accountId={accountId} />}
        {tab === 'agreement' && <AgreementTab accountId={accountId} />}
      </TabPanel>
    </Panel>
  );
}
