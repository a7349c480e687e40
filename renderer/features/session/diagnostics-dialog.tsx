import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, failureOf } from '../../ipc/client';
import { saveText } from '../../ipc/files';
import { Dialog } from '../../ui/dialog';

/** Everything a diagnostics file would hold, to be read before it is saved. */
export function DiagnosticsDialog({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: ['diagnostics'],
    queryFn: () => call('diagnostics.read', {}),
    gcTime: 0,
  });
  const [said, setSaid] = useState('');
  const save = async (text: string): Promise<void> => {
    const saved = await saveText('portico-diagnostics.txt', text);
    if (!saved.ok) setSaid(`${saved.error.message} ${saved.error.action}`);
    else setSaid(saved.value.savedAs === null ? '' : `Saved as ${saved.value.savedAs}.`);
  };
  return (
    <Dialog name="Diagnostics" onClose={onClose} className="diagnostics">
      <header className="dialog-head">
        <h2>Diagnostics</h2>
      </header>
      <div className="dialog-body">
        <p>
          This is the whole file. Account numbers, tokens and the contents of orders are left out; nothing is
          sent anywhere.
        </p>
        <pre
          className="diagnostics-text selectable mono"
          tabIndex={0}
          role="region"
          aria-label="Contents of the file"
        >
          {data?.text ?? failureOf(error)?.message ?? 'Reading …'}
        </pre>
        <p role="status">{said}</p>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={data === undefined}
          onClick={() => data !== undefined && void save(data.text)}
        >
          Save as file…
        </button>
      </footer>
    </Dialog>
  );
}
