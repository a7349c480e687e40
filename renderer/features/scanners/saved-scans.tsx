import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedScan, Scan } from '../../../shared/domain/scanner';
import { documentsQueries, useRemoveDocument, useSaveDocument } from '../../ipc/documents-queries';
import { Dialog } from '../../ui/dialog';
import { SelectInput } from '../../ui/select-input';
import { TextInput } from '../../ui/text-input';

/** The scans kept on this computer, and saving the one on the screen. */
export function SavedScans({
  savedId,
  scan,
  everySeconds,
  onOpen,
}: {
  readonly savedId: string | null;
  readonly scan: Scan;
  readonly everySeconds: number | null;
  readonly onOpen: (id: string | null, saved: SavedScan | null) => void;
}) {
  const { data: saved = [] } = useQuery(documentsQueries.list('scan'));
  const save = useSaveDocument('scan');
  const remove = useRemoveDocument('scan');
  const [naming, setNaming] = useState(false);
  const here = saved.find(({ id }) => id === savedId);
  return (
    <>
      {saved.length > 0 && (
        <div className="scan-saved">
          <SelectInput
            label="Saved scan"
            labelHidden
            value={here?.id ?? ''}
            options={[
              { value: '', text: 'Saved scans' },
              ...saved.map(({ id, value }) => ({ value: id, text: value.name })),
            ]}
            onValue={(id) => {
              const chosen = saved.find((each) => each.id === id);
              onOpen(chosen?.id ?? null, chosen?.value ?? null);
            }}
          />
        </div>
      )}
      <button type="button" className="button button-quiet" onClick={() => setNaming(true)}>
        Save…
      </button>
      {here !== undefined && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            remove.mutate(here.id);
            onOpen(null, null);
          }}
        >
          Forget “{here.value.name}”
        </button>
      )}
      {naming && (
        <NameDialog
          initial={here?.value.name ?? ''}
          onClose={() => setNaming(false)}
          onName={(name) => {
            // Under its own name a scan is changed; under another it becomes another.
            const id = saved.find(({ value }) => value.name === name)?.id ?? crypto.randomUUID();
            const value = { name, scan, everySeconds };
            save.mutate({ id, value });
            setNaming(false);
            onOpen(id, value);
          }}
        />
      )}
    </>
  );
}

function NameDialog({
  initial,
  onName,
  onClose,
}: {
  readonly initial: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(initial);
  const right = name.trim() !== '';
  return (
    <Dialog name="Save the scan" onClose={onClose} className="scan-dialog">
      <form
        className="dialog-frame"
        onSubmit={(event) => {
          event.preventDefault();
          if (right) onName(name.trim());
        }}
      >
        <header className="dialog-head">
          <h2>Save the scan</h2>
        </header>
        <div className="dialog-body">
          <TextInput label="Name" text={name} onText={setName} inputRef={(input) => input?.focus()} />
          <p className="muted">Kept on this computer with its filters and its schedule.</p>
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            Back
          </button>
          <button type="submit" className="button button-primary" disabled={!right}>
            Save
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
