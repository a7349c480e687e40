import { documentSchemas, type DocumentKind, type StoredDocument } from '../../shared/domain/document';
import type { Clock } from '../support/clock';
import { openSideFile } from './open-file';

/** The user's own documents, by kind and id. */
export interface DocumentStore {
  /** Those that fit their kind, newest change first. */
  readonly list: (kind: DocumentKind) => ReadonlyArray<StoredDocument>;
  readonly save: (kind: DocumentKind, id: string, value: unknown) => StoredDocument;
  readonly remove: (kind: DocumentKind, id: string) => boolean;
  readonly close: () => void;
}

/** Opens `desk.sqlite`. A damaged file is set aside beside it and the desk starts empty. */
export function openDocuments(path: string, clock: Clock): DocumentStore {
  const sql = openSideFile(path, schema, false);
  const list: DocumentStore['list'] = (kind) =>
    sql
      .all('SELECT id, value, changed_ms FROM documents WHERE kind = ? ORDER BY changed_ms DESC, id', kind)
      .flatMap((row) => {
        const value = documentSchemas[kind].safeParse(JSON.parse(String(row.value)));
        return value.success
          ? [{ kind, id: String(row.id), value: value.data, changedMs: Number(row.changed_ms) }]
          : [];
      });
  return {
    list,
    save: (kind, id, value) => {
      const changedMs = clock.now();
      sql.run(
        'INSERT INTO documents (kind, id, value, changed_ms) VALUES (?, ?, ?, ?) ' +
          'ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value, changed_ms = excluded.changed_ms',
        kind,
        id,
        JSON.stringify(value),
        changedMs,
      );
      return { kind, id, value, changedMs };
    },
    remove: (kind, id) => {
      const known = sql.all('SELECT 1 FROM documents WHERE kind = ? AND id = ?', kind, id).length > 0;
      sql.run('DELETE FROM documents WHERE kind = ? AND id = ?', kind, id);
      return known;
    },
    close: sql.close,
  };
}

const schema = `
  CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, changed_ms INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;
`;
