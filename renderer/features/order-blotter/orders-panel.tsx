import { useId, useMemo, useState } from 'react';
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
import { BlotterDialogs } from './blotter-dialogs';
import { filteredOrders, isFiltering, noFilter } from './blotter-filter';
import { BlotterTools } from './blotter-tools';
import { copyText } from '../../ui/copy-text';
import { ExecutionsTable } from './executions-table';
import { executionsCsv, ordersCsv } from './order-csv';
import { type BlotterTab, blotterTabs, ordersIn } from './order-lists';
import { OrdersTable } from './orders-table';
import { useBlotter } from './use-blotter';
import { modify, useOrderMenu } from './use-order-menu';
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
  const [filter, setFilter] = useState(noFilter);
  const [copied, setCopied] = useState('');
  const blotter = useBlotter(book);
  const { setDialog, ticks, selected, working } = blotter;
  const unknown = book?.intents.filter(({ state }) => state === 'unknown') ?? [];
  const all = book === undefined || tab === 'executions' ? [] : ordersIn(book, tab);
  const shown = filteredOrders(all, { ...filter, phase: tab === 'all' ? filter.phase : 'any' });
  const actions = useMemo(
    () => ({
      canAct,
      onModify: modify,
      onCancel: (order: Order) => setDialog({ kind: 'cancel-one', order }),
      ticks: tab === 'working' ? ticks : null,
    }),
    [canAct, setDialog, tab, ticks],
  );
  const menu = useOrderMenu(book, canAct, setDialog);
  const copy = (): void => {
    const executions = book?.executions ?? [];
    const done = copyText(tab === 'executions' ? executionsCsv(executions) : ordersCsv(shown));
    const rows = tab === 'executions' ? executions.length : shown.length;
    setCopied(done ? `${rows} ${rows === 1 ? 'row' : 'rows'} copied` : 'Not copied');
  };

  return (
    <Panel
      name="Orders"
      title={
        <TabList
          group={tabs}
          label="Order lists"
          active={tab}
          onActive={(next) => {
            setTab(next);
            setCopied('');
          }}
          tabs={blotterTabs.map(({ id, name }) => ({
            id,
            name,
            count: book === undefined ? null : countOf(book, id),
          }))}
        />
      }
      actions={
        book !== undefined && (
          <BlotterTools
            filter={filter}
            onFilter={setFilter}
            anyState={tab === 'all'}
            items={[
              { name: 'Copy as CSV', onPick: copy },
              { name: 'Columns…', onPick: () => setDialog({ kind: 'columns' }) },
            ]}
            cancel={
              tab !== 'working' || working.length === 0
                ? null
                : {
                    name: selected.length > 0 ? `Cancel ${selected.length} selected` : 'Cancel all…',
                    obstacle: canAct ? null : 'Orders can be cancelled once IBKR is connected.',
                    onPress: () =>
                      selected.length > 0
                        ? blotter.cancelSelected()
                        : setDialog({ kind: 'cancel-many', orderIds: null }),
                  }
            }
          />
        )
      }
      state={
        <>
          <span role="status">{copied}</span>
          <Age asOfMs={book?.asOfMs ?? null} stale={!streaming} />
        </>
      }
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
              <ExecutionsTable book={book} />
            ) : (
              <OrdersTable
                label={blotterTabs.find(({ id }) => id === tab)?.label ?? 'Orders'}
                orders={shown}
                actions={actions}
                menu={menu}
                onCurrent={blotter.setCurrent}
                empty={book.known ? emptyWords[tab] : 'IBKR has not given a complete list of orders yet.'}
                filtered={isFiltering(filter) ? all.length : 0}
              />
            )}
          </div>
        )}
      </TabPanel>
      {book !== undefined && blotter.dialog !== null && (
        <BlotterDialogs book={book} dialog={blotter.dialog} onClose={blotter.closeDialog} />
      )}
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
