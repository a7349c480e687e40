import type { Intent } from '../../../shared/domain/intent';
import type { OrderBook } from '../../../shared/domain/order';
import { UnknownCard } from '../../live/unknown-card';
import { Dialog } from '../../ui/dialog';

/** An unknown outcome with everything that was seen of it; it follows the journal while it is open. */
export function UnknownDialog({
  book,
  intent,
  onTimeline,
  onClose,
}: {
  readonly book: OrderBook;
  readonly intent: Intent;
  readonly onTimeline: () => void;
  readonly onClose: () => void;
}) {
  const now = book.intents.find(({ intentId }) => intentId === intent.intentId) ?? intent;
  return (
    <Dialog name="Outcome unknown" onClose={onClose} className="timeline-dialog">
      <header className="dialog-head">
        <h2>{now.state === 'unknown' ? 'Outcome unknown' : 'Settled'}</h2>
        <span className="badge">{now.accountId}</span>
      </header>
      <div className="dialog-body">
        {now.state === 'unknown' ? (
          <UnknownCard intent={now} whole />
        ) : (
          <p role="status">
            {now.sentence}: now known, {now.state.replace('-', ' ')}. {now.reason}
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onTimeline}>
          Timeline
        </button>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
