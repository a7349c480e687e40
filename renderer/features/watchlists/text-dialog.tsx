import { useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import { Dialog } from '../../ui/dialog';
import { TextInput } from '../../ui/text-input';

/** Asks for one short text: a list's name, a section's. */
export function TextDialog({
  title,
  label,
  initial,
  action,
  mayBeEmpty = false,
  note,
  busy = false,
  failure = null,
  onText,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  readonly action: string;
  readonly mayBeEmpty?: boolean;
  readonly note?: string;
  readonly busy?: boolean;
  readonly failure?: AppError | null;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(initial);
  const right = mayBeEmpty || text.trim() !== '';
  return (
    <Dialog name={title} onClose={onClose} className="watchlist-dialog">
      <form
        className="dialog-frame"
        onSubmit={(event) => {
          event.preventDefault();
          if (right && !busy) onText(text.trim());
        }}
      >
        <header className="dialog-head">
          <h2>{title}</h2>
        </header>
        <div className="dialog-body">
          <TextInput label={label} text={text} onText={setText} inputRef={(input) => input?.focus()} />
          {note !== undefined && <p className="muted">{note}</p>}
          {failure !== null && (
            <p role="alert" className="field-note">
              {failure.message} {failure.meaning} {failure.action}
            </p>
          )}
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            Back
          </button>
          <button type="submit" className="button button-primary" disabled={!right || busy} aria-busy={busy}>
            {action}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
