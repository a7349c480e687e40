// Seam: the order path trusts that what was appended is there after a crash, and that any damage is noticed.
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  existsSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, assert, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { anchorPath, openStore } from './open-store';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-store-'));
  path = join(folder, 'portico.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const some = (n: number) => [{ kind: 'INTENT', intentId: null, payload: { n, secret: 'marker-text' } }];

function written(count: number): void {
  const store = openStore(path);
  assert(store.trouble === null);
  for (let n = 0; n < count; n++) assert(store.journal.append(some(n)).ok);
  store.close();
}

it('keeps records, hidden from other users of the computer', () => {
  written(3);
  const store = openStore(path);
  expect(store.trouble).toBeNull();
  expect(store.journal.records().map((record) => record.seq)).toEqual([1, 2, 3]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(anchorPath(path)).mode & 0o777).toBe(0o600);
  store.close();
});

it('is durable by setting: write-ahead log with full synchronisation, checked in the file itself', () => {
  const store = openStore(path);
  assert(store.journal.append(some(1)).ok);
  expect(existsSync(`${path}-wal`)).toBe(true);
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
  store.close();
});

it('lets only one program trade on a data folder', () => {
  const store = openStore(path);
  const second = openStore(path);
  expect(second.trouble?.code).toBe('locked');
  expect(second.journal.append(some(1)).ok).toBe(false);
  const foreign = execFileSync(process.execPath, [
    '-e',
    `const D = require('libsql'); const d = new D(${JSON.stringify(path)}, { timeout: 50 });
     try { d.prepare('SELECT count(*) FROM journal').all(); console.log('open'); } catch (e) { console.log(e.code); }`,
  ]);
  expect(foreign.toString().trim()).toBe('SQLITE_BUSY');
  assert(store.journal.append(some(2)).ok);
  store.close();
});

it('refuses to change or delete a record, even to itself', () => {
  written(1);
  const output = execFileSync(process.execPath, [
    '-e',
    `const D = require('libsql'); const d = new D(${JSON.stringify(path)});
     for (const s of ['DELETE FROM journal', "UPDATE journal SET kind='X'"]) try { d.exec(s); console.log('done'); } catch (e) { console.log('refused'); }`,
  ]);
  expect(output.toString().split('\n').slice(0, 2)).toEqual(['refused', 'refused']);
});

const edit = (sql: string) =>
  execFileSync(process.execPath, [
    '-e',
    `const D = require('libsql'); const d = new D(${JSON.stringify(path)});
     d.exec('DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_text'); d.exec(${JSON.stringify(sql)}); d.close();`,
  ]);

it.each([
  ['a changed payload', `UPDATE journal SET payload = replace(payload, '"n":1', '"n":7') WHERE seq = 2`, 1],
  ['a changed time', 'UPDATE journal SET wall_ms = wall_ms + 1 WHERE seq = 3', 2],
  ['a record removed in the middle', 'DELETE FROM journal WHERE seq = 2', 1],
  ['the last records removed', 'DELETE FROM journal WHERE seq > 3', 3],
  ['all records removed', 'DELETE FROM journal', 0],
])('notices %s, quarantines a copy and keeps trading off', (_, sql, readable) => {
  written(5);
  edit(sql);
  const store = openStore(path);
  expect(store.trouble?.code).toBe('corrupt');
  expect(store.trouble?.sentence).toContain('trading is off');
  expect(store.journal.records()).toHaveLength(readable);
  expect(store.journal.append(some(9)).ok).toBe(false);
  store.close();
  const copy = /kept as (\S+)\. /.exec(store.trouble?.sentence ?? '')?.[1];
  assert(copy !== undefined);
  expect(existsSync(join(folder, copy))).toBe(true);
});

it('notices a write-ahead log that lost its end', () => {
  const store = openStore(path);
  for (let n = 0; n < 5; n++) assert(store.journal.append(some(n)).ok);
  // As after a kill: what is on disk now, without SQLite's own closing work.
  const [main, log, end] = [path, `${path}-wal`, anchorPath(path)].map((name) => readFileSync(name));
  store.close();
  assert(main !== undefined && log !== undefined && end !== undefined);
  writeFileSync(path, main);
  writeFileSync(`${path}-wal`, log.subarray(0, log.length - 2000));
  writeFileSync(anchorPath(path), end);
  expect(openStore(path).trouble?.code).toBe('corrupt');
});

it('opens what a kill left behind', () => {
  const store = openStore(path);
  for (let n = 0; n < 5; n++) assert(store.journal.append(some(n)).ok);
  const files = [path, `${path}-wal`, anchorPath(path)].map((name) => [name, readFileSync(name)] as const);
  store.close();
  for (const [name, content] of files) writeFileSync(name, content);
  const again = openStore(path);
  expect(again.trouble).toBeNull();
  expect(again.journal.records()).toHaveLength(5);
  again.close();
});

it.each([
  'not a database at all, only some text that is long enough to be read as a page header '.repeat(20),
  'SQLite format 3\0',
])('treats a file that is no database as damage, not as a new journal', (content) => {
  writeFileSync(path, content);
  const store = openStore(path);
  expect(store.trouble?.code).toBe('corrupt');
  expect(readFileSync(path, 'latin1').startsWith(content.slice(0, 10))).toBe(true);
});

it('notices an emptied database file by its end marker', () => {
  written(2);
  truncateSync(path, 0);
  expect(openStore(path).trouble?.code).toBe('corrupt');
});

it('leaves the journal of a newer version alone', () => {
  written(1);
  execFileSync(process.execPath, [
    '-e',
    `const D = require('libsql'); const d = new D(${JSON.stringify(path)}); d.exec('PRAGMA user_version = 99'); d.close();`,
  ]);
  expect(openStore(path).trouble?.code).toBe('newer');
});

it('survives a folder that cannot be made', () => {
  writeFileSync(join(folder, 'file'), '');
  const store = openStore(join(folder, 'file', 'portico.sqlite'));
  expect(store.trouble?.code).toBe('unreadable');
  expect(store.journal.append(some(1)).ok).toBe(false);
});

it('keeps settings and forgets those that no longer fit', () => {
  const store = openStore(path);
  store.settings.set('limits', { perDay: 3 });
  expect(store.settings.get('limits', z.object({ perDay: z.number() }))).toEqual({ perDay: 3 });
  expect(store.settings.get('limits', z.object({ perDay: z.string() }))).toBeNull();
  expect(store.settings.get('nothing', z.string())).toBeNull();
  store.close();
});
