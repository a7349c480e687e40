import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, failureOf } from '../../ipc/client';
import { useTrading } from '../../live/trading-feed';
import { TypedDialog } from '../../ui/typed-dialog';
import './session.css';

/** The order journal takes nothing, so nothing is sent: said beside the session, with the way out where there is one. */
export function JournalBanner() {
  const trading = useTrading();
  const [asking, setAsking] = useState(false);
  if (trading === null || trading.storeTrouble === null) return null;
  return (
    <div role="alert" className="session-banner session-banner-bad">
      <span className="dot dot-bad" aria-hidden="true" />
      <p className="session-banner-text">
        <strong>Orders cannot be written down, so none is sent.</strong> {trading.storeTrouble}
      </p>
      {trading.mayStartAfresh && (
        <div className="session-banner-actions">
          <button type="button" className="button" onClick={() => setAsking(true)}>
            Start afresh…
          </button>
        </div>
      )}
      {asking && <AfreshDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

function AfreshDialog({ onClose }: { readonly onClose: () => void }) {
  const begin = useMutation({
    mutationFn: (typed: string) => call('trading.startJournalAfresh', { typed }),
    retry: false,
  });
  return (
    <TypedDialog
      title="Start the order journal afresh"
      word="START AFRESH"
      action="Start afresh and restart Portico"
      busy={begin.isPending || begin.isSuccess}
      failure={failureOf(begin.error)}
      onConfirm={(typed) => begin.mutate(typed)}
      onClose={onClose}
    >
      <p>
        The damaged files are kept beside as evidence. What they still prove goes over: orders that are open
        or unknown, executions, limits.
      </p>
      <p>
        An order that only the damaged part knew is not shown as yours any more. Compare with IBKR’s own list;
        until you release it, the kill switch stays on.
      </p>
      {begin.isSuccess && <p role="status">Kept as {begin.data.keptAs}. Portico starts again.</p>}
    </TypedDialog>
  );
}
