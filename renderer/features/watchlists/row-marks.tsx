import { useQuery } from '@tanstack/react-query';
import type { Conid } from '../../../shared/domain/ids';
import { documentsQueries } from '../../ipc/documents-queries';

/** What the user marked an instrument with: a flag, a note. Kept on this computer, not at IBKR. */
export function RowMarks({ conid }: { readonly conid: Conid }) {
  const { data: flags } = useQuery(documentsQueries.list('flag'));
  const { data: notes } = useQuery(documentsQueries.list('note'));
  const colour = flags?.find(({ id }) => id === String(conid))?.value.colour;
  const note = notes?.find(({ id }) => id === String(conid))?.value.text;
  return (
    <>
      {colour !== undefined && (
        <span
          className={`row-flag row-flag-${colour}`}
          role="img"
          aria-label={`Flag: ${colour}`}
          title={`Flag: ${colour}`}
        >
          ⚑
        </span>
      )}
      {note !== undefined && note !== '' && (
        <span className="row-note" role="img" aria-label={`Note: ${note}`} title={note}>
          ✎
        </span>
      )}
    </>
  );
}
