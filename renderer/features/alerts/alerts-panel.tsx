import { useQuery } from '@tanstack/react-query';
import type { Alert } from '../../../shared/domain/alert';
import type { AccountId } from '../../../shared/domain/ids';
import { alertsQueries, useAlertChange } from '../../ipc/alerts-queries';
import { call, failureOf } from '../../ipc/client';
import { NoAccount } from '../../live/no-account';
import { useDown, useReady } from '../../live/session-feed';
import { askAlert } from '../../state/alert-requests';
import { useInstrument, useShowInstrument } from '../../state/linked-instrument';
import { useWorkspace } from '../../state/workspace-store';
import { DataGrid } from '../../ui/data-grid';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import type { GridColumn } from '../../ui/grid-model';
import type { MenuItem } from '../../ui/menu';
import { Panel } from '../../ui/panel';
import { alertState, conditionText } from './alert-words';

/** The account's alerts: IBKR watches them, whether Portico runs or not. */
export function AlertsPanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const shown = useInstrument();
  return (
    <Panel
      name="Alerts"
      actions={
        <button
          type="button"
          className="button button-quiet"
          disabled={shown === null || accountId === null}
          title={shown === null ? 'Choose a symbol first.' : `A price of ${shown.symbol} to be told about`}
          onClick={() => shown !== null && askAlert({ kind: 'new', ...shown, price: null })}
        >
          New alert…
        </button>
      }
    >
      {accountId === null ? <NoAccount rows={4} /> : <AlertList accountId={accountId} />}
    </Panel>
  );
}

function AlertList({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const down = useDown();
  const show = useShowInstrument();
  const alerts = useQuery({ ...alertsQueries.list(accountId), enabled: ready });
  const activate = useAlertChange(({ alertId, active }: Pick<Alert, 'alertId' | 'active'>) =>
    call('alerts.activate', { accountId, alertId, active }),
  );
  const open = ({ condition, symbol, name }: Alert): void => {
    if (condition !== null) show(condition.conid, symbol ?? name);
  };
  const itemsOf = (alert: Alert): ReadonlyArray<MenuItem> => [
    {
      name: 'Show the symbol',
      obstacle: alert.condition === null ? 'It is not about one symbol’s price.' : null,
      onPick: () => open(alert),
    },
    {
      name: 'Change…',
      newGroup: true,
      obstacle: alert.obstacle,
      onPick: () => askAlert({ kind: 'change', alert, price: null }),
    },
    {
      name: alert.active ? 'Let it rest' : 'Watch again',
      onPick: () => activate.mutate({ alertId: alert.alertId, active: !alert.active }),
    },
    { name: 'Delete…', newGroup: true, onPick: () => askAlert({ kind: 'delete', alert }) },
  ];
  return (
    <>
      <FailureNote failure={failureOf(activate.error)} />
      <DataView
        data={alerts.data}
        failure={failureOf(alerts.error)}
        onRetry={() => void alerts.refetch()}
        stale={alerts.isError || !ready}
        down={down}
        rows={4}
        label="Loading the alerts"
      >
        {(rows) => (
          <DataGrid
            label="Alerts at IBKR"
            rows={rows}
            columns={columns}
            rowId={({ alertId }) => alertId}
            onOpen={open}
            menu={{ nameOf: ({ name }) => name, itemsOf }}
            empty={
              <EmptyState title="No alerts.">
                <p>
                  “New alert…” here, or the menu of a chart at a price. IBKR watches alerts also while Portico
                  is closed; they never place an order.
                </p>
              </EmptyState>
            }
          />
        )}
      </DataView>
    </>
  );
}

const columns: ReadonlyArray<GridColumn<Alert>> = [
  {
    ...{ id: 'symbol', header: 'Symbol', width: 80 },
    sortBy: ({ symbol, name }) => symbol ?? name,
    cell: ({ symbol }) => <span className="symbol">{symbol ?? '—'}</span>,
    text: ({ symbol }) => symbol ?? '',
  },
  {
    ...{ id: 'condition', header: 'When', width: 190, hint: conditionText },
    cell: conditionText,
    text: conditionText,
  },
  {
    ...{ id: 'state', header: 'State', width: 110 },
    sortBy: alertState,
    cell: (alert) => (
      <span className={alert.active && !alert.triggered ? undefined : 'muted'}>{alertState(alert)}</span>
    ),
    text: alertState,
  },
  {
    ...{
      id: 'name',
      header: 'Name',
      width: 130,
      hideBelow: 480,
      hint: ({ name, message }) => message || name,
    },
    cell: ({ name }) => <span className="muted">{name}</span>,
    text: ({ name }) => name,
  },
];
