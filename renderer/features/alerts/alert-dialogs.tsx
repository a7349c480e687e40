import { call, failureOf } from '../../ipc/client';
import { useAlertChange } from '../../ipc/alerts-queries';
import { askAlert, useAlertRequest } from '../../state/alert-requests';
import { useWorkspace } from '../../state/workspace-store';
import { TypedDialog } from '../../ui/typed-dialog';
import { AlertDialog } from './alert-dialog';
import { conditionText } from './alert-words';

/** Stands once in the window: shows the dialog that some panel asked for. */
export function AlertDialogs() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const request = useAlertRequest();
  const remove = useAlertChange((alertId: string) =>
    accountId === null
      ? Promise.reject(new Error('No account is chosen.'))
      : call('alerts.remove', { accountId, alertId }),
  );
  if (request === null || accountId === null) return null;
  if (request.kind !== 'delete')
    return <AlertDialog key={JSON.stringify(request)} accountId={accountId} request={request} />;
  const { alert } = request;
  const close = (): void => {
    remove.reset();
    askAlert(null);
  };
  return (
    <TypedDialog
      title="Delete the alert"
      word={null}
      action="Delete the alert"
      danger
      busy={remove.isPending}
      failure={failureOf(remove.error)}
      onConfirm={() => remove.mutate(alert.alertId, { onSuccess: close })}
      onClose={close}
    >
      <p>
        “{alert.name}” {alert.symbol !== null && `(${alert.symbol})`} is deleted at IBKR:{' '}
        {conditionText(alert)}. It disappears from TWS and the phone too. Orders are not touched.
      </p>
    </TypedDialog>
  );
}
