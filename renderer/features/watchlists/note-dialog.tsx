import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conid } from '../../../shared/domain/ids';
import { documentsQueries, useRemoveDocument, useSaveDocument } from '../../ipc/documents-queries';
import { Dialog } from '../../ui/dialog';

/** A text about an instrument, kept on this computer. An empty one is removed. */
export function NoteDialog({
  conid,
  symbol,
  onClose,
}: {
  readonly conid: Conid;
  readonly symbol: string;
  readonly onClose: () => void;
}) {
  const { data: notes } = useQuery(documentsQueries.list('note'));
  const stored = notes?.find(({ id }) => id === String(conid))?.value.text ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const save = useSaveDocument('note');
  const remove = useRemoveDocument('note');
  const finish = (): void => {
    const text = (typed ?? stored).trim();
    if (text === '') remove.mutate(String(conid), { onSuccess: onClose });
    else save.mutate({ id: String(conid), value: { text } }, { onSuccess: onClose });
  };
  return (
    <Dialog name={`Note on ${symbol}`} onClose={onClose} className="watchlist-dialog">
      <header className="dialog-head">
        <h2>Note on {symbol}</h2>
      </header>
      <div className="dialog-body">
        <textarea
          className="input watchlist-text"
          aria-label={`Note on ${symbol}`}
          autoFocus
          maxLength={10_000}
          value={typed ?? stored}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="muted">Kept on this computer. IBKR and TWS do not see it.</p>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Back
        </button>
        <button type="button" className="button button-primary" onClick={finish}>
          Save note
        </button>
      </footer>
    </Dialog>
  );
}
