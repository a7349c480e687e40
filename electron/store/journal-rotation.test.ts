// Seam: a long or damaged journal is put beside whole, and the new one begins with all that is still open.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, assert, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createManualClock } from '../support/manual-clock';
import { openStore } from './open-store';
import { startAfresh } from './start-afresh';

let folder = '';
let path = '';
const clock = createManualClock();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-rotation-'));
  path = join(folder, 'portico.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = 'a0000000-0000-4000-8000-000000000000';
const carryOver = (records: ReadonlyArray<{ readonly intentId: string | null }>) =>
  records.filter(({ intentId }) => intentId === open) as never;
const rotation = { carryOver, maxRecords: 20 };

function written(count: number): void {
  const store = openStore(path, clock);
  assert(store.trouble === null);
  store.settings.set('limits.live', { dailyLoss: '1000' });
  assert(store.journal.append([{ kind: 'INTENT', intentId: open, payload: { n: 'open' } }]).ok);
  for (let n = 1; n < count; n += 1)
    assert(store.journal.append([{ kind: 'PROBE', intentId: null, payload: { n } }]).ok);
  store.close();
}
const kinds = (store: ReturnType<typeof openStore>) => store.journal.records().map(({ kind }) => kind);

it('rotates a long journal: archive beside, what is open goes on, the chain holds over restarts', () => {
  written(25);
  const store = openStore(path, clock, rotation);
  expect(store.trouble).toBeNull();
  expect(kinds(store)).toEqual(['ROTATED', 'INTENT']);
  expect(store.journal.records()[0]?.seq).toBe(26);
  assert(store.journal.append([{ kind: 'PROBE', intentId: null, payload: {} }]).ok);
  store.close();
  const again = openStore(path, clock, rotation);
  expect(again.trouble).toBeNull();
  expect(kinds(again)).toEqual(['ROTATED', 'INTENT', 'PROBE']);
  again.close();
  const [archive] = readdirSync(folder).filter((name) => name.includes('journal-until'));
  assert(archive !== undefined);
  const whole = openStore(join(folder, archive), clock);
  expect(whole.trouble, 'the archive is a journal of its own').toBeNull();
  expect(whole.journal.records()).toHaveLength(25);
  whole.close();
});

it('a rotated journal cannot lose its end, be changed or be deleted from without a word', () => {
  written(25);
  openStore(path, clock, rotation).close();
  const edit = (sql: string) =>
    execFileSync(process.execPath, [
      '-e',
      `const D = require('libsql'); const d = new D(${JSON.stringify(path)}); try { d.exec(${JSON.stringify(sql)}); console.log('done') } catch { console.log('refused') }`,
    ])
      .toString()
      .trim();
  expect(edit('DELETE FROM journal'), 'append-only again').toBe('refused');
  expect(edit("DROP TRIGGER journal_keeps_rows; DELETE FROM journal WHERE kind = 'INTENT'")).toBe('done');
  expect(openStore(path, clock, rotation).trouble?.code).toBe('corrupt');
});

it('starts afresh after damage: evidence beside, open orders and settings carried, kill switch on', () => {
  written(8);
  execFileSync(process.execPath, [
    '-e',
    `const D = require('libsql'); const d = new D(${JSON.stringify(path)}); d.exec("DROP TRIGGER journal_keeps_text; UPDATE journal SET payload = '{}' WHERE seq = 6")`,
  ]);
  const damaged = openStore(path, clock);
  expect(damaged.trouble).toMatchObject({ code: 'corrupt' });
  expect(damaged.journal.records()).toHaveLength(5);
  const kept = startAfresh(path, damaged.journal.records(), { clock, carryOver });
  damaged.close();
  expect(existsSync(join(folder, kept))).toBe(true);
  const store = openStore(path, clock);
  expect(store.trouble).toBeNull();
  expect(kinds(store)).toEqual(['ROTATED', 'INTENT', 'KILL']);
  expect(store.settings.get('limits.live', z.object({ dailyLoss: z.string() }))).toEqual({
    dailyLoss: '1000',
  });
  assert(store.journal.append([{ kind: 'PROBE', intentId: null, payload: {} }]).ok);
  store.close();
  expect(readdirSync(folder).filter((name) => /quarantine-\d+$/.test(name))).toHaveLength(1);
});
