import { useEffect, useId, useRef, useState } from 'react';
import type { OrderPreview } from '../../../shared/domain/order';
import { useQuoteStream } from '../../live/quote-store';
import { useSession } from '../../live/session-feed';
import { useNow } from '../../ui/clock';
import { Dialog } from '../../ui/dialog';
import { useSettled } from '../../ui/use-settled';
import { ReviewFacts } from './review-facts';
import { ReviewWarnings } from './review-warnings';
import { WhatIfTable } from './what-if-table';
import './review-dialog.css';

/**
 * The last look before an order leaves: exactly what main froze, in full. The confirming button says the order;
 * it wakes after a moment, needs every warning ticked off, and works once.
 */
export function ReviewDialog({
  preview,
  busy,
  onBack,
  onRefresh,
  onConfirm,
}: {
  readonly preview: OrderPreview;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onRefresh: () => void;
  readonly onConfirm: (acknowledgedWarnings: string[]) => void;
}) {
  const sentenceId = useId();
  const settled = useSettled();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const pressed = useRef(false);
  const action = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const session = useSession();
  const expired = useNow() >= preview.expiresAtMs;
  useQuoteStream([preview.draft.conid]);

  const soft = preview.warnings.filter(({ severity }) => severity === 'soft');
  const hard = preview.warnings.some(({ severity }) => severity === 'hard');
  const allowed = session?.tradingAllowed === true;
  const blocked = hard || !allowed || expired || soft.some(({ id }) => !ticked.has(id));
  const mode = preview.mode.toUpperCase();
  const side = preview.draft.side.toLowerCase();

  const calm = preview.warnings.length === 0;
  useEffect(() => {
    // A calm order is one press away; anything with a warning starts on the way back.
    if (settled) (calm ? action : back).current?.focus();
  }, [settled, calm]);

  const confirm = (): void => {
    if (pressed.current || blocked || !settled) return;
    pressed.current = true;
    onConfirm(soft.map(({ id }) => id));
  };

  return (
    <Dialog
      name="Review order"
      role="alertdialog"
      describedBy={sentenceId}
      onClose={() => {
        if (!busy) onBack();
      }}
      className="review"
    >
      <header className="dialog-head">
        <h2>Review order</h2>
        <span className="badge badge-mode">{mode}</span>
        <span className="muted">{preview.draft.accountId}</span>
      </header>
      <div className="dialog-body">
        <p id={sentenceId} className={`review-sentence review-sentence-${side} selectable`}>
          {preview.sentence}
        </p>
        <ReviewFacts preview={preview} />
        <WhatIfTable preview={preview} />
        <ReviewWarnings warnings={preview.warnings} ticked={ticked} onTick={setTicked} disabled={busy} />
        {!allowed && (
          <p role="alert" className="review-block">
            {session?.message ?? 'The session is not proven.'} No order can be sent now.
          </p>
        )}
        {expired && !busy && (
          <p role="alert" className="review-expired">
            This review is out of date.
            <button type="button" className="button button-small" onClick={onRefresh}>
              Review again
            </button>
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button ref={back} type="button" className="button button-large" disabled={busy} onClick={onBack}>
          Back
        </button>
        <button
          ref={action}
          type="button"
          className={`button button-large button-${side}`}
          disabled={blocked || busy || !settled}
          aria-busy={busy}
          onClick={confirm}
        >
          {preview.actionLabel} · {mode}
        </button>
      </footer>
    </Dialog>
  );
}
