// Seam: keys that open tickets and search; none fires while somebody types or a dialog asks.
import { expect, it } from 'vitest';
import { hotkeyOf } from './use-hotkeys';

const press = (over: Partial<Parameters<typeof hotkeyOf>[0]>): Parameters<typeof hotkeyOf>[0] => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...over,
});

it.each([
  [press({ key: '/' }), 'search'],
  [press({ key: '?' }), 'help'],
  [press({ key: 'F6' }), 'panel'],
  [press({ key: 'b', code: 'KeyB', altKey: true }), 'buy'],
  [press({ key: 'ß', code: 'KeyS', altKey: true }), 'sell'],
  [press({ code: 'KeyX', altKey: true }), 'close'],
  [press({ code: 'KeyC', altKey: true }), 'cancel'],
  [press({ code: 'KeyC', altKey: true, shiftKey: true }), 'cancelAll'],
  [press({ code: 'KeyB', altKey: true, shiftKey: true }), null],
  [press({ key: 'H', code: 'KeyH', ctrlKey: true, shiftKey: true }), 'discreet'],
  [press({ key: 'k', code: 'KeyK', ctrlKey: true }), 'search'],
  [press({ key: 'b', code: 'KeyB' }), null],
])('%j is %s', (event, name) => {
  expect(hotkeyOf(event, false, false)).toBe(name);
});

it('leaves typing alone and obeys an open dialog', () => {
  expect(hotkeyOf(press({ key: '/' }), true, false)).toBeNull();
  expect(hotkeyOf(press({ key: 'b', code: 'KeyB', altKey: true }), false, true)).toBeNull();
  expect(hotkeyOf(press({ key: 'F6' }), false, true)).toBeNull();
});
