import { documentSchemas, type DocumentKind, type StoredDocument } from '../../shared/domain/document';
import type { Clock } from '../support/clock';
import { openSideFile } from './open-file';

/** Documents by owner, kind and id. An `owner` of null: nobody's in particular. */
export interface DocumentStore {
  /** Those that fit their kind, newest change first. */
  readonly list: (owner: string | null, kind: DocumentKind) => ReadonlyArray<StoredDocument>;
  readonly save: (owner: string | null, kind: DocumentKind, id: string, value: unknown) => StoredDocument;
  readonly remove: (owner: string | null, kind: DocumentKind, id: string) => boolean;
  /** What was nobody's becomes this owner's. */
  readonly give: (kind: DocumentKind, owner: string) => void;
  readonly close: () => void;
}

/** Opens `desk.sqlite`. A damaged file is set aside beside it and the desk starts empty. */
export function openDocuments(path: string, clock: Clock): DocumentStore {
  const sql = openSideFile(path, schema, false);
  const list: DocumentStore['list'] = (owner, kind) =>
    sql
      .all(
        'SELECT id, value, changed_ms FROM documents WHERE kind = ? ORDER BY changed_ms DESC, id',
        shelfOf(owner, kind),
      )
      .flatMap((row) => {
        const value = documentSchemas[kind].safeParse(JSON.parse(String(row.value)));
        return value.success
          ? [{ kind, id: String(row.id), value: value.data, changedMs: Number(row.changed_ms) }]
          : [];
      });
  return {
    list,
    save: (owner, kind, id, value) => {
      const changedMs = clock.now();
      sql.run(
        'INSERT INTO documents (kind, id, value, changed_ms) VALUES (?, ?, ?, ?) ' +
          'ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value, changed_ms = excluded.changed_ms',
        shelfOf(owner, kind),
        id,
        JSON.stringify(value),
        changedMs,
      );
      return { kind, id, value, changedMs };
    },
    remove: (owner, kind, id) => {
      const shelf = shelfOf(owner, kind);
      const known = sql.all('SELECT 1 FROM documents WHERE kind = ? AND id = ?', shelf, id).length > 0;
      sql.run('DELETE FROM documents WHERE kind = ? AND id = ?', shelf, id);
      return known;
    },
    give: (kind, owner) =>
      sql.run('UPDATE OR IGNORE documents SET kind = ? WHERE kind = ?', shelfOf(owner, kind), kind),
    close: sql.close,
  };
}

const shelfOf = (owner: string | null, kind: DocumentKind): string =>
  owner === null ? kind : `${kind}@${owner}`;

const schema = `
  CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, changed_ms INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;
`;
