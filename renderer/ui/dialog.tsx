import { type ReactNode, useEffect, useRef } from 'react';
import './dialog.css';

/**
 * A modal on the platform's own `dialog`: focus is trapped and restored, the desk behind is inert. Escape asks to
 * close; a click beside it does nothing, because a slip must not lose an order that is being read.
 */
export function Dialog({
  name,
  role = 'dialog',
  describedBy,
  onClose,
  className,
  children,
}: {
  readonly name: string;
  readonly role?: 'dialog' | 'alertdialog';
  readonly describedBy?: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      role={role}
      aria-modal="true"
      aria-label={name}
      aria-describedby={describedBy}
      className={`dialog ${className ?? ''}`}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // A key held since the screen before presses nothing here.
        if (event.repeat && (event.key === 'Enter' || event.key === ' ' || event.key === 'Escape')) {
          event.preventDefault();
          return;
        }
        // Chromium closes on a second Escape whatever `cancel` says; the owner decides, always.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      {/* A section of its own: a dialog's header is no banner, wherever it is opened from. */}
      <section className="dialog-frame">{children}</section>
    </dialog>
  );
}
