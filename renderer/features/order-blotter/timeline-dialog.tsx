import { useQuery } from '@tanstack/react-query';
import type { Conid, IntentId } from '../../../shared/domain/ids';
import type { TimelineEntry } from '../../../shared/domain/order-timeline';
import { call, failureOf } from '../../ipc/client';
import { ContractTime } from '../../live/contract-time';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';

const who = { you: 'You', portico: 'Portico', ibkr: 'IBKR' } as const satisfies Record<
  TimelineEntry['by'],
  string
>;

/** One order's life as the journal has it, oldest first. */
export function TimelineDialog({
  intentId,
  conid,
  name,
  onClose,
}: {
  readonly intentId: IntentId;
  readonly conid: Conid;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { data: entries, error } = useQuery({
    queryKey: ['orders', 'timeline', intentId],
    queryFn: () => call('orders.timeline', { intentId }),
    ...{ staleTime: 0, refetchInterval: 5_000, retry: false },
  });
  const failure = failureOf(error);
  return (
    <Dialog name={`Timeline of ${name}`} onClose={onClose} className="timeline-dialog">
      <header className="dialog-head">
        <h2>Timeline</h2>
        <span className="muted">{name}</span>
      </header>
      <div className="dialog-body">
        {entries === undefined && failure === null && <Skeleton rows={5} label="Reading the journal" />}
        {failure !== null && (
          <p role="alert" className="field-note">
            {failure.message} {failure.action}
          </p>
        )}
        {entries !== undefined && (
          <ol className="timeline selectable" aria-label="What happened" tabIndex={0}>
            {entries.map(({ atMs, by, text }, index) => (
              <li key={`${index} ${atMs}`} className={`timeline-${by}`}>
                <time className="muted">
                  <ContractTime conid={conid} timeMs={atMs} />
                </time>
                <span className="timeline-who">{who[by]}</span>
                <span>{text}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
