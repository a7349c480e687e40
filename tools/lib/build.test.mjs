// Seam: the app is rebuilt when, and only when, something that ends up in dist/ has changed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources } from './build.mjs';

let base;
beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-sources-'));
  write('electron/shell/window.ts', 'one');
});
afterEach(() => fs.rmSync(base, { recursive: true, force: true }));

const write = (file, text) => {
  fs.mkdirSync(path.dirname(path.join(base, file)), { recursive: true });
  fs.writeFileSync(path.join(base, file), text);
};

test.each([
  ['a changed source', 'electron/shell/window.ts', 'two'],
  ['a new source', 'renderer/app/app.tsx', ''],
  ['a helper that the tour is bundled from', 'test/support/desk.ts', ''],
  ['another version of a dependency', 'package-lock.json', '{}'],
])('%s counts', (_name, file, text) => {
  const before = hashSources(base);
  write(file, text);
  expect(hashSources(base)).not.toBe(before);
});

test.each([
  ['a touched file', 'electron/shell/window.ts', 'one'],
  ['a unit test', 'electron/shell/window.test.ts', 'new'],
  ['an end-to-end test', 'test/e2e/smoke.e2e.ts', 'new'],
  ['documentation', 'docs/architecture.md', 'new'],
])('%s does not count', (_name, file, text) => {
  const before = hashSources(base);
  write(file, text);
  expect(hashSources(base)).toBe(before);
});
