// Seam: what is said to be missing is what the loader cannot find.
import { expect, test } from 'vitest';
import { hasDisplay } from './display.mjs';
import { missingLibraries } from './system-libraries.mjs';

test('names each library that ldd did not find, once', () => {
  const output = [
    '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibnss3.so => not found',
    '\tlibgtk-3.so.0 => not found',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f)',
  ].join('\n');
  expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});

test.each([
  ['X11', { DISPLAY: ':0' }, 'linux', true],
  ['Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  ['a server', { DISPLAY: '' }, 'linux', false],
  ['a Mac', {}, 'darwin', true],
])('a display is there: %s', (_name, env, platform, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});
