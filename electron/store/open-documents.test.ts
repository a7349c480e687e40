// Seam: the user's documents on disk. A damaged file must never stop the start, nor be lost.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../support/clock';
import { openDocuments } from './open-documents';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-documents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps a document over a restart and removes it on request', () => {
  const path = join(folder, 'desk.sqlite');
  const first = openDocuments(path, systemClock);
  first.save(null, 'note', '265598', { text: 'earnings on Thursday' });
  first.close();
  const second = openDocuments(path, systemClock);
  expect(second.list(null, 'note')).toMatchObject([
    { id: '265598', value: { text: 'earnings on Thursday' } },
  ]);
  expect(second.remove(null, 'note', '265598')).toBe(true);
  expect(second.remove(null, 'note', '265598')).toBe(false);
  expect(second.list(null, 'note')).toEqual([]);
  second.close();
});

it('starts empty on a damaged file and keeps the damaged one', () => {
  const path = join(folder, 'desk.sqlite');
  writeFileSync(path, 'this is no database, whatever its name says'.repeat(200));
  const documents = openDocuments(path, systemClock);
  expect(documents.list(null, 'note')).toEqual([]);
  documents.save(null, 'note', '1', { text: 'works' });
  documents.close();
  expect(existsSync(`${path}.damaged`)).toBe(true);
});
