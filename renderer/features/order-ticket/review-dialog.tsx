import { useEffect, useId, useRef, useState } from 'react';
import type { OrderPreview } from '../../../shared/domain/order-preview';
import { useQuote, useQuoteStream } from '../../live/quote-store';
import { useSession } from '../../live/session-feed';
import { useTrading } from '../../live/trading-feed';
import { useNow } from '../../ui/clock';
import { Dialog } from '../../ui/dialog';
import { useSettled } from '../../ui/use-settled';
import { marketMoved } from './market-moved';
import { ReviewAttached } from './review-attached';
import { ReviewFacts } from './review-facts';
import { ReviewGroup } from './review-group';
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
  readonly onConfirm: (acknowledgedWarnings: string[], typedQuantity: string | null) => void;
}) {
  const sentenceId = useId();
  const settled = useSettled();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const pressed = useRef(false);
  const action = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const session = useSession();
  const expired = useNow() >= preview.expiresAtMs;
  useQuoteStream([preview.draft.conid]);
  const quote = useQuote(preview.draft.conid);
  const guard = useTrading()?.limits.priceSoftPercent ?? 3;
  const moved = marketMoved(preview, quote, guard);

  const heavy = preview.warnings.some(({ severity }) => severity === 'typed');
  const soft = preview.warnings.filter(({ severity }) => severity !== 'hard');
  const hard = preview.warnings.some(({ severity }) => severity === 'hard');
  const allowed = session?.tradingAllowed === true;
  const unread = soft.some(({ id }) => !ticked.has(id)) || (heavy && typed.trim() !== preview.draft.quantity);
  const blocked = hard || !allowed || expired || moved !== null || unread;
  const mode = preview.mode.toUpperCase();
  const side = preview.draft.side.toLowerCase();

  const calm = preview.warnings.length === 0;
  const wakes = calm && settled;
  useEffect(() => {
    // A calm order is one press away, as soon as it can be pressed. Anything with a warning starts on the way back,
    // and at once: later it would take the focus from who has gone on to a warning.
    if (!calm) back.current?.focus();
    else if (wakes) action.current?.focus();
  }, [wakes, calm]);

  const confirm = (): void => {
    if (pressed.current || blocked || !settled) return;
    pressed.current = true;
    onConfirm(
      soft.map(({ id }) => id),
      heavy ? typed.trim() : null,
    );
  };

  return (
    <Dialog
      name="Review order"
      role="alertdialog"
      describedBy={sentenceId}
      onClose={() => {
        if (!busy) onBack();
      }}
      className={(preview.group ?? []).length > 2 ? 'review review-wide' : 'review'}
    >
      <header className="dialog-head">
        <h2>Review order</h2>
        <span className="badge badge-mode">{mode}</span>
        <span className="muted">{preview.draft.accountId}</span>
      </header>
      <div className="dialog-body">
        <p id={sentenceId} className={`review-sentence review-sentence-${side} selectable`}>
          {(preview.group ?? []).length > 0 ? groupHead(preview) : entrySentence(preview)}
        </p>
        <ReviewAttached preview={preview} />
        <ReviewFacts preview={preview} />
        <ReviewGroup preview={preview} />
        <WhatIfTable whatIf={preview.whatIf} notes={preview.whatIfNotes} label="IBKR’s estimate" />
        <ReviewWarnings
          warnings={preview.warnings}
          ticked={ticked}
          onTick={setTicked}
          quantity={preview.draft.quantity}
          typed={typed}
          onTyped={setTyped}
          disabled={busy}
        />
        {!allowed && (
          <p role="alert" className="review-block">
            {session?.message ?? 'The session is not proven.'} No order can be sent now.
          </p>
        )}
        {(expired || moved !== null) && !busy && (
          <p role="alert" className="review-expired">
            {moved ?? 'This review is out of date.'}
            <button type="button" className="button button-small" onClick={onRefresh}>
              {moved === null ? 'Review again' : 'Market moved — review again'}
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

/** The orders of a group stand below, each in its own words. */
const groupHead = ({ group = [] }: OrderPreview): string =>
  `ONE CANCELS ALL of ${group.length} orders: when one is filled, IBKR cancels the others.`;

/** The exits' own sentences stand below with their figures; cut off only where they are there word for word. */
function entrySentence({ sentence, attached = [] }: OrderPreview): string {
  const [first] = attached;
  const at = first === undefined ? -1 : sentence.indexOf(`. ${first.sentence}`);
  return at === -1 || !attached.every((exit) => sentence.includes(exit.sentence))
    ? sentence
    : sentence.slice(0, at);
}
