import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Account } from '../../../shared/domain/account';
import type { AccountPnl } from '../../../shared/domain/portfolio';
import { unknownText } from '../../format/number-text';
import { accountsQueries } from '../../ipc/accounts-queries';
import { failureOf } from '../../ipc/client';
import { usePnls, usePnlStreams } from '../../live/pnl-feed';
import { useDown, useReady } from '../../live/session-feed';
import { showAccount, useWorkspace } from '../../state/workspace-store';
import { DataGrid } from '../../ui/data-grid';
import { DataView } from '../../ui/data-view';
import { Money, MoneyChange, type MoneyText, useMoney } from '../../ui/discreet';
import { EmptyState } from '../../ui/empty-state';
import type { GridColumn } from '../../ui/grid-model';
import { Panel } from '../../ui/panel';
import { TextInput } from '../../ui/text-input';
import { OwnersDialog } from './owners-dialog';
import './accounts.css';

/** Every account of the login, large structures page by page: who it is, what it is worth, and a press to go there. */
export function AccountsPanel() {
  const ready = useReady();
  const down = useDown();
  const active = useWorkspace((workspace) => workspace.accountId);
  const money = useMoney();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<Account | null>(null);
  const list = useQuery({ ...accountsQueries.list(), enabled: ready });
  const pages = useInfiniteQuery({ ...accountsQueries.pages(), enabled: ready });
  const accounts = useMemo(() => joined(list.data ?? [], pages.data?.pages ?? []), [list.data, pages.data]);
  const shown = useMemo(() => accounts.filter((account) => passes(account, words)), [accounts, words]);
  // One subscription serves all: IBKR sends every account's figures in the same frames.
  usePnlStreams(useMemo(() => accounts.slice(0, 100).map(({ accountId }) => accountId), [accounts]));
  const pnls = usePnls();
  const columns = useMemo(
    () => accountColumns((account) => pnls.get(account.accountId) ?? null, money),
    [pnls, money],
  );
  const total = pages.data?.pages.at(-1)?.total ?? null;

  return (
    <Panel
      name="Accounts"
      title={
        <div className="accounts-filter">
          <TextInput
            label="Filter the accounts"
            labelHidden
            placeholder="Filter"
            text={words}
            onText={setWords}
          />
        </div>
      }
      state={
        <span>
          {total === null
            ? `${accounts.length}`
            : `${accounts.length} of ${Math.max(total, accounts.length)}`}
        </span>
      }
    >
      <DataView
        data={list.data}
        failure={failureOf(list.error)}
        onRetry={() => void list.refetch()}
        stale={!ready || list.error !== null}
        down={down}
        label="Loading the accounts"
      >
        {() => (
          <DataGrid
            label="Accounts"
            rows={shown}
            columns={columns}
            rowId={(row) => row.accountId}
            selectedId={active}
            onOpen={(row) => showAccount(row.accountId)}
            menu={{
              nameOf: (row) => row.accountId,
              itemsOf: (row) => [
                { name: 'Show this account', onPick: () => showAccount(row.accountId) },
                { name: 'Owners and signatures', onPick: () => setAsked(row) },
              ],
            }}
            foot={shown.length > 1 ? `All ${shown.length} shown` : undefined}
            empty={<EmptyState title="No account matches.">Clear the filter to see them.</EmptyState>}
          />
        )}
      </DataView>
      {(pages.hasNextPage || pages.isError) && (
        <div className="accounts-more" role="status">
          {pages.isError && <span className="age-stale">{failureOf(pages.error)?.message}</span>}
          <button
            type="button"
            className="button"
            disabled={pages.isFetching}
            onClick={() => void pages.fetchNextPage()}
          >
            {pages.isFetching ? 'Reading…' : 'Read 20 more'}
          </button>
        </div>
      )}
      {asked !== null && <OwnersDialog account={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

const joined = (
  list: ReadonlyArray<Account>,
  pages: ReadonlyArray<{ readonly accounts: ReadonlyArray<Account> }>,
): ReadonlyArray<Account> => [
  ...new Map(
    [...list, ...pages.flatMap(({ accounts }) => accounts)].map((account) => [account.accountId, account]),
  ).values(),
];

const passes = ({ accountId, title }: Account, words: string): boolean =>
  `${accountId} ${title}`.toLowerCase().includes(words.trim().toLowerCase());

const kindOf = ({ isAdvisorMaster, type, customerType }: Account): string =>
  isAdvisorMaster ? 'Advisor' : [customerType, type].filter(Boolean).join(' · ') || unknownText;

function accountColumns(
  pnlOf: (account: Account) => AccountPnl | null,
  money: MoneyText,
): ReadonlyArray<GridColumn<Account>> {
  const figure = (
    id: 'netLiquidation' | 'dayPnl' | 'unrealizedPnl' | 'excessLiquidity',
    header: string,
    change: boolean,
  ): GridColumn<Account> => ({
    ...{ id, header, width: 116, align: 'end' },
    sortBy: (row) => pnlOf(row)?.[id] ?? null,
    text: (row) => (money.hidden ? 'hidden' : (pnlOf(row)?.[id] ?? '')),
    cell: (row) => {
      const value = pnlOf(row)?.[id] ?? null;
      return change ? <MoneyChange value={value} /> : <Money value={value} />;
    },
    explain: (row) => ({
      ...{ title: `${header} of ${row.title}`, source: `websocket spl · ${row.accountId}.Core` },
      value: `${money.amount(pnlOf(row)?.[id] ?? null)} ${row.baseCurrency ?? ''}`,
      definition: 'IBKR’s live figure of this account in its base currency.',
      asOfMs: pnlOf(row)?.asOfMs ?? null,
      currency: row.baseCurrency,
    }),
  });
  return [
    {
      ...{ id: 'title', header: 'Account', width: 170, sortBy: (row) => row.title, text: (row) => row.title },
      cell: (row) => (
        <>
          <span className="symbol">{row.title}</span>
          {row.title !== row.accountId && <span className="beside">{row.accountId}</span>}
        </>
      ),
    },
    {
      ...{ id: 'kind', header: 'Kind', width: 140, sortBy: kindOf, text: kindOf, hideBelow: 720 },
      cell: (row) => <span className="muted">{kindOf(row)}</span>,
    },
    {
      ...{ id: 'parent', header: 'Belongs to', width: 100, hideBelow: 1080 },
      sortBy: (row) => row.parentId,
      text: (row) => row.parentId ?? '',
      cell: (row) => <span className="muted">{row.parentId ?? unknownText}</span>,
    },
    {
      ...{ id: 'currency', header: 'Base', width: 56, hideBelow: 480 },
      sortBy: (row) => row.baseCurrency,
      text: (row) => row.baseCurrency ?? '',
      cell: (row) => <span className="muted">{row.baseCurrency ?? unknownText}</span>,
    },
    figure('netLiquidation', 'Net liquidation', false),
    figure('dayPnl', 'Day P&L', true),
    { ...figure('unrealizedPnl', 'Unrealised', true), hideBelow: 830 },
    { ...figure('excessLiquidity', 'Excess liq', false), hideBelow: 960 },
    {
      ...{ id: 'tradable', header: 'Orders', width: 84 },
      sortBy: (row) => (row.tradable ? 'yes' : 'no'),
      text: (row) => (row.tradable ? 'yes' : 'no'),
      cell: (row) => <span className="muted">{row.tradable ? 'allowed' : 'view only'}</span>,
    },
  ];
}
