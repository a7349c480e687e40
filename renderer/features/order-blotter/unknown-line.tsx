import type { Intent } from '../../../shared/domain/intent';
import { ContractTime } from '../../live/contract-time';

/** Pinned above everything until it is settled; behind the button are all of its evidence and the choices. */
export function UnknownLine({ intent, onOpen }: { readonly intent: Intent; readonly onOpen: () => void }) {
  return (
    <div className="unknown-line" role="alert">
      <p>
        <strong>Outcome unknown</strong> — do not place it again: {intent.sentence}
        {intent.sentAtMs !== null && (
          <span className="muted">
            {' '}
            · sent <ContractTime conid={intent.conid} timeMs={intent.sentAtMs} />
          </span>
        )}
      </p>
      <button type="button" className="button button-small" onClick={onOpen}>
        Evidence and choices…
      </button>
    </div>
  );
}
