import { failureOf } from '../../ipc/client';
import { useState } from 'react';
import { useKill } from './trading-mutations';
import { TypedDialog } from '../../ui/typed-dialog';

/** Stops all sending first, here and at once; then cancels and verifies. */
export function KillDialog({ onClose }: { readonly onClose: () => void }) {
  const kill = useKill();
  const [all, setAll] = useState(false);
  return (
    <TypedDialog
      title="Kill switch"
      word={all ? 'CANCEL ALL' : null}
      action={all ? 'Stop trading and cancel all orders' : 'Stop trading and cancel my orders'}
      danger
      busy={kill.isPending}
      failure={failureOf(kill.error)}
      onConfirm={(typed) =>
        kill.mutate({ scope: all ? 'all' : 'placed-here', typed }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p>
        Portico stops sending orders at once, even without a connection, and stays so until you release it.
        Then it asks IBKR to cancel and checks until nothing of it is working.
      </p>
      <fieldset className="kill-scope">
        <legend className="field-label">Which working orders are cancelled</legend>
        <label className="check">
          <input type="radio" name="kill-scope" checked={!all} onChange={() => setAll(false)} />
          Those placed by Portico
        </label>
        <label className="check">
          <input type="radio" name="kill-scope" checked={all} onChange={() => setAll(true)} />
          All, also those placed in TWS or on the phone
        </label>
      </fieldset>
      <p className="muted">What is filled already stays filled. Positions are not closed.</p>
    </TypedDialog>
  );
}
