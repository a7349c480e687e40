import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountId, OrderId } from '../../../shared/domain/ids';
import { call, failureOf } from '../../ipc/client';
import { Dialog } from '../../ui/dialog';
import { FailureNote } from '../../ui/failure-note';
import { Skeleton } from '../../ui/skeleton';
import { CancelPlanView } from './cancel-plan-view';

/** Cancelling one, several or all: main freezes which, the human reads them, the button says what. */
export function CancelDialog({
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
  const single = orderIds?.length === 1;
  const name = single ? 'Cancel this order' : 'Cancel orders';
  return (
    <Dialog name={name} role="alertdialog" onClose={onClose} className="cancel-dialog">
      <header className="dialog-head">
        <h2>{name}</h2>
        <span className="badge">{accountId}</span>
      </header>
      {plan.data === undefined ? (
        <>
          <div className="dialog-body">
            {failure === null ? (
              <Skeleton rows={single ? 1 : 3} label="Reading the working orders" />
            ) : (
              <FailureNote failure={failure} />
            )}
          </div>
          <footer className="dialog-foot">
            <button type="button" className="button" onClick={onClose}>
              {single ? 'Keep order' : 'Keep orders'}
            </button>
          </footer>
        </>
      ) : (
        <CancelPlanView
          plan={plan.data}
          single={single}
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
