import { useId, useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import type { Intent, Order, OrderBook } from '../../../shared/domain/order';
import { clockText } from '../../format/time-text';
import { useOrderBook } from '../../live/order-feed';
import { useSession, useStreaming } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { Age } from '../../ui/age';
import { NoAccount } from '../../live/no-account';
import { Panel } from '../../ui/panel';
import { Skeleton } from '../../ui/skeleton';
import { TabList, TabPanel } from '../../ui/tabs';
import { CancelDialog } from './cancel-dialog';
import { ExecutionsTable } from './executions-table';
import { type BlotterTab, blotterTabs, ordersIn } from './order-lists';
import { OrdersTable } from './orders-table';
import './order-blotter.css';

/** Every order of the account, wherever it was placed. */
export function OrdersPanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  if (accountId === null) {
    return (
      <Panel name="Orders">
        <NoAccount rows={3} />
      </Panel>
    );
  }
  return <AccountOrders key={accountId} accountId={accountId} />;
}

function AccountOrders({ accountId }: { readonly accountId: AccountId }) {
  const book = useOrderBook(accountId);
  const streaming = useStreaming();
  const tabs = useId();
  const canAct = useSession()?.tradingAllowed === true;
  const [tab, setTab] = useState<BlotterTab>('working');
  const [cancelling, setCancelling] = useState<Order | null>(null);
  const unknown = book?.intents.filter(({ state }) => state === 'unknown') ?? [];

  return (
    <Panel
      name="Orders"
      title={
        <TabList
          group={tabs}
          label="Order lists"
          active={tab}
          onActive={setTab}
          tabs={blotterTabs.map(({ id, name }) => ({
            id,
            name,
            count: book === undefined ? null : countOf(book, id),
          }))}
        />
      }
      state={<Age asOfMs={book?.asOfMs ?? null} stale={!streaming} />}
    >
      {unknown.map((intent) => (
        <UnknownLine key={intent.intentId} intent={intent} />
      ))}
      <TabPanel group={tabs} active={tab}>
        {book === undefined ? (
          <Skeleton rows={3} label="Loading the orders" />
        ) : (
          <div className={streaming ? 'view' : 'view stale'}>
            {tab === 'executions' ? (
              <ExecutionsTable executions={book.executions} />
            ) : (
              <OrdersTable
                label={blotterTabs.find(({ id }) => id === tab)?.label ?? 'Orders'}
                orders={ordersIn(book, tab)}
                canAct={canAct}
                onCancel={setCancelling}
                empty={book.known ? emptyWords[tab] : 'IBKR has not given a complete list of orders yet.'}
              />
            )}
          </div>
        )}
      </TabPanel>
      {cancelling !== null && <CancelDialog order={cancelling} onClose={() => setCancelling(null)} />}
    </Panel>
  );
}

/** Pinned above everything until it is settled; its card with the buttons stands in the ticket. */
function UnknownLine({ intent }: { readonly intent: Intent }) {
  return (
    <p className="unknown-line" role="alert">
      <strong>Outcome unknown</strong> — do not place it again: {intent.sentence}
      {intent.sentAtMs !== null && <span className="muted"> · sent {clockText(intent.sentAtMs)}</span>}
      <span className="muted"> · evidence and choices are in the order ticket</span>
    </p>
  );
}

const countOf = (book: OrderBook, tab: BlotterTab): number | null =>
  tab === 'executions' ? book.executions.length : tab === 'all' ? null : ordersIn(book, tab).length;

const emptyWords = {
  working: 'No working orders.',
  filled: 'No filled orders today.',
  cancelled: 'No cancelled orders today.',
  all: 'No orders today.',
} as const;
