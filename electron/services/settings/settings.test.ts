// Seam: preferences survive restarts; no file, however broken, stops the start.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultPreferences } from '../../../shared/domain/preferences';
import { createJsonFile } from '../../store/json-file';
import { createSettings } from './settings';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-settings-'));
  path = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true }));
const open = () => createSettings(createJsonFile(path));

it('keeps a change over a restart, for its owner only', () => {
  open().change({ theme: 'light', keys: { 'panel.chart': 'Alt+1' } });
  expect(open().current()).toEqual({
    ...defaultPreferences,
    theme: 'light',
    keys: { 'panel.chart': 'Alt+1' },
  });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('tells every listener, and none that left', () => {
  const settings = open();
  const heard: string[] = [];
  const leave = settings.onChange(({ theme }) => heard.push(theme));
  settings.change({ theme: 'contrast' });
  leave();
  settings.change({ theme: 'dark' });
  expect(heard).toEqual(['contrast']);
});

it.each([
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{"version":2,"theme":"light"}',
  '\0\0\0',
  '{"version":1,"theme":{}}',
])('starts on %j', (text) => {
  writeFileSync(path, text);
  expect(open().current()).toEqual(defaultPreferences);
});

it('sets a damaged file aside and keeps the sound fields of a half-wrong one', () => {
  writeFileSync(path, '{"version":1,"the');
  open();
  expect(existsSync(`${path}.damaged`)).toBe(true);
  writeFileSync(
    path,
    JSON.stringify({ version: 1, theme: 'mauve', scale: 150, keys: { '../x': 'A' }, more: 1 }),
  );
  expect(open().current()).toEqual({ ...defaultPreferences, scale: 150 });
});

it('says so when the disk refuses, and stays as it was', () => {
  const settings = createSettings(createJsonFile(join(folder, 'not-there', 'settings.json')));
  expect(settings.change({ theme: 'light' }).ok).toBe(false);
  expect(settings.current().theme).toBe('dark');
});
