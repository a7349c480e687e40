import type { DocumentKind, StoredDocument } from '../../../shared/domain/document';
import type { DocumentStore } from '../../store/open-documents';
import type { Logins } from './logins';

export interface OwnDocuments {
  readonly list: (kind: DocumentKind) => ReadonlyArray<StoredDocument>;
  readonly save: (kind: DocumentKind, id: string, value: unknown) => StoredDocument;
  readonly remove: (kind: DocumentKind, id: string) => boolean;
}

/** What says something about what a person owns or watches; how the desk is arranged says nothing. */
const personal: ReadonlySet<DocumentKind> = new Set(['note', 'flag', 'favourite', 'chart-lines', 'scan']);

/** Documents of the login the desk belongs to. What was made before the first login becomes its own. */
export function createOwnDocuments(store: DocumentStore, logins: Logins): OwnDocuments {
  const ownerOf = (kind: DocumentKind): string | null => (personal.has(kind) ? logins.current() : null);
  const adopt = (login: string): void => personal.forEach((kind) => store.give(kind, login));
  const known = logins.current();
  if (known !== null) adopt(known);
  logins.onChange(adopt);
  return {
    list: (kind) => store.list(ownerOf(kind), kind),
    save: (kind, id, value) => store.save(ownerOf(kind), kind, id, value),
    remove: (kind, id) => store.remove(ownerOf(kind), kind, id),
  };
}
