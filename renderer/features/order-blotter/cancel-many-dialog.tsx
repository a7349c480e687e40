import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AccountId, OrderId } from '../../../shared/domain/ids';
import type { CancelPlan } from '../../../shared/domain/order-cancel';
import { call, failureOf } from '../../ipc/client';
import { useNow } from '../../ui/clock';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';
import { TextInput } from '../../ui/text-input';
import { CancelLines } from './cancel-lines';

/** Cancelling several: main freezes which, the human reads them, the button says how many. */
export function CancelManyDialog({
  accountId,
  orderIds,
  onClose,
}: {
  readonly accountId: AccountId;
  /** `null`: all that work. */
  readonly orderIds: ReadonlyArray<OrderId> | null;
  readonly onClose: () => void;
}) {
  const [includeProtective, setIncludeProtective] = useState(false);
  const plan = useQuery({
    queryKey: ['orders', accountId, 'cancel-plan', orderIds, includeProtective],
    queryFn: () =>
      call('orders.planCancel', {
        accountId,
        orderIds: orderIds === null ? null : [...orderIds],
        includeProtective,
      }),
    // A plan is good for one confirmation, now.
    ...{ gcTime: 0, staleTime: 0, retry: false, refetchOnWindowFocus: false },
    placeholderData: keepPreviousData,
  });
  const protective = [...(plan.data?.keeps ?? []), ...(plan.data?.cancels ?? [])].some(
    (line) => line.protective,
  );
  const failure = failureOf(plan.error);
  return (
    <Dialog name="Cancel orders" role="alertdialog" onClose={onClose} className="cancel-many">
      <header className="dialog-head">
        <h2>Cancel orders</h2>
        <span className="badge">{accountId}</span>
      </header>
      {plan.data === undefined ? (
        <>
          <div className="dialog-body">
            {failure === null ? (
              <Skeleton rows={3} label="Reading the working orders" />
            ) : (
              <p role="alert" className="field-note">
                {failure.message} {failure.meaning} {failure.action}
              </p>
            )}
          </div>
          <footer className="dialog-foot">
            <button type="button" className="button" onClick={onClose}>
              Keep orders
            </button>
          </footer>
        </>
      ) : (
        <PlanView
          plan={plan.data}
          fresh={!plan.isPlaceholderData && !plan.isFetching}
          protective={
            protective && orderIds === null ? { on: includeProtective, set: setIncludeProtective } : null
          }
          onRefresh={() => void plan.refetch()}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function PlanView({
  plan,
  fresh,
  protective,
  onRefresh,
  onClose,
}: {
  readonly plan: CancelPlan;
  readonly fresh: boolean;
  readonly protective: { readonly on: boolean; readonly set: (on: boolean) => void } | null;
  readonly onRefresh: () => void;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const cancel = useMutation({
    mutationFn: () =>
      call('orders.cancelMany', {
        planToken: plan.planToken,
        ...(plan.typeToConfirm === null ? {} : { typed }),
      }),
    retry: false,
  });
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const expired = useNow() >= plan.expiresAtMs;
  const failure = failureOf(cancel.error);
  const report = cancel.data;
  const right = plan.typeToConfirm === null || typed === plan.typeToConfirm;
  return (
    <>
      <div className="dialog-body">
        <p role="status">{report?.sentence ?? plan.sentence}</p>
        {report === undefined ? (
          <CancelLines plan={plan} />
        ) : (
          <ul className="cancel-lines" aria-label="What was asked">
            {report.lines.map(({ orderId, text }) => (
              <li key={orderId}>{text}</li>
            ))}
          </ul>
        )}
        {report === undefined && protective !== null && (
          <label className="check">
            <input
              type="checkbox"
              checked={protective.on}
              onChange={(event) => protective.set(event.target.checked)}
            />
            Cancel protective stops and attached exits too
          </label>
        )}
        {report === undefined && plan.typeToConfirm !== null && (
          <TextInput label={`Type ${plan.typeToConfirm} to confirm`} text={typed} onText={setTyped} />
        )}
        <p className="muted">An order counts as cancelled only when IBKR says so; until then it can fill.</p>
        {report === undefined && expired && (
          <p role="alert" className="field-note">
            This list is out of date.{' '}
            <button type="button" className="link-button" onClick={onRefresh}>
              Read it again
            </button>
          </p>
        )}
        {failure !== null && (
          <p role="alert" className="field-note">
            {failure.message} {failure.meaning} {failure.action}
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button ref={keep} type="button" className="button" onClick={onClose}>
          {report === undefined ? 'Keep orders' : 'Close'}
        </button>
        {report === undefined && (
          <button
            type="button"
            className="button button-danger"
            disabled={!right || !fresh || expired || cancel.isPending || plan.cancels.length === 0}
            aria-busy={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {plan.actionLabel}
          </button>
        )}
      </footer>
    </>
  );
}
