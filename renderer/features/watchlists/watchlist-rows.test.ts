// Seam: the whole list is written, so an edit must change what was meant and nothing else.
import { expect, it } from 'vitest';
import type { Conid } from '../../../shared/domain/ids';
import type { WatchlistRow } from '../../../shared/domain/watchlist';
import { moved, placed, withBlank, withFound, without, withText } from './watchlist-rows';

const row = (conid: number): WatchlistRow => ({
  kind: 'instrument',
  conid: conid as Conid,
  symbol: `S${conid}`,
  name: null,
  assetClass: 'STK',
});
const blank = (text = ''): WatchlistRow => ({ kind: 'blank', text });
const rows = [row(1), blank(), row(2), row(1)];
const text = (list: ReadonlyArray<WatchlistRow>): string =>
  list.map((one) => (one.kind === 'instrument' ? one.conid : `[${one.text}]`)).join(' ');

it('adds at the end, each contract once', () => {
  const found = [2, 3, 3].map((conid) => ({ conid: conid as Conid, symbol: '', name: '', assetClass: '' }));
  expect(text(withFound(rows, found))).toBe('1 [] 2 1 3');
});

it('removes one row even where its contract stands twice', () => {
  expect(text(without(rows, 3))).toBe('1 [] 2');
});

it.each([
  [0, 2, '[] 2 1 1'],
  [3, 0, '1 1 [] 2'],
  [1, 1, '1 [] 2 1'],
  [1, 9, '1 [] 2 1'],
])('moves %i to %i', (from, to, expected) => {
  expect(text(moved(rows, from, to))).toBe(expected);
});

it('makes sections and renames them', () => {
  expect(text(withText(withBlank(rows, 2, 'Banks'), 1, 'Tech'))).toBe('1 [Tech] [Banks] 2 1');
});

it('gives every row an id of its own', () => {
  expect(new Set(placed([...rows, blank()]).map(({ id }) => id)).size).toBe(5);
});
