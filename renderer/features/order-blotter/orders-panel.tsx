import { useCallback, useId, useMemo, useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import type { Intent } from '../../../shared/domain/intent';
import type { Order, OrderBook } from '../../../shared/domain/order';
import { useOrderBook } from '../../live/order-feed';
import { useSession, useStreaming } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { Age } from '../../ui/age';
import { NoAccount } from '../../live/no-account';
import { changeTicket } from '../../live/trade-actions';
import { Panel } from '../../ui/panel';
import { Skeleton } from '../../ui/skeleton';
import { TabList, TabPanel } from '../../ui/tabs';
import { currentMs } from '../../ui/clock';
import { AlarmLines } from './alarm-lines';
import { BlotterDialogs } from './blotter-dialogs';
import { filteredOrders, isFiltering } from './blotter-filter';
import { BlotterTools } from './blotter-tools';
import { exportList, type ExportWay } from './export-orders';
import { ExecutionsTable } from './executions-table';
import { type BlotterTab, blotterTabs, ordersIn } from './order-lists';
import { OrdersTable } from './orders-table';
import { SentTable } from './sent-table';
import { UnknownLine } from './unknown-line';
import { useBlotter } from './use-blotter';
import { useOrderMenu } from './use-order-menu';
import { useShownRow } from './use-shown-row';
import { useSelectionKeys } from './use-selection-keys';
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
  const [copied, setCopied] = useState('');
  const blotter = useBlotter(book);
  const list = useShownRow(blotter.shownId);
  const { tab, filter, setFilter, setDialog, ticks, selected, working } = blotter;
  const unknown = book?.intents.filter(({ state }) => state === 'unknown') ?? [];
  const listsOrders = tab !== 'executions' && tab !== 'sent';
  const all = book === undefined || !listsOrders ? [] : ordersIn(book, tab);
  const shown = filteredOrders(all, { ...filter, phase: tab === 'all' ? filter.phase : 'any' });
  const actions = useMemo(
    () => ({
      canAct,
      onModify: changeTicket,
      onCancel: (order: Order) => setDialog({ kind: 'cancel-one', order }),
      ticks: tab === 'working' ? ticks : null,
    }),
    [canAct, setDialog, tab, ticks],
  );
  const menu = useOrderMenu(book, canAct, setDialog);
  const exported =
    tab === 'executions'
      ? ({ of: 'executions', rows: book?.executions ?? [] } as const)
      : ({ of: 'orders', rows: shown } as const);
  const give = (way: ExportWay): void => void exportList(exported, way, currentMs()).then(setCopied);
  const onKeyDown = useSelectionKeys(
    blotter.currentId,
    useMemo(() => working.map(({ orderId }) => orderId), [working]),
    ticks,
    blotter.cancelSelected,
  );
  const showTimeline = useCallback(
    (intent: Intent) => setDialog({ kind: 'timeline', intent, name: intent.sentence }),
    [setDialog],
  );

  return (
    <Panel
      name="Orders"
      title={
        <TabList
          group={tabs}
          label="Order lists"
          active={tab}
          onActive={(next) => {
            blotter.setTab(next);
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
              ...(tab === 'sent'
                ? []
                : [
                    { name: 'Copy as CSV', onPick: () => give('copy') },
                    { name: 'Save as CSV…', onPick: () => give('csv') },
                    { name: 'Save as JSON…', onPick: () => give('json') },
                  ]),
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
        <UnknownLine
          key={intent.intentId}
          intent={intent}
          onOpen={() => setDialog({ kind: 'unknown', intent })}
        />
      ))}
      {book !== undefined && <AlarmLines accountId={accountId} alarms={book.alarms} />}
      <TabPanel group={tabs} active={tab}>
        {book === undefined ? (
          <Skeleton rows={3} label="Loading the orders" />
        ) : (
          <div
            ref={list}
            className={streaming ? 'view' : 'view stale'}
            onKeyDownCapture={tab === 'working' ? onKeyDown : undefined}
          >
            {tab === 'executions' ? (
              <ExecutionsTable book={book} />
            ) : tab === 'sent' ? (
              <SentTable book={book} onTimeline={showTimeline} />
            ) : (
              <OrdersTable
                label={blotterTabs.find(({ id }) => id === tab)?.label ?? 'Orders'}
                orders={shown}
                actions={actions}
                menu={menu}
                onCurrent={blotter.setCurrent}
                shownId={blotter.shownId}
                empty={book.known ? emptyWords[tab] : 'IBKR has not given a complete list of orders yet.'}
                filtered={isFiltering(filter) ? all.length : 0}
              />
            )}
          </div>
        )}
      </TabPanel>
      {book !== undefined && blotter.dialog !== null && (
        <BlotterDialogs
          book={book}
          dialog={blotter.dialog}
          onDialog={setDialog}
          onClose={blotter.closeDialog}
        />
      )}
    </Panel>
  );
}

function countOf(book: OrderBook, tab: BlotterTab): number | null {
  if (tab === 'executions') return book.executions.length;
  if (tab === 'sent') return book.intents.length;
  return tab === 'all' ? null : ordersIn(book, tab).length;
}

const emptyWords = {
  working: 'No working orders.',
  filled: 'No filled orders today.',
  cancelled: 'No cancelled orders today.',
  all: 'No orders today.',
} as const;
