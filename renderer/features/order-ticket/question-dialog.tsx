import { useEffect, useId, useRef, useState } from 'react';
import type { Intent, OrderQuestion } from '../../../shared/domain/intent';
import { failureOf } from '../../ipc/client';
import { useNow } from '../../ui/clock';
import { Dialog } from '../../ui/dialog';
import { useSettled } from '../../ui/use-settled';
import { useAnswer } from './order-mutations';

/** One question of IBKR, word for word. It stands on "no"; closing it is saying no, never silence. */
export function QuestionDialog({
  intent,
  question,
}: {
  readonly intent: Intent;
  readonly question: OrderQuestion;
}) {
  const textId = useId();
  const settled = useSettled();
  const answer = useAnswer();
  const [given, setGiven] = useState<boolean | string | null>(null);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  const leftMs = question.expiresAtMs - useNow();
  const expired = leftMs <= 0;
  const failure = failureOf(answer.error);

  const give = (confirmed: boolean, option?: string): void => {
    if (given !== null || expired) return;
    setGiven(option ?? confirmed);
    // Main keeps the round: an answer that failed on the way may be given again, and counts once.
    answer.mutate(
      {
        ...{ intentId: intent.intentId, round: question.round, confirmed },
        ...(option === undefined ? {} : { option }),
      },
      { onError: () => setGiven(null) },
    );
  };
  const heading = question.heading === 'IBKR asks' ? 'before it takes the order' : question.heading;

  // Where IBKR offers its own ways out, each is a button with its own words.
  const offered = question.options ?? [];
  const ways: ReadonlyArray<string | null> = offered.length === 0 ? [null] : offered;

  return (
    <Dialog
      name={`IBKR asks: ${heading}`}
      role="alertdialog"
      describedBy={textId}
      onClose={() => {
        if (settled) give(false);
      }}
      className="review"
    >
      <header className="dialog-head">
        <h2>IBKR asks</h2>
        <span className="badge">{question.messageIds.join(', ') || 'no id'}</span>
        <span className="muted">question {question.round}</span>
      </header>
      <div className="dialog-body">
        <p className="question-heading">{heading}</p>
        <p id={textId} className="question-text selectable">
          {question.text}
        </p>
        {question.explanation !== '' && <p className="question-note">{question.explanation}</p>}
        <p className="question-note">
          {intent.sentence}
          <br />
          {expired
            ? 'Too late: no answer is sent any more. Portico is asking IBKR whether the order exists.'
            : `IBKR waits ${Math.ceil(leftMs / 1000)} s for the answer; after that none is sent.`}
        </p>
        {failure !== null && (
          <p role="alert" className="review-block">
            {failure.message} {failure.meaning}
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button
          ref={no}
          type="button"
          className="button button-large"
          disabled={given !== null || expired}
          aria-busy={given === false}
          // A key doubled on the screen before answers nothing; a pointer had to find the button first.
          onClick={(event) => {
            if (settled || event.detail > 0) give(false);
          }}
        >
          No, do not send
        </button>
        <div className="question-ways">
          {ways.map((option) => (
            <button
              key={option ?? 'yes'}
              type="button"
              className={
                option === null
                  ? `button button-large button-${intent.side.toLowerCase()}`
                  : 'button button-large'
              }
              disabled={given !== null || expired || !settled}
              aria-busy={given === (option ?? true)}
              onClick={() => (option === null ? give(true) : give(true, option))}
            >
              {option ?? 'Yes, send it'}
            </button>
          ))}
        </div>
      </footer>
    </Dialog>
  );
}
