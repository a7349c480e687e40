// Seam: two Portico commands started together never install, fetch or build at the same time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale, withLock } from './lock.mjs';

let folder;
let lock;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-lock-'));
  lock = path.join(folder, 'the.lock');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const makeLock = (owner) => {
  fs.mkdirSync(lock);
  fs.writeFileSync(path.join(lock, 'owner.json'), JSON.stringify(owner));
};
const deadPid = async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid;
};

test('processes take turns', async () => {
  const module = fileURLToPath(new URL('lock.mjs', import.meta.url));
  const log = path.join(folder, 'log');
  const program = `
    import fs from 'node:fs';
    import { withLock } from ${JSON.stringify(module)};
    await withLock(${JSON.stringify(lock)}, async () => {
      fs.appendFileSync(${JSON.stringify(log)}, 'in ');
      await new Promise((resolve) => setTimeout(resolve, 50));
      fs.appendFileSync(${JSON.stringify(log)}, 'out ');
    });`;
  const run = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
    expect((await once(child, 'exit'))[0]).toBe(0);
  };
  await Promise.all([run(), run(), run()]);
  expect(fs.readFileSync(log, 'utf8')).toBe('in out in out in out ');
});

test('a lock whose process is gone is taken over, and released afterwards', async () => {
  makeLock({ pid: await deadPid(), host: os.hostname() });
  expect(await withLock(lock, async () => 'done')).toBe('done');
  expect(fs.existsSync(lock)).toBe(false);
});

test('work that throws releases the lock', async () => {
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(fs.existsSync(lock)).toBe(false);
});

test('only a dead owner or half a minute of silence makes a lock stale', async () => {
  makeLock({ pid: process.pid, host: os.hostname() });
  expect(isStale(lock)).toBe(false);
  expect(isStale(lock, Date.now() + 31_000)).toBe(true);
  fs.writeFileSync(
    path.join(lock, 'owner.json'),
    JSON.stringify({ pid: await deadPid(), host: 'another-host' }),
  );
  expect(isStale(lock)).toBe(false);
});
