import { useEffect, useRef } from 'react';
import type { ConsoleDanger } from '../../../shared/domain/console';
import { Dialog } from '../../ui/dialog';
import { useSettled } from '../../ui/use-settled';

const titles: Readonly<Record<ConsoleDanger['kind'], string>> = {
  order: 'This is an order',
  session: 'This changes the session',
  cost: 'This costs money',
  write: 'This changes something at IBKR',
};

/** Says what a run would do before it does it. */
export function DangerDialog({
  method,
  danger,
  onRun,
  onClose,
}: {
  readonly method: string;
  readonly danger: ConsoleDanger;
  readonly onRun: () => void;
  readonly onClose: () => void;
}) {
  const settled = useSettled();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <Dialog name={titles[danger.kind]} role="alertdialog" onClose={onClose}>
      <header className="dialog-head">
        <h2>{titles[danger.kind]}</h2>
      </header>
      <div className="dialog-body">
        <p>
          <span className="mono">{method}</span>: {danger.consequence}
        </p>
      </div>
      <footer className="dialog-foot">
        <button ref={back} type="button" className="button" onClick={onClose}>
          Back
        </button>
        <button
          type="button"
          className="button button-danger"
          disabled={!settled}
          onClick={() => {
            onClose();
            onRun();
          }}
        >
          Run {method}
        </button>
      </footer>
    </Dialog>
  );
}
