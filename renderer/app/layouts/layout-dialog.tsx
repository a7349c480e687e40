import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { documentsQueries, useRemoveDocument, useSaveDocument } from '../../ipc/documents-queries';
import { Dialog } from '../../ui/dialog';
import { TextInput } from '../../ui/text-input';
import { saveLayout } from './layout-actions';

/** Keeps what is on the screen under a name; a name that exists is written over, and said to be. */
export function LayoutDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const remove = useRemoveDocument('layout');
  const duplicate = useSaveDocument('layout');
  const { data: saved = [] } = useQuery(documentsQueries.list('layout'));
  const [name, setName] = useState('');
  const trimmed = name.trim().slice(0, 60);
  const exists = saved.some(({ id }) => id === trimmed);
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (trimmed === '') return;
    await saveLayout(trimmed);
    await client.invalidateQueries({ queryKey: documentsQueries.list('layout').queryKey });
    onClose();
  };
  return (
    <Dialog name="Layouts" onClose={onClose}>
      <header className="dialog-head">
        <h2>Layouts</h2>
      </header>
      <form className="dialog-body" onSubmit={(event) => void save(event)}>
        <TextInput label="Save this layout as" text={name} onText={setName} />
        {exists && <p className="field-note">A layout of this name exists; it will be replaced.</p>}
        {saved.length > 0 && (
          <ul className="layout-list" aria-label="Saved layouts">
            {saved.map(({ id, value }) => (
              <li key={id}>
                <span>{id}</span>
                <button
                  type="button"
                  className="button button-quiet"
                  aria-label={`Duplicate the layout ${id}`}
                  onClick={() => duplicate.mutate({ id: `${id} copy`, value })}
                >
                  Duplicate
                </button>
                <button
                  type="button"
                  className="button button-quiet"
                  aria-label={`Delete the layout ${id}`}
                  onClick={() => remove.mutate(id)}
                >
                  Delete
                </button>
              </li>
            ))}
          </ul>
        )}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            Back
          </button>
          <button type="submit" className="button button-primary" disabled={trimmed === ''}>
            {exists ? 'Replace layout' : 'Save layout'}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
