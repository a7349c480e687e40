// Seam: which action a press means, on any keyboard; none fires while somebody types or a dialog asks.
import { expect, it } from 'vitest';
import { chordOf, mayBeKey, worksWhileTyping, type Pressed } from './chord';
import { chordsOf, conflictsIn } from './key-map';

const press = (over: Partial<Pressed>): Pressed => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...over,
});

const deskActions = [
  { id: 'ticket.buy', name: 'Buy', group: 'Trade', key: 'Alt+B', run: () => undefined },
  { id: 'ticket.sell', name: 'Sell', group: 'Trade', key: 'Alt+S', run: () => undefined },
] as const;

it.each([
  [press({ key: '/', code: 'Slash' }), '/'],
  [press({ key: '/', code: 'Digit7', shiftKey: true }), '/'],
  [press({ key: '?', code: 'Slash', shiftKey: true }), '?'],
  [press({ key: 'F6' }), 'F6'],
  [press({ key: 'F6', shiftKey: true }), 'Shift+F6'],
  [press({ key: 'b', code: 'KeyB', altKey: true }), 'Alt+B'],
  [press({ key: 'ß', code: 'KeyS', altKey: true }), 'Alt+S'],
  [press({ key: 'C', code: 'KeyC', altKey: true, shiftKey: true }), 'Alt+Shift+C'],
  [press({ key: 'k', code: 'KeyK', ctrlKey: true }), 'Ctrl+K'],
  [press({ key: 'k', code: 'KeyK', metaKey: true }), 'Ctrl+K'],
  [press({ key: 'H', code: 'KeyH', ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+H'],
  [press({ key: 'Control', ctrlKey: true }), null],
])('%j is %s', (pressed, chord) => {
  expect(chordOf(pressed)).toBe(chord);
});

it('leaves letters and signs to who types, and the clipboard to everybody', () => {
  expect(['/', '?'].map(worksWhileTyping)).toEqual([false, false]);
  expect(['Ctrl+K', 'Alt+B', 'F6'].map(worksWhileTyping)).toEqual([true, true, true]);
  expect(['B', 'Ctrl+C', 'Ctrl+Enter', 'Space'].map(mayBeKey)).toEqual([false, false, false, false]);
  expect(['Alt+1', 'Ctrl+Shift+P', 'F9', '/'].map(mayBeKey)).toEqual([true, true, true, true]);
});

it('has no two actions on one key as it comes, and names the other when a user makes it so', () => {
  expect(conflictsIn(chordsOf(deskActions, {}))).toEqual([]);
  const remapped = chordsOf(deskActions, { 'ticket.buy': 'Alt+S' });
  expect(conflictsIn(remapped)).toEqual([['Alt+S', ['ticket.buy', 'ticket.sell']]]);
});

it('takes a key away with an empty text', () => {
  expect(chordsOf(deskActions, { 'ticket.buy': '' }).get('ticket.buy')).toBeNull();
});
