import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CancelPlan } from '../../../shared/domain/order-cancel';
import { call, failureOf } from '../../ipc/client';
import { useNow } from '../../ui/clock';
import { FailureNote } from '../../ui/failure-note';
import { TextInput } from '../../ui/text-input';
import { CancelLines } from './cancel-lines';

/** The frozen plan, its confirmation, and afterwards what IBKR was asked. */
export function CancelPlanView({
  plan,
  single,
  fresh,
  protective,
  onRefresh,
  onClose,
}: {
  readonly plan: CancelPlan;
  /** One order that was chosen by itself: taking risk away, one press is enough. */
  readonly single: boolean;
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
    onSuccess: ({ asked, lines }) => {
      if (single && asked === lines.length) onClose();
    },
  });
  const keep = useRef<HTMLButtonElement>(null);
  const action = useRef<HTMLButtonElement>(null);
  useEffect(() => (single ? action : keep).current?.focus(), [single]);
  const expired = useNow() >= plan.expiresAtMs;
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
        <FailureNote failure={failureOf(cancel.error)} />
      </div>
      <footer className="dialog-foot">
        <button ref={keep} type="button" className="button" onClick={onClose}>
          {report !== undefined ? 'Close' : single ? 'Keep order' : 'Keep orders'}
        </button>
        {report === undefined && (
          <button
            ref={action}
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
