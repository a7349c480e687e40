import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error';
import { Dialog } from './dialog';
import { FailureNote } from './failure-note';
import { TextInput } from './text-input';
import { useSettled } from './use-settled';

/** A press that must be meant: where a word is asked for, the button waits until it is typed. */
export function TypedDialog({
  title,
  children,
  word,
  action,
  danger = false,
  busy,
  failure,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  /** What has to be typed; `null` where the button is enough. */
  readonly word: string | null;
  readonly action: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly failure: AppError | null;
  readonly onConfirm: (typed: string) => void;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const settled = useSettled();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const plain = word === null;
  useEffect(() => {
    if (settled) (plain ? button : input).current?.focus();
  }, [settled, plain]);
  const right = word === null || typed === word;
  return (
    <Dialog name={title} role="alertdialog" onClose={onClose} className="typed-dialog">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (right && settled && !busy) onConfirm(typed);
        }}
      >
        <header className="dialog-head">
          <h2>{title}</h2>
        </header>
        <div className="dialog-body">
          {children}
          {word !== null && (
            <TextInput label={`Type ${word} to confirm`} text={typed} onText={setTyped} inputRef={input} />
          )}
          <FailureNote failure={failure} />
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            Back
          </button>
          <button
            ref={button}
            type="submit"
            className={danger ? 'button button-danger' : 'button button-primary'}
            disabled={!right || busy || !settled}
            aria-busy={busy}
          >
            {action}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
