import { useMutation } from '@tanstack/react-query';
import type { AccountId } from '../../../shared/domain/ids';
import type { OrderAlarm } from '../../../shared/domain/order-alarm';
import { call, failureOf } from '../../ipc/client';
import { ContractTime } from '../../live/contract-time';
import { FailureNote } from '../../ui/failure-note';

const words = {
  position: { title: 'Position not explained', accept: 'Take it as it is' },
  'over-fill': { title: 'Filled more than ordered', accept: 'I have seen it' },
} as const satisfies Record<OrderAlarm['kind'], { title: string; accept: string }>;

/** Alarms that only a human can settle, pinned above the lists with what was compared. */
export function AlarmLines({
  accountId,
  alarms,
}: {
  readonly accountId: AccountId;
  readonly alarms: ReadonlyArray<OrderAlarm>;
}) {
  const accept = useMutation({
    mutationFn: (alarmId: string) => call('orders.acceptAlarm', { accountId, alarmId }),
    retry: false,
  });
  return (
    <>
      {alarms.map(({ alarmId, conid, kind, text, evidence, sinceMs }) => (
        <div key={alarmId} className="alarm-line" role="alert">
          <p>
            <strong>{words[kind].title}.</strong> {text}{' '}
            <span className="muted">
              Since <ContractTime conid={conid} timeMs={sinceMs} />.
            </span>
          </p>
          <details>
            <summary>Evidence</summary>
            <ul className="alarm-evidence selectable">
              {evidence.map((line, index) => (
                <li key={`${index} ${line}`}>{line}</li>
              ))}
            </ul>
          </details>
          <button
            type="button"
            className="button button-small"
            disabled={accept.isPending}
            onClick={() => accept.mutate(alarmId)}
          >
            {words[kind].accept}
          </button>
        </div>
      ))}
      <FailureNote failure={failureOf(accept.error)} />
    </>
  );
}
